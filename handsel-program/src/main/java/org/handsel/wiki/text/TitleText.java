package org.handsel.wiki.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// Brings text into the form in which MediaWiki stores a title. Every function is idempotent.
final class TitleText {
  static final Pattern ENTITY = Pattern.compile("&([A-Za-z0-9\\x{80}-\\x{10FFFF}]+);");
  static final Pattern PERCENT = Pattern.compile("%(?=[0-9A-Fa-f]{2})");
  static final Pattern TILDES = Pattern.compile("~{3,}");

  private static final Pattern REFERENCE =
      Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z0-9\\x{80}-\\x{10FFFF}]+);");
  private static final Pattern COLON_BETWEEN_WORDS = Pattern.compile("(?<=\\S):(?= )");
  private static final Pattern SPACES = Pattern.compile(" {2,}");

  private TitleText() {}

  /// Text of a title without namespace and extension: no forbidden character, NFC, single spaces,
  /// none at the ends. Is empty when nothing is left.
  static String clean(String text) {
    String clean = text;
    // Composing, decoding and dropping can each uncover work for another; every round shortens or
    // settles the text.
    String before;
    do {
      before = clean;
      clean = Normalizer.normalize(clean, Normalizer.Form.NFC);
      clean = decodeReferences(clean);
      clean = COLON_BETWEEN_WORDS.matcher(clean).replaceAll(" -");
      clean = replaceCharacters(clean);
      clean = PERCENT.matcher(clean).replaceAll("% ");
      clean = TILDES.matcher(clean).replaceAll("~");
      clean = SPACES.matcher(clean).replaceAll(" ").strip();
    } while (!clean.equals(before));
    return clean;
  }

  /// As Commons writes the first letter.
  static String upperFirst(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int first = text.codePointAt(0);
    if (Character.UnicodeScript.of(first) == Character.UnicodeScript.GEORGIAN) {
      // Georgian is written without capitals; Commons overrides PHP here
      // ($wgOverrideUcfirstCharacters).
      return text;
    }
    String letter = Character.toString(first);
    return letter.toUpperCase(Locale.ROOT) + text.substring(letter.length());
  }

  /// A dot before a part that the wiki takes for the extension of a dangerous file becomes a hyphen
  /// (`www.museum.com` before `.jpg`).
  static String defuseExtensions(String base) {
    String[] parts = base.split("\\.", -1);
    StringBuilder out = new StringBuilder(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      boolean prohibited = TitleTables.TABLES.prohibited(parts[i].toLowerCase(Locale.ROOT));
      out.append(prohibited ? '-' : '.').append(parts[i]);
    }
    return out.toString();
  }

  private static String replaceCharacters(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          @Nullable String replacement = TitleTables.TABLES.replacement(c);
          if (replacement == null) {
            out.appendCodePoint(c);
          } else {
            out.append(replacement);
          }
        });
    return out.toString();
  }

  /// `&amp;` in a record is an ampersand that was escaped once too often; what looks like a
  /// reference but is none loses its semicolon.
  private static String decodeReferences(String text) {
    Matcher matcher = REFERENCE.matcher(text);
    return matcher.replaceAll(match -> {
      String decoded = Parser.unescapeEntities(match.group(), true);
      return Matcher.quoteReplacement(
          decoded.equals(match.group())
              ? match.group().substring(0, match.group().length() - 1) + ","
              : decoded);
    });
  }
}
