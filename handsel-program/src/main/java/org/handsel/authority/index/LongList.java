package org.handsel.authority.index;

import java.util.Arrays;

/// A growing list of longs.
final class LongList {
  private long[] values = new long[1024];
  private int size;

  void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size + (size >> 1));
    }
    values[size++] = value;
  }

  long get(int index) {
    return values[index];
  }

  int size() {
    return size;
  }

  /// Sorts as if no value were negative.
  void sortUnsigned() {
    for (int i = 0; i < size; i++) {
      values[i] ^= Long.MIN_VALUE;
    }
    Arrays.parallelSort(values, 0, size);
    for (int i = 0; i < size; i++) {
      values[i] ^= Long.MIN_VALUE;
    }
  }
}
