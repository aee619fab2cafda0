package org.handsel.partnership.prospects;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Map;

/// The texts that order rows of the same score, one behind the other as UTF-8: as strings they were
/// a third of the table's memory. Ordered by code points. Immutable; a change makes another one.
final class Ties {
  private final byte[] text;
  private final int[] ends;
  private final int size;

  private Ties(byte[] text, int[] ends, int size) {
    this.text = text;
    this.ends = ends;
    this.size = size;
  }

  /// Texts that come one by one.
  static final class Growing {
    private static final int USUAL_BYTES = 64;

    private byte[] text;
    private int[] ends;
    private int size;

    /// @param expected about how many texts there will be
    Growing(int expected) {
      text = new byte[expected * USUAL_BYTES];
      ends = new int[expected];
    }

    void add(String tie) {
      byte[] bytes = tie.getBytes(UTF_8);
      add(bytes, 0, bytes.length);
    }

    private void add(byte[] bytes, int start, int length) {
      int from = size == 0 ? 0 : ends[size - 1];
      int end = Math.addExact(from, length);
      if (end > text.length) {
        text = Arrays.copyOf(text, Math.max(end, text.length + (text.length >> 1)));
      }
      if (size == ends.length) {
        ends = Arrays.copyOf(ends, size + (size >> 1) + 1);
      }
      System.arraycopy(bytes, start, text, from, length);
      ends[size++] = end;
    }

    Ties ties() {
      return new Ties(
          Arrays.copyOf(text, size == 0 ? 0 : ends[size - 1]), Arrays.copyOf(ends, size), size);
    }
  }

  private int start(int row) {
    return row == 0 ? 0 : ends[row - 1];
  }

  /// Whether a row has this text.
  boolean is(int row, String tie) {
    byte[] bytes = tie.getBytes(UTF_8);
    return row < size && Arrays.equals(text, start(row), ends[row], bytes, 0, bytes.length);
  }

  /// With other texts for some rows and, in the order of their numbers, for new ones at the end.
  Ties with(Map<Integer, String> changes, int total) {
    Growing growing = new Growing(total);
    for (int row = 0; row < total; row++) {
      String change = changes.get(row);
      if (change == null) {
        growing.add(text, start(row), ends[row] - start(row));
      } else {
        growing.add(change);
      }
    }
    return growing.ties();
  }

  /// The place of each row among all.
  int[] ranks() {
    // Rows with the same text are the same in all that a person sees, and keep the order of their
    // ids.
    Integer[] order = new Integer[size];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        (a, b) -> {
          int by = Arrays.compareUnsigned(text, start(a), ends[a], text, start(b), ends[b]);
          return by != 0 ? by : Integer.compare(a, b);
        });
    int[] ranks = new int[size];
    for (int i = 0; i < size; i++) {
      ranks[order[i]] = i;
    }
    return ranks;
  }
}
