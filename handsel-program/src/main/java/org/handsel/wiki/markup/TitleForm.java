package org.handsel.wiki.markup;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import org.jsoup.parser.Parser;

/// Brings a written title into the form in which it is stored. Source: MediaWikiTitleCodec
/// `splitTitleString` and Parser `handleInternalLinks`.
final class TitleForm {
  private static final String FORBIDDEN = "<>[]{}|\n\uFFFD";

  private TitleForm() {}

  static String of(String text, boolean firstLetter) {
    String title = text;
    if (title.indexOf('%') >= 0) {
      title = percentDecoded(title);
    }
    if (title.indexOf('&') >= 0) {
      title = Parser.unescapeEntities(title, false);
    }
    int fragment = title.indexOf('#');
    if (fragment >= 0) {
      title = title.substring(0, fragment);
    }
    title = spaces(title);
    if (title.isEmpty() || forbidden(title)) {
      return "";
    }
    return firstLetter ? upperFirst(title) : title;
  }

  /// Underscores and every kind of space become one space; marks of writing direction go; NFC.
  static String spaces(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSpace(c)) {
        space = true;
      } else if (!isDirection(c)) {
        if (space && !out.isEmpty()) {
          out.append(' ');
        }
        space = false;
        out.append(c);
      }
    }
    String joined = out.toString();
    return Normalizer.isNormalized(joined, Normalizer.Form.NFC)
        ? joined
        : Normalizer.normalize(joined, Normalizer.Form.NFC);
  }

  /// MediaWiki's own class of white space in titles.
  private static boolean isSpace(char c) {
    return c == ' '
        || c == '_'
        || c == '\u00A0'
        || c == '\u1680'
        || c == '\u180E'
        || (c >= '\u2000' && c <= '\u200A')
        || c == '\u2028'
        || c == '\u2029'
        || c == '\u202F'
        || c == '\u205F'
        || c == '\u3000';
  }

  private static boolean isDirection(char c) {
    return c == '\u200E' || c == '\u200F' || (c >= '\u202A' && c <= '\u202E');
  }

  private static boolean forbidden(String title) {
    for (int i = 0; i < title.length(); i++) {
      char c = title.charAt(i);
      if (c < ' ' || c == 0x7F || FORBIDDEN.indexOf(c) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static String upperFirst(String title) {
    int first = title.codePointAt(0);
    // Georgian is written without capitals; Wikimedia's wikis override PHP here.
    if (Character.UnicodeScript.of(first) == Character.UnicodeScript.GEORGIAN) {
      return title;
    }
    int upper = Character.toUpperCase(first);
    return upper == first
        ? title
        : Character.toString(upper) + title.substring(Character.charCount(first));
  }

  private static String percentDecoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  /// The name of a template in the form in which it is stored, or empty where it cannot be one.
  static String template(String written, Namespaces namespaces) {
    String name = written.strip();
    int colon = name.indexOf(':');
    while (colon > 0) {
      String prefix = name.substring(0, colon).strip();
      String rest = name.substring(colon + 1).strip();
      if (isModifier(prefix) || namespaces.number(prefix).orElse(0) == Namespaces.TEMPLATE) {
        name = rest;
        colon = name.indexOf(':');
      } else if (namespaces.number(prefix).isPresent()) {
        return "";
      } else {
        break;
      }
    }
    // A leading colon asks for a page of the main namespace, a slash for a subpage, a number sign
    // for a parser function.
    if (name.startsWith(":") || name.startsWith("/") || name.startsWith("#")) {
      return "";
    }
    return of(name.replace('\n', ' '), namespaces.firstLetter());
  }

  private static boolean isModifier(String prefix) {
    return switch (prefix.toLowerCase(Locale.ROOT)) {
      case "subst", "safesubst", "msg", "msgnw", "raw" -> true;
      default -> false;
    };
  }
}
