package org.handsel.cluster;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Rows of a tab-separated file as bytes, one after the other, without making text of them. Not
/// safe for threads.
final class CellReader implements Closeable {
  private final InputStream in;
  private byte[] bytes = new byte[1 << 18];
  private int filled;
  private int at;
  private int[] from = new int[8];
  private int[] to = new int[8];
  private int count;

  CellReader(InputStream in) {
    this.in = in;
  }

  /// Reads the next row.
  ///
  /// @return false behind the last
  /// @throws EOFException where the last row does not end
  boolean next() throws IOException {
    count = 0;
    int start = at;
    int look = at;
    while (true) {
      if (look == filled) {
        boolean begun = count > 0 || start < filled;
        int moved = more(start);
        if (moved < 0) {
          if (begun) {
            throw new EOFException("a row without an end");
          }
          return false;
        }
        start -= moved;
        look -= moved;
      }
      byte one = bytes[look++];
      if (one == '\t' || one == '\n') {
        cell(start, look - 1);
        start = look;
        if (one == '\n') {
          at = look;
          return true;
        }
      }
    }
  }

  private void cell(int begin, int end) {
    if (count == from.length) {
      from = Arrays.copyOf(from, count * 2);
      to = Arrays.copyOf(to, count * 2);
    }
    from[count] = begin;
    to[count++] = end;
  }

  /// Reads on; the row that was begun moves to the front.
  ///
  /// @return by how much it moved, or -1 at the end
  private int more(int start) throws IOException {
    int row = count == 0 ? start : from[0];
    if (filled == bytes.length) {
      int length = filled - row;
      byte[] room = length > bytes.length / 2 ? new byte[bytes.length * 2] : bytes;
      System.arraycopy(bytes, row, room, 0, length);
      bytes = room;
      filled = length;
      for (int i = 0; i < count; i++) {
        from[i] -= row;
        to[i] -= row;
      }
    } else {
      row = 0;
    }
    int read = in.read(bytes, filled, bytes.length - filled);
    if (read < 0) {
      return -1;
    }
    filled += read;
    return row;
  }

  int cells() {
    return count;
  }

  /// Holds the cells until the next row is read.
  byte[] bytes() {
    return bytes;
  }

  int from(int cell) {
    return from[cell];
  }

  int to(int cell) {
    return to[cell];
  }

  /// What a cell says without the escapes, or null where it has none and stands in the bytes as it
  /// is.
  byte @Nullable [] unescaped(int cell) {
    int i = from[cell];
    while (i < to[cell] && bytes[i] != '\\') {
      i++;
    }
    if (i == to[cell]) {
      return null;
    }
    byte[] text = Arrays.copyOfRange(bytes, from[cell], to[cell]);
    int length = 0;
    for (i = 0; i < text.length; i++) {
      byte one = text[i];
      if (one == '\\' && i + 1 < text.length) {
        i++;
        one =
            switch (text[i]) {
              case 't' -> '\t';
              case 'n' -> '\n';
              case 'r' -> '\r';
              default -> text[i];
            };
      }
      text[length++] = one;
    }
    return Arrays.copyOf(text, length);
  }

  long whole(int cell) {
    int i = from[cell];
    boolean negative = i < to[cell] && bytes[i] == '-';
    long value = 0;
    for (i += negative ? 1 : 0; i < to[cell]; i++) {
      value = Math.addExact(Math.multiplyExact(value, 10), digit(bytes[i]));
    }
    return negative ? -value : value;
  }

  private static int digit(byte one) {
    if (one < '0' || one > '9') {
      throw new NumberFormatException("no digit: " + (char) one);
    }
    return one - '0';
  }

  String text(int cell) {
    return new String(bytes, from[cell], to[cell] - from[cell], StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
