package org.handsel.wiki.dump;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Decodes the content of an XML element: the predefined entities, character references and CDATA
/// sections. Entities of other names stay as they are, for no dump declares any. The result stands
/// in a buffer that is used again. Not safe for threads.
final class XmlText {
  private static final byte[] CDATA = "<![CDATA[".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LESS = Tags.bytes("lt;");
  private static final byte[] GREATER = Tags.bytes("gt;");
  private static final byte[] QUOTE = Tags.bytes("quot;");
  private static final byte[] AMPERSAND = Tags.bytes("amp;");
  private static final byte[] APOSTROPHE = Tags.bytes("apos;");
  private static final int LONGEST_REFERENCE = 12;

  private byte[] out = new byte[1 << 16];
  private int length;

  byte[] bytes() {
    return out;
  }

  int length() {
    return length;
  }

  /// Decodes a stretch of bytes.
  void decode(byte[] in, int from, int to) {
    if (out.length < to - from) {
      out = new byte[Math.max(to - from, out.length * 2)];
    }
    length = 0;
    int at = from;
    while (true) {
      int next = Tags.nextSpecial(in, at, to);
      append(in, at, next);
      if (next >= to) {
        return;
      }
      at = in[next] == '&' ? reference(in, next, to) : markup(in, next, to);
    }
  }

  String string() {
    return new String(out, 0, length, StandardCharsets.UTF_8);
  }

  private void append(byte[] in, int from, int to) {
    System.arraycopy(in, from, out, length, to - from);
    length += to - from;
  }

  /// A CDATA section or a comment, which are all the markup that text can hold.
  private int markup(byte[] in, int at, int to) {
    if (starts(in, at, to, CDATA)) {
      int end = find(in, at + CDATA.length, to, ']', ']', '>');
      append(in, at + CDATA.length, end);
      return Math.min(to, end + 3);
    }
    if (at + 4 <= to && in[at + 1] == '!' && in[at + 2] == '-' && in[at + 3] == '-') {
      return Math.min(to, find(in, at + 4, to, '-', '-', '>') + 3);
    }
    append(in, at, at + 1);
    return at + 1;
  }

  /// @return the place of three bytes in a row, or the end
  static int find(byte[] in, int from, int to, char a, char b, char c) {
    for (int i = from; i + 3 <= to; i++) {
      if (in[i] == a && in[i + 1] == b && in[i + 2] == c) {
        return i;
      }
    }
    return to;
  }

  static boolean starts(byte[] in, int at, int to, byte[] word) {
    return at + word.length <= to && Arrays.equals(in, at, at + word.length, word, 0, word.length);
  }

  private int reference(byte[] in, int at, int to) {
    // Nearly all are brackets and quotes of markup.
    int known = predefined(in, at, to);
    if (known > 0) {
      return known;
    }
    int end = at + 1;
    int limit = Math.min(to, at + LONGEST_REFERENCE);
    while (end < limit && in[end] != ';') {
      end++;
    }
    if (end < limit) {
      int character = character(new String(in, at + 1, end - at - 1, StandardCharsets.US_ASCII));
      if (character >= 0) {
        byte[] utf8 = Character.toString(character).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(utf8, 0, out, length, utf8.length);
        length += utf8.length;
        return end + 1;
      }
    }
    append(in, at, at + 1);
    return at + 1;
  }

  /// @return behind an entity of XML that was decoded, or 0
  private int predefined(byte[] in, int at, int to) {
    if (at + 4 > to) {
      return 0;
    }
    return switch (in[at + 1]) {
      case 'l' -> entity(in, at, to, LESS, '<');
      case 'g' -> entity(in, at, to, GREATER, '>');
      case 'q' -> entity(in, at, to, QUOTE, '"');
      case 'a' ->
          in[at + 2] == 'm'
              ? entity(in, at, to, AMPERSAND, '&')
              : entity(in, at, to, APOSTROPHE, '\'');
      default -> 0;
    };
  }

  private int entity(byte[] in, int at, int to, byte[] name, char character) {
    if (!starts(in, at + 1, to, name)) {
      return 0;
    }
    out[length++] = (byte) character;
    return at + 1 + name.length;
  }

  private static int character(String name) {
    if (name.length() < 2 || name.charAt(0) != '#') {
      return -1;
    }
    boolean hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
    try {
      int number = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
      return Character.isValidCodePoint(number) && (number < 0xD800 || number > 0xDFFF)
          ? number
          : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
