package org.handsel.collection.image;

import java.util.Arrays;
import java.util.function.IntConsumer;

/// Numbers by keys of 16 bits, in chains of plain arrays: 4 bytes an entry.
final class HashTable {
  private final int[] heads = new int[1 << 16];
  private int[] next = new int[1024];
  private int count;

  HashTable() {
    Arrays.fill(heads, -1);
  }

  /// Entries must come numbered 0, 1, 2 ….
  void add(int key, int entry) {
    if (entry != count) {
      throw new IllegalArgumentException("expected entry %d, found %d".formatted(count, entry));
    }
    if (count == next.length) {
      next = Arrays.copyOf(next, next.length * 3 / 2);
    }
    next[count++] = heads[key];
    heads[key] = entry;
  }

  void each(int key, IntConsumer action) {
    for (int entry = heads[key]; entry >= 0; entry = next[entry]) {
      action.accept(entry);
    }
  }
}
