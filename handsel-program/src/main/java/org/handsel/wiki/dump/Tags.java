package org.handsel.wiki.dump;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Looks at tags in bytes.
final class Tags {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long BRACKETS = '<' * ONES;
  private static final long AMPERSANDS = '&' * ONES;

  private Tags() {}

  static byte[] bytes(String word) {
    return word.getBytes(StandardCharsets.US_ASCII);
  }

  /// The next opening bracket, or the end. Texts are long and hold none, so that eight bytes are
  /// looked at together.
  static int next(byte[] in, int from, int to) {
    int at = from;
    for (; at + 8 <= to; at += 8) {
      long found = equal((long) LONGS.get(in, at), BRACKETS);
      if (found != 0) {
        return at + (Long.numberOfTrailingZeros(found) >>> 3);
      }
    }
    while (at < to && in[at] != '<') {
      at++;
    }
    return at;
  }

  /// The next byte that begins an entity or markup, or the end.
  static int nextSpecial(byte[] in, int from, int to) {
    int at = from;
    for (; at + 8 <= to; at += 8) {
      long eight = (long) LONGS.get(in, at);
      long found = equal(eight, BRACKETS) | equal(eight, AMPERSANDS);
      if (found != 0) {
        return at + (Long.numberOfTrailingZeros(found) >>> 3);
      }
    }
    while (at < to && in[at] != '<' && in[at] != '&') {
      at++;
    }
    return at;
  }

  /// Sets the upper bit of the first byte that is equal, and perhaps of some behind it.
  private static long equal(long eight, long wanted) {
    long difference = eight ^ wanted;
    return difference - ONES & ~difference & ONES << 7;
  }

  /// Behind the bracket that closes a tag, comment or CDATA section, or -1 where it is not there
  /// yet.
  static int tagEnd(byte[] in, int tag, int to) {
    if (tag + 1 < to && in[tag + 1] == '!') {
      return sectionEnd(in, tag, to);
    }
    byte quote = 0;
    for (int at = tag + 1; at < to; at++) {
      byte b = in[at];
      if (quote != 0) {
        quote = b == quote ? 0 : quote;
      } else if (b == '>') {
        return at + 1;
      } else if (b == '"' || b == '\'') {
        quote = b;
      } else if (b == '<') {
        return at;
      }
    }
    return -1;
  }

  private static int sectionEnd(byte[] in, int tag, int to) {
    boolean comment = tag + 3 < to && in[tag + 2] == '-';
    boolean section = tag + 3 < to && in[tag + 2] == '[';
    char mark = comment ? '-' : ']';
    if (!comment && !section) {
      // A document type without a subset, which dumps do not have.
      for (int at = tag; at < to; at++) {
        if (in[at] == '>') {
          return at + 1;
        }
      }
      return -1;
    }
    int close = XmlText.find(in, tag + 4, to, mark, mark, '>');
    return close + 3 <= to ? close + 3 : -1;
  }

  /// Whether a tag has that name.
  static boolean is(byte[] in, int tag, int to, String name) {
    int length = name.length();
    if (tag + 1 + length >= to) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (in[tag + 1 + i] != name.charAt(i)) {
        return false;
      }
    }
    byte after = in[tag + 1 + length];
    return after == '>' || after == '/' || after <= ' ' && after >= 0;
  }

  /// The value of an attribute with its entities decoded, or null.
  static @Nullable String attribute(byte[] in, int tag, int tagEnd, String name) {
    byte[] word = bytes(name);
    for (int at = tag; at < tagEnd; at++) {
      if (in[at] > ' ' || !XmlText.starts(in, at + 1, tagEnd, word)) {
        continue;
      }
      int value = at + 1 + word.length;
      while (value < tagEnd && (in[value] <= ' ' || in[value] == '=')) {
        value++;
      }
      if (value < tagEnd && (in[value] == '"' || in[value] == '\'')) {
        int end = value + 1;
        while (end < tagEnd && in[end] != in[value]) {
          end++;
        }
        return text(Arrays.copyOfRange(in, value + 1, end));
      }
    }
    return null;
  }

  static String text(byte[] escaped) {
    XmlText text = new XmlText();
    text.decode(escaped, 0, escaped.length);
    return text.string();
  }
}
