package org.handsel.collection.source;

/// Text that XML can hold.
final class XmlText {
  private XmlText() {}

  /// The same text with blanks for control characters and U+FFFD for halves of pairs, which XML has
  /// no place for.
  static String legal(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isControl(c) || Character.isSurrogate(c) || c >= '\uFFFE') {
        return mended(text);
      }
    }
    return text;
  }

  static boolean isControl(char c) {
    return c < ' ' && c != '\t' && c != '\n' && c != '\r';
  }

  private static String mended(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isControl(c)) {
        out.append(' ');
      } else if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        out.append(c).append(text.charAt(++i));
      } else {
        out.append(Character.isSurrogate(c) || c >= '\uFFFE' ? '\uFFFD' : c);
      }
    }
    return out.toString();
  }
}
