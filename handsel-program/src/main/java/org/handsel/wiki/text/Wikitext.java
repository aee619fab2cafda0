package org.handsel.wiki.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes foreign text harmless: the rendered page shows exactly this text, and nothing in it can
/// become markup.
///
/// Every dangerous character becomes a numeric reference such as `&#123;`, line breaks become `<br
/// />`; the result is one line that may stand anywhere on a page, in a table or in a parameter of a
/// template. Bare `http` and `https` addresses stay links, as readers expect; other protocols do
/// not become links. Control characters, which a wiki refuses, are dropped. Checked against
/// MediaWiki's own parser by `WikitextParserIT`. Pure functions, safe for threads.
public final class Wikitext {
  private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n|[\\n\\r\\u2028\\u2029\\u0085]");
  // Magic links: Parser::handleMagicLinks.
  private static final Pattern MAGIC_LINK =
      Pattern.compile("(?:ISBN|RFC|PMID)(?=[\\s\\p{Zs}]+[0-9])");
  // $wgUrlProtocols without http and https.
  private static final Pattern PROTOCOL =
      Pattern.compile(
          "(?i)(?<=bitcoin|ftp|ftps|geo|git|gopher|irc|ircs|magnet|mailto|matrix|mms|news|nntp"
              + "|redis|sftp|sip|sips|sms|ssh|svn|tel|telnet|urn|worldwind|xmpp):(?=\\S)");
  // An address with a bracket or bar in it: the parser would show it percent-encoded, so that it
  // stays text. White space and the characters < > " end an address.
  private static final Pattern UNLINKABLE =
      Pattern.compile(
          "(?i)(?<=https?):(?=//[^\\s\\p{Z}<>\"]*?[^\\s\\p{Z}<>\"\\p{L}\\p{N}\\p{Punct}]"
              + "|//[^\\s\\p{Z}<>\"]*?[\\[\\]|{}\\\\^`])");
  // References: Sanitizer::CHAR_REFS_REGEX; some wikis have names in other scripts.
  private static final Pattern REFERENCE =
      Pattern.compile("&(?=[#A-Za-z0-9\\x{80}-\\x{10FFFF}]|$)");
  private static final Pattern QUOTES = Pattern.compile("^'|'{2,}|'$");
  private static final Pattern TILDES = Pattern.compile("~{3,}");
  // Behaviour switches such as __TOC__; Japanese wikis write them with U+FF3F.
  private static final Pattern UNDERSCORES = Pattern.compile("[_\\uFF3F]{2,}");
  // A second cell of a table's heading line.
  private static final Pattern EXCLAMATIONS = Pattern.compile("!{2,}");
  // Lists, definitions, headings, rules, rows and cells of a table.
  private static final Pattern LINE_START = Pattern.compile("^[*#:;=\\-!+]");

  private Wikitext() {}

  /// Text for a page or for a named parameter of a template.
  public static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    String[] lines = LINE_BREAK.split(withoutControls(text).strip(), -1);
    for (int i = 0; i < lines.length; i++) {
      out.append(i == 0 ? "" : "<br />").append(line(lines[i].strip()));
    }
    return out.toString();
  }

  /// Text for any parameter of a template, also for one without a name, where an equals sign would
  /// start a name.
  public static String escapeParameter(String text) {
    // The references that escape() writes hold no equals sign of their own.
    return escape(text).replace("=", "&#61;");
  }

  private static String line(String line) {
    String safe = REFERENCE.matcher(line).replaceAll("&#38;");
    safe = MAGIC_LINK.matcher(safe).replaceAll(match -> referenced(match.group(), 1));
    safe = PROTOCOL.matcher(safe).replaceAll("&#58;");
    safe = UNLINKABLE.matcher(safe).replaceAll("&#58;");
    safe = references(QUOTES, safe);
    safe = references(TILDES, safe);
    safe = references(UNDERSCORES, safe);
    safe = references(EXCLAMATIONS, safe);
    safe = references(LINE_START, safe);
    StringBuilder out = new StringBuilder(safe.length());
    for (int i = 0; i < safe.length(); i++) {
      char c = safe.charAt(i);
      switch (c) {
        case '{', '}', '[', ']', '|', '<', '>' -> out.append("&#").append((int) c).append(';');
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  private static String references(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .replaceAll(
            match -> Matcher.quoteReplacement(referenced(match.group(), match.group().length())));
  }

  /// The first characters as references, the others as they are.
  private static String referenced(String text, int count) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (i < count) {
        out.append("&#").append((int) text.charAt(i)).append(';');
      } else {
        out.append(text.charAt(i));
      }
    }
    return out.toString();
  }

  private static String withoutControls(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          if (c == '\t') {
            out.append(' ');
          } else if (c == '\n' || c == '\r' || c == 0x85 || shows(c)) {
            out.appendCodePoint(c);
          }
        });
    return out.toString();
  }

  private static boolean shows(int c) {
    boolean nonCharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    return !Character.isISOControl(c)
        && !nonCharacter
        && Character.getType(c) != Character.SURROGATE;
  }
}
