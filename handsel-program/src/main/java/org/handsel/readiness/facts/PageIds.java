package org.handsel.readiness.facts;

import java.util.Arrays;

/// Finds pages by the ids that the wiki gave them, in 4 bytes a slot. Immutable; safe for threads.
final class PageIds {
  private final long[] ids;
  private final int[] slots;

  /// @param ids of pages by their numbers; of two pages with one id the first is found
  PageIds(long[] ids) {
    this.ids = ids;
    slots = new int[Integer.highestOneBit(Math.max(ids.length, 1)) * 4];
    Arrays.fill(slots, -1);
    for (int page = 0; page < ids.length; page++) {
      int slot = slot(ids[page]);
      if (slots[slot] < 0) {
        slots[slot] = page;
      }
    }
  }

  /// The page with that id, or -1.
  int find(long id) {
    return slots[slot(id)];
  }

  private int slot(long id) {
    int mask = slots.length - 1;
    int slot = (int) (id * 0x9E3779B97F4A7C15L >>> 32) & mask;
    while (slots[slot] >= 0 && ids[slots[slot]] != id) {
      slot = slot + 1 & mask;
    }
    return slot;
  }
}
