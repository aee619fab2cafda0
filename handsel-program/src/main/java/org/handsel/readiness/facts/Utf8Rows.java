package org.handsel.readiness.facts;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Rows of a tab-separated file as bytes, as [org.handsel.platform.Tsv] writes them; made on the
/// threads that read pages, where text becomes bytes once. Not safe for several threads at a time.
final class Utf8Rows {
  private byte[] bytes;
  private int length;

  Utf8Rows(int size) {
    bytes = new byte[size];
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  void clear() {
    length = 0;
  }

  /// Begins a row with cells that are bytes already, each followed by its tab.
  void begin(Utf8Rows cells) {
    room(cells.length);
    System.arraycopy(cells.bytes, 0, bytes, length, cells.length);
    length += cells.length;
  }

  void cell(String text) {
    text(text);
    put('\t');
  }

  void lastCell(String text) {
    text(text);
    put('\n');
  }

  private void put(char ascii) {
    room(1);
    bytes[length++] = (byte) ascii;
  }

  private void text(String text) {
    int count = text.length();
    room(2 * count);
    int i = 0;
    while (i < count) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        break;
      }
      int escaped = escaped(c);
      if (escaped > 0) {
        bytes[length++] = '\\';
        bytes[length++] = (byte) escaped;
      } else {
        bytes[length++] = (byte) c;
      }
      i++;
    }
    if (i < count) {
      encoded(text.substring(i).getBytes(StandardCharsets.UTF_8));
    }
  }

  private void encoded(byte[] text) {
    room(2 * text.length);
    for (byte b : text) {
      int escaped = escaped(b);
      if (escaped > 0) {
        bytes[length++] = '\\';
        bytes[length++] = (byte) escaped;
      } else {
        bytes[length++] = b;
      }
    }
  }

  private static int escaped(int c) {
    return switch (c) {
      case '\t' -> 't';
      case '\n' -> 'n';
      case '\r' -> 'r';
      case '\\' -> '\\';
      default -> 0;
    };
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
    }
  }
}
