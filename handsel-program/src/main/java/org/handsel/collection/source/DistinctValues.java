package org.handsel.collection.source;

import java.util.Arrays;

/// Counts distinct texts in bounded memory: exactly as long as there are few of them or none has
/// repeated yet, by estimate afterwards.
///
/// The estimate is that of the k smallest hashes (Bar-Yossef and others, 2002): with 1,024 of them
/// it is wrong by some 3 %.
final class DistinctValues {
  static final int EXACT = 10_000;

  /// A number of the record must be told from a title that hardly ever repeats, so uniqueness is
  /// followed further than the count: 4 million hashes are 64 MB.
  static final int EXACT_WHILE_UNIQUE = 4_000_000;

  private static final int SMALLEST = 1024;

  private long[] table = new long[64];
  private int size;
  private boolean zero;
  private boolean repeated;
  private boolean exact = true;
  private long[] smallest = new long[0];

  void add(String text) {
    long hash = hash(text);
    if (!exact) {
      keepSmall(hash);
      return;
    }
    if (!insert(hash)) {
      repeated = true;
    }
    int limit = repeated ? EXACT : EXACT_WHILE_UNIQUE;
    if (size > limit) {
      estimateFromNowOn();
    }
  }

  /// Whether no text was added twice, as far as that was followed.
  boolean isUnique() {
    return !repeated;
  }

  boolean isExact() {
    return exact;
  }

  long count() {
    if (exact) {
      return size + (zero ? 1 : 0);
    }
    // Hashes as fractions of the unsigned range: the k-th smallest of n lies near k / n.
    double kth = (smallest[SMALLEST - 1] >>> 1) / 0x1p63;
    return Math.max(EXACT, Math.round((SMALLEST - 1) / kth));
  }

  private boolean insert(long hash) {
    if (hash == 0) {
      boolean isNew = !zero;
      zero = true;
      return isNew;
    }
    if (size * 2 >= table.length) {
      grow();
    }
    if (!place(table, hash)) {
      return false;
    }
    size++;
    return true;
  }

  private static boolean place(long[] into, long hash) {
    int mask = into.length - 1;
    int i = (int) (hash ^ (hash >>> 32)) & mask;
    while (into[i] != 0) {
      if (into[i] == hash) {
        return false;
      }
      i = (i + 1) & mask;
    }
    into[i] = hash;
    return true;
  }

  private void grow() {
    long[] larger = new long[table.length * 2];
    for (long hash : table) {
      if (hash != 0) {
        place(larger, hash);
      }
    }
    table = larger;
  }

  private void estimateFromNowOn() {
    exact = false;
    long[] all = Arrays.stream(table).filter(hash -> hash != 0).toArray();
    // Unsigned order: the sign bit is flipped for sorting.
    for (int i = 0; i < all.length; i++) {
      all[i] ^= Long.MIN_VALUE;
    }
    Arrays.sort(all);
    smallest = Arrays.copyOf(all, SMALLEST);
    for (int i = 0; i < SMALLEST; i++) {
      smallest[i] ^= Long.MIN_VALUE;
    }
    table = new long[0];
  }

  private void keepSmall(long hash) {
    if (Long.compareUnsigned(hash, smallest[SMALLEST - 1]) >= 0) {
      return;
    }
    int low = 0;
    int high = SMALLEST - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Long.compareUnsigned(smallest[middle], hash) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (smallest[low] != hash) {
      System.arraycopy(smallest, low, smallest, low + 1, SMALLEST - 1 - low);
      smallest[low] = hash;
    }
  }

  /// FNV-1a over the characters with the finishing steps of SplitMix64, which spread it over all 64
  /// bits.
  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    return hash ^ (hash >>> 31);
  }
}
