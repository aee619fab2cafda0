package org.handsel.impact;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Titles and projects in one form, so that two sources can be joined: titles with underscores in
/// NFC, projects as `de.wikipedia`.
final class PageNames {
  private static final Pattern ADDRESS = Pattern.compile("^(?:https?:)?//([^/]+)/wiki/([^?#]*).*$");
  private static final Pattern DATABASE =
      Pattern.compile(
          "^([a-z][a-z0-9_]*?)(wiki|wiktionary|wikiquote|wikibooks|wikisource|wikinews|wikiversity|wikivoyage)$");

  private PageNames() {}

  /// A title with underscores, NFC, without directional marks and doubled blanks.
  static String underscored(String title) {
    String nfc = Normalizer.normalize(title, Normalizer.Form.NFC);
    String blanks = nfc.replaceAll("[\\u200E\\u200F\\u202A-\\u202E]", "");
    String one = blanks.replaceAll("[\\s_\\u00A0\\u3000]+", "_").replaceAll("^_+|_+$", "");
    return one.isEmpty() ? one : first(one);
  }

  /// The large first letter of MediaWiki, which leaves letters alone that have no single one.
  private static String first(String title) {
    int point = title.codePointAt(0);
    int large = Character.toUpperCase(point);
    boolean kept =
        large == point
            || point == 'ß'
            || Character.UnicodeScript.of(point) == Character.UnicodeScript.GEORGIAN;
    return kept
        ? title
        : new StringBuilder()
            .appendCodePoint(large)
            .append(title, Character.charCount(point), title.length())
            .toString();
  }

  /// The title of a page; from its address where there is none.
  static String title(String written, String url) {
    if (!written.isEmpty()) {
      // Titles of languages such as Georgian and of projects with small first letters stay as
      // written: only files are sure to have a large one.
      return Normalizer.normalize(written, Normalizer.Form.NFC).strip().replace(' ', '_');
    }
    Matcher address = ADDRESS.matcher(url);
    return address.matches() ? decoded(address.group(2)).replace(' ', '_') : "";
  }

  /// The project as `de.wikipedia`, from `de.wikipedia.org`, `dewiki`, or the page's address.
  static String project(String written, String url) {
    String text = written.toLowerCase(Locale.ROOT).strip();
    if (text.isEmpty()) {
      Matcher address = ADDRESS.matcher(url);
      text = address.matches() ? address.group(1).toLowerCase(Locale.ROOT) : "";
    }
    text = text.replaceFirst("^(?:https?:)?//", "").replaceFirst("/.*$", "");
    text =
        text.replaceFirst("^www\\.", "").replaceFirst("\\.m\\.", ".").replaceFirst("\\.org$", "");
    Matcher database = DATABASE.matcher(text);
    if (database.matches()) {
      String family = database.group(2).equals("wiki") ? "wikipedia" : database.group(2);
      String language = database.group(1).replace('_', '-');
      return switch (language) {
        case "commons" -> "commons.wikimedia";
        case "wikidata" -> "wikidata";
        case "species", "meta", "incubator", "outreach" -> language + ".wikimedia";
        default -> language + "." + family;
      };
    }
    return text;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      return text;
    }
  }
}
