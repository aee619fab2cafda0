package org.handsel.authority.matching;

import java.util.Arrays;

/// Odds of pairs of records, as logarithms, in two arrays. Not safe for threads while filling.
final class PairOdds {
  private long[] keys;
  private float[] odds;
  private int size;

  PairOdds(int expected) {
    int slots = Integer.highestOneBit(Math.max(16, expected)) * 4;
    keys = new long[slots];
    odds = new float[slots];
  }

  private static long key(int a, int b) {
    return ((long) Math.min(a, b) << 32 | Math.max(a, b)) + 1;
  }

  /// Enters a pair; of two entries for one pair the higher counts.
  void enter(int a, int b, float value) {
    if (size * 2 > keys.length) {
      grow();
    }
    long key = key(a, b);
    int slot = slot(key);
    if (keys[slot] == 0) {
      keys[slot] = key;
      odds[slot] = value;
      size++;
    } else {
      odds[slot] = Math.max(odds[slot], value);
    }
  }

  private void grow() {
    long[] oldKeys = keys;
    float[] oldOdds = odds;
    keys = new long[oldKeys.length * 2];
    odds = new float[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        odds[slot] = oldOdds[i];
      }
    }
  }

  private int slot(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 33) & keys.length - 1;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = slot + 1 & keys.length - 1;
    }
    return slot;
  }

  /// Not a number where the pair was not entered.
  float get(int a, int b) {
    int slot = slot(key(a, b));
    return keys[slot] == 0 ? Float.NaN : odds[slot];
  }

  /// Pairs whose odds are above a limit, the surest first, of equal ones those of earlier records
  /// first: the smaller number in the upper half of each, the larger in the lower.
  long[] above(double least) {
    long[] found = new long[size];
    int count = 0;
    for (int slot = 0; slot < keys.length; slot++) {
      if (keys[slot] != 0 && odds[slot] > least) {
        found[count++] = keys[slot] - 1;
      }
    }
    return Arrays.stream(found, 0, count)
        .boxed()
        .sorted((x, y) -> {
          int byOdds = Float.compare(of(y), of(x));
          return byOdds != 0 ? byOdds : Long.compare(x, y);
        })
        .mapToLong(Long::longValue)
        .toArray();
  }

  private float of(long pair) {
    return odds[slot(pair + 1)];
  }
}
