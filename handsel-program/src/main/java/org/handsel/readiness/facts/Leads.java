package org.handsel.readiness.facts;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Takes the first words of a biography, in which its dates stand, out of the wikitext: from the
/// first bold words to the end of the paragraph, without markup. Good for comparing dates, not for
/// showing. Not safe for threads.
final class Leads {
  private static final int LOOKED_AT = 24_000;
  private static final int LONGEST = 400;
  private static final int LONGEST_TAG = 200;
  private static final int LONGEST_NAMESPACE = 20;
  private static final Pattern LINK =
      Pattern.compile("\\[\\[(?:[^\\[\\]|]*\\|)?([^\\[\\]|]*)\\]\\]");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  String of(byte[] page, int from, int to) {
    String text = new String(page, from, Math.min(to - from, LOOKED_AT), StandardCharsets.UTF_8);
    int bold = text.indexOf("'''");
    if (bold < 0) {
      return "";
    }
    // An infobox may hold bold words of its own: what stands in braces does not count.
    String plain = without(text, "<{", Leads::noise);
    for (int depth = 0; depth < 6; depth++) {
      String less = without(plain, "{", Leads::innerTemplate);
      if (less.length() == plain.length()) {
        break;
      }
      plain = less;
    }
    plain = without(plain, "[", Leads::file);
    bold = plain.indexOf("'''");
    if (bold < 0) {
      return "";
    }
    int end = plain.indexOf("\n\n", bold);
    String lead = plain.substring(bold, end < 0 ? plain.length() : end);
    lead = LINK.matcher(lead).replaceAll("$1");
    lead =
        lead.replace("'''", "")
            .replace("''", "")
            .replace("&nbsp;", " ")
            .replace("&ndash;", "–")
            .replace("&mdash;", "—");
    lead = SPACES.matcher(lead).replaceAll(" ").strip();
    return lead.length() <= LONGEST ? lead : lead.substring(0, LONGEST);
  }

  /// Says where markup ends that begins at a place, or -1 where none does.
  private interface Ending {
    int of(String text, int start);
  }

  /// The text without some markup. By hand, because regular expressions took a fifth of the time of
  /// reading a whole dump.
  private static String without(String text, String begins, Ending ending) {
    StringBuilder kept = null;
    int copied = 0;
    int at = next(text, begins, 0);
    while (at >= 0) {
      int end = ending.of(text, at);
      if (end >= 0) {
        kept = kept == null ? new StringBuilder(text.length()) : kept;
        kept.append(text, copied, at);
        copied = end;
      }
      at = next(text, begins, end < 0 ? at + 1 : end);
    }
    return kept == null ? text : kept.append(text, copied, text.length()).toString();
  }

  private static int next(String text, String begins, int from) {
    int nearest = -1;
    for (int i = 0; i < begins.length(); i++) {
      int at = text.indexOf(begins.charAt(i), from, nearest < 0 ? text.length() : nearest);
      nearest = at < 0 ? nearest : at;
    }
    return nearest;
  }

  /// A comment, a reference, a tag or a table.
  private static int noise(String text, int start) {
    if (text.startsWith("{|", start)) {
      return behind(text, "|}", start + 2);
    }
    if (text.charAt(start) != '<') {
      return -1;
    }
    if (text.startsWith("<!--", start)) {
      int end = behind(text, "-->", start + 4);
      if (end >= 0) {
        return end;
      }
    }
    int bracket = text.indexOf('>', start + 1);
    if (bracket < 0) {
      return -1;
    }
    if (text.startsWith("<ref", start) && bracket >= start + 4) {
      if (text.indexOf('/', start + 4) == bracket - 1) {
        return bracket + 1;
      }
      int end = behind(text, "</ref>", bracket + 1);
      if (end >= 0) {
        return end;
      }
    }
    return bracket - start - 1 <= LONGEST_TAG ? bracket + 1 : -1;
  }

  private static int behind(String text, String mark, int from) {
    int at = text.indexOf(mark, from);
    return at < 0 ? -1 : at + mark.length();
  }

  /// A template that holds no other.
  private static int innerTemplate(String text, int start) {
    if (!text.startsWith("{{", start)) {
      return -1;
    }
    int end = first(text, start + 2, '{', '}');
    return text.startsWith("}}", end) ? end + 2 : -1;
  }

  /// A link with a namespace.
  private static int file(String text, int start) {
    if (!text.startsWith("[[", start)) {
      return -1;
    }
    int colon = start + 2;
    int limit = Math.min(text.length(), colon + LONGEST_NAMESPACE + 1);
    while (colon < limit && "[]|:".indexOf(text.charAt(colon)) < 0) {
      colon++;
    }
    if (colon == limit || colon == start + 2 || text.charAt(colon) != ':') {
      return -1;
    }
    int end = first(text, colon + 1, '[', ']');
    return text.startsWith("]]", end) ? end + 2 : -1;
  }

  private static int first(String text, int from, char a, char b) {
    int at = from;
    while (at < text.length() && text.charAt(at) != a && text.charAt(at) != b) {
      at++;
    }
    return at;
  }
}
