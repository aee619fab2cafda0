package org.handsel.readiness.facts;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes the first words of a biography, in which its dates stand, out of the wikitext: from the
/// first bold words to the end of the paragraph, without markup. Good for comparing dates, not for
/// showing. Not safe for threads.
final class Leads {
  private static final int LOOKED_AT = 24_000;
  private static final int ENOUGH = 1_600;
  private static final int LONGEST = 400;
  private static final int LONGEST_TAG = 200;
  private static final int LONGEST_NAMESPACE = 20;
  private static final Pattern LINK =
      Pattern.compile("\\[\\[(?:[^\\[\\]|]*\\|)?([^\\[\\]|]*)\\]\\]");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final int enough;

  /// Whether markup began that does not end in the text.
  private boolean open;

  Leads() {
    this(ENOUGH);
  }

  /// @param enough bytes to try first: most leads end within, and markup is dear to take out
  Leads(int enough) {
    this.enough = enough;
  }

  String of(byte[] page, int from, int to) {
    int end = paragraphs(page, from, Math.min(to, from + enough));
    String lead = end == from ? null : lead(text(page, from, end));
    if (lead == null || open) {
      lead = lead(text(page, from, Math.min(to, from + LOOKED_AT)) + "\n\n");
    }
    return lead == null ? "" : lead;
  }

  private static String text(byte[] page, int from, int to) {
    return new String(page, from, to - from, StandardCharsets.UTF_8);
  }

  /// End of the last whole paragraph.
  private static int paragraphs(byte[] page, int from, int to) {
    int end = to;
    while (end > from + 1 && !(page[end - 1] == '\n' && page[end - 2] == '\n')) {
      end--;
    }
    return end > from + 1 ? end : from;
  }

  /// @return null where the text has no paragraph with bold words
  private @Nullable String lead(String text) {
    open = false;
    int bold = text.indexOf("'''");
    if (bold < 0) {
      return null;
    }
    // An infobox may hold bold words of its own: what stands in braces does not count.
    String plain = without(text, "<{", this::noise);
    for (int depth = 0; depth < 6; depth++) {
      String less = without(plain, "{", this::innerTemplate);
      if (less.length() == plain.length()) {
        break;
      }
      plain = less;
    }
    plain = without(plain, "[", this::file);
    bold = plain.indexOf("'''");
    int end = bold < 0 ? -1 : plain.indexOf("\n\n", bold);
    if (end < 0) {
      return null;
    }
    String lead = plain.substring(bold, end);
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
  private int noise(String text, int start) {
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
    int bracket = behind(text, ">", start + 1) - 1;
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

  private int behind(String text, String mark, int from) {
    int at = text.indexOf(mark, from);
    open |= at < 0;
    return at < 0 ? -1 : at + mark.length();
  }

  /// A template that holds no other.
  private int innerTemplate(String text, int start) {
    if (!text.startsWith("{{", start)) {
      return -1;
    }
    int end = first(text, start + 2, '{', '}');
    return text.startsWith("}}", end) ? end + 2 : -1;
  }

  /// A link with a namespace.
  private int file(String text, int start) {
    if (!text.startsWith("[[", start)) {
      return -1;
    }
    int colon = start + 2;
    int limit = Math.min(text.length(), colon + LONGEST_NAMESPACE + 1);
    while (colon < limit && "[]|:".indexOf(text.charAt(colon)) < 0) {
      colon++;
    }
    open |= colon == text.length();
    if (colon == limit || colon == start + 2 || text.charAt(colon) != ':') {
      return -1;
    }
    int end = first(text, colon + 1, '[', ']');
    return text.startsWith("]]", end) ? end + 2 : -1;
  }

  private int first(String text, int from, char a, char b) {
    int at = from;
    while (at < text.length() && text.charAt(at) != a && text.charAt(at) != b) {
      at++;
    }
    open |= at == text.length();
    return at;
  }
}
