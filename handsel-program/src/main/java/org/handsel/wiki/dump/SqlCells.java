package org.handsel.wiki.dump;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The wanted values of one row; used again for the next row.
public final class SqlCells {
  private byte[] bytes = new byte[1 << 12];
  private int length;
  private final int[] from;
  private final int[] to;

  SqlCells(int columns) {
    from = new int[columns];
    to = new int[columns];
  }

  void clear() {
    length = 0;
    Arrays.fill(from, -1);
  }

  void begin(int column) {
    from[column] = length;
  }

  void add(int b) {
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, length * 2);
    }
    bytes[length++] = (byte) b;
  }

  void end(int column, boolean isNull) {
    to[column] = length;
    if (isNull) {
      from[column] = -1;
    }
  }

  /// Whether the column has a value.
  public boolean has(int column) {
    return from[column] >= 0;
  }

  /// The value as a number; 0 where there is none.
  public long number(int column) {
    long number = 0;
    boolean negative = false;
    for (int i = Math.max(0, from[column]); has(column) && i < to[column]; i++) {
      if (bytes[i] == '-') {
        negative = true;
      } else if (bytes[i] >= '0' && bytes[i] <= '9') {
        number = number * 10 + bytes[i] - '0';
      }
    }
    return negative ? -number : number;
  }

  /// The value as text; empty where there is none.
  public String text(int column) {
    return has(column)
        ? new String(bytes, from[column], to[column] - from[column], StandardCharsets.UTF_8)
        : "";
  }
}
