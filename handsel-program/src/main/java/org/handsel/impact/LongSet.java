package org.handsel.impact;

/// A set of 64-bit hashes in 12 bytes each; a false "was there" comes once in some ten million
/// million pairs. Not safe for use by several threads.
final class LongSet {
  private long[] table = new long[1 << 12];
  private int size;
  private boolean zero;

  /// @return whether the value is new
  boolean add(long value) {
    if (value == 0) {
      boolean fresh = !zero;
      zero = true;
      return fresh;
    }
    if (size * 3L > table.length * 2L) {
      grow();
    }
    return put(table, value) && ++size > 0;
  }

  int size() {
    return size + (zero ? 1 : 0);
  }

  private void grow() {
    long[] larger = new long[table.length * 2];
    for (long value : table) {
      if (value != 0) {
        put(larger, value);
      }
    }
    table = larger;
  }

  private static boolean put(long[] table, long value) {
    int mask = table.length - 1;
    int place = (int) (value ^ value >>> 32) & mask;
    while (table[place] != 0) {
      if (table[place] == value) {
        return false;
      }
      place = place + 1 & mask;
    }
    table[place] = value;
    return true;
  }

  /// A well mixed hash of texts and the borders between them.
  static long hash(String... texts) {
    long hash = 0xcbf29ce484222325L;
    for (String text : texts) {
      for (int i = 0; i < text.length(); i++) {
        hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
      }
      hash = (hash ^ 0x1ff) * 0x100000001b3L;
    }
    hash = (hash ^ hash >>> 32) * 0xd6e8feb86659fd93L;
    return hash ^ hash >>> 29;
  }
}
