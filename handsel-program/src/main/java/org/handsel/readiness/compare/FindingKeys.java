package org.handsel.readiness.compare;

import java.util.Arrays;

/// The findings of an audit as sorted hashes, each with the number of times that it is left. For
/// one thread; all are added, then sorted, then taken.
final class FindingKeys {
  private long[] keys = new long[1024];
  private int size;
  private int[] left = new int[0];

  void add(long key) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
    }
    keys[size++] = key;
  }

  void sort() {
    Arrays.sort(keys, 0, size);
    left = new int[size];
    int distinct = 0;
    for (int at = 0; at < size; at++) {
      if (at == 0 || keys[at] != keys[distinct - 1]) {
        keys[distinct++] = keys[at];
      }
      left[distinct - 1]++;
    }
    size = distinct;
  }

  boolean has(long key) {
    int at = Arrays.binarySearch(keys, 0, size, key);
    return at >= 0 && left[at] > 0;
  }

  /// Takes one with this hash out, if there is one.
  boolean take(long key) {
    int at = Arrays.binarySearch(keys, 0, size, key);
    if (at < 0 || left[at] == 0) {
      return false;
    }
    left[at]--;
    return true;
  }
}
