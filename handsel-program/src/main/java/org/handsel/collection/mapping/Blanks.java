package org.handsel.collection.mapping;

/// White space of every kind that deliveries hold: Unicode's, the no-break ones, and the zero-width
/// characters that exports leave behind.
final class Blanks {
  private Blanks() {}

  static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!blank(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && blank(text.charAt(start))) {
      start++;
    }
    while (end > start && blank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /// Each run of white space becomes one blank; none at the ends.
  static String collapse(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean pending = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (blank(c)) {
        pending = !out.isEmpty();
      } else {
        if (pending) {
          out.append(' ');
          pending = false;
        }
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean blank(char c) {
    if (c <= ' ') {
      return true;
    }
    return c > '~'
        && (Character.isSpaceChar(c)
            || Character.isWhitespace(c)
            || c == '\u200B'
            || c == '\uFEFF'
            || c == '\u0085');
  }
}
