package org.handsel.authority.index;

/// A set of longs, 12 to 24 bytes each. Zero counts as one.
final class LongSet {
  private long[] slots = new long[1 << 12];
  private int size;

  int size() {
    return size;
  }

  /// Whether it was not there before.
  boolean add(long value) {
    if (size * 3L > slots.length * 2L) {
      long[] old = slots;
      slots = new long[old.length * 2];
      for (long kept : old) {
        if (kept != 0) {
          slots[free(kept)] = kept;
        }
      }
    }
    long kept = value == 0 ? 1 : value;
    int slot = free(kept);
    if (slots[slot] == kept) {
      return false;
    }
    slots[slot] = kept;
    size++;
    return true;
  }

  private int free(long value) {
    int slot = (int) (value & slots.length - 1);
    while (slots[slot] != 0 && slots[slot] != value) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }
}
