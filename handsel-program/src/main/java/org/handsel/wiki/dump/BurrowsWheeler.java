package org.handsel.wiki.dump;

/// Undoes the Burrows–Wheeler transform of a block.
///
/// The bytes of a block form a chain: each entry of the table holds a byte and the place of the
/// entry that follows. A walk along the chain waits for memory at every step, because the next
/// entry lies anywhere in 3.6 MB. Therefore the chain is cut into some hundred stretches, and eight
/// of them are walked side by side, so that eight reads are under way at a time: 3.5 ms instead of
/// 17 for 900,000 bytes (Xeon of 2023). Holds some 5 MB. Not safe for threads.
final class BurrowsWheeler {
  private static final int LANES = 8;

  /// A stretch begins behind every 1,024th entry, which are places of the chain as if by chance.
  /// The longer the stretches, the more is left to walk alone when the lanes run out: with 4,096 it
  /// was a fourteenth of the time for the blocks of 320 kB in multistream dumps.
  private static final int STRIDE_BITS = 10;

  private static final int STRIDE = 1 << STRIDE_BITS;
  private static final int MOST_STRETCHES = (Bzip2Block.LARGEST >> STRIDE_BITS) + 2;

  /// Smaller blocks are walked in one go.
  private static final int SMALL = 4 * LANES * STRIDE;

  /// In an entry: the stretch ends here. Below it stand 23 bits of place and 8 of the byte.
  private static final int ENDS = 1 << 31;

  private final int[] entries = new int[Bzip2Block.LARGEST];

  /// What the lanes found, one lane behind the other; then what was left when lanes ran out.
  private final byte[] paths = new byte[2 * Bzip2Block.LARGEST];

  // For each stretch, and for the rest of the last one of each lane: its bytes in the paths and
  // the stretch that follows.
  private final int[] from = new int[MOST_STRETCHES + LANES];
  private final int[] to = new int[MOST_STRETCHES + LANES];
  private final int[] after = new int[MOST_STRETCHES + LANES];

  /// The stretch that each lane walks.
  private final int[] walked = new int[LANES];

  private int count;
  private int start;
  private int stretches;
  private int begun;
  private int pathsEnd;

  /// Writes the bytes of a block in their first order.
  ///
  /// @param last the bytes as they are packed
  /// @param byteCount how many
  /// @param places how many of them are smaller than each value; changed
  /// @param startEntry the entry before the first byte
  void undo(byte[] last, int byteCount, int[] places, int startEntry, byte[] target) {
    count = byteCount;
    start = startEntry;
    thread(last, places);
    if (count < SMALL) {
      walk(target);
    } else {
      cut();
      walkLanes();
      join(target);
    }
  }

  private void thread(byte[] last, int[] places) {
    int[] table = entries;
    for (int i = 0; i < count; i++) {
      int place = places[last[i] & 0xff]++;
      table[place] = i << 8 | last[place] & 0xff;
    }
  }

  private void walk(byte[] target) {
    int at = entries[start] >>> 8;
    for (int i = 0; i < count; i++) {
      int entry = entries[at];
      target[i] = (byte) entry;
      at = entry >>> 8;
    }
  }

  private void cut() {
    stretches = (count - 1 >> STRIDE_BITS) + 1;
    for (int i = 0; i < stretches; i++) {
      entries[i << STRIDE_BITS] |= ENDS;
    }
    if ((start & STRIDE - 1) != 0) {
      entries[start] |= ENDS;
      stretches++;
    }
    begun = 0;
    pathsEnd = count;
  }

  /// The stretch behind an entry that ends one.
  private int behind(int place) {
    return (place & STRIDE - 1) == 0 ? place >> STRIDE_BITS : stretches - 1;
  }

  /// Walks eight stretches in step; a lane whose stretch ends takes the next one. Ends when there
  /// is none left for a lane; the others then walk to the ends of theirs alone.
  private void walkLanes() {
    int[] table = entries;
    byte[] out = paths;
    // Every step takes eight entries that no other step takes, so that a lane never overflows.
    int lane = count / LANES;
    int a = begin(0, 0);
    int b = begin(1, 0);
    int c = begin(2, 0);
    int d = begin(3, 0);
    int e = begin(4, 0);
    int f = begin(5, 0);
    int g = begin(6, 0);
    int h = begin(7, 0);
    int i = 0;
    do {
      int entryA;
      int entryB;
      int entryC;
      int entryD;
      int entryE;
      int entryF;
      int entryG;
      int entryH;
      while (true) {
        entryA = table[a];
        entryB = table[b];
        entryC = table[c];
        entryD = table[d];
        entryE = table[e];
        entryF = table[f];
        entryG = table[g];
        entryH = table[h];
        out[i] = (byte) entryA;
        out[i + lane] = (byte) entryB;
        out[i + 2 * lane] = (byte) entryC;
        out[i + 3 * lane] = (byte) entryD;
        out[i + 4 * lane] = (byte) entryE;
        out[i + 5 * lane] = (byte) entryF;
        out[i + 6 * lane] = (byte) entryG;
        out[i + 7 * lane] = (byte) entryH;
        i++;
        if ((entryA | entryB | entryC | entryD | entryE | entryF | entryG | entryH) < 0) {
          break;
        }
        a = entryA >>> 8;
        b = entryB >>> 8;
        c = entryC >>> 8;
        d = entryD >>> 8;
        e = entryE >>> 8;
        f = entryF >>> 8;
        g = entryG >>> 8;
        h = entryH >>> 8;
      }
      a = step(0, a, entryA, i);
      b = step(1, b, entryB, i);
      c = step(2, c, entryC, i);
      d = step(3, d, entryD, i);
      e = step(4, e, entryE, i);
      f = step(5, f, entryF, i);
      g = step(6, g, entryG, i);
      h = step(7, h, entryH, i);
    } while ((a | b | c | d | e | f | g | h) >= 0);
    finish(new int[] {a, b, c, d, e, f, g, h}, i);
  }

  /// @return the place where the lane goes on, or -1 where nothing is left
  private int step(int lane, int place, int entry, int i) {
    if (entry >= 0) {
      return entry >>> 8;
    }
    to[walked[lane]] = lane * (count / LANES) + i;
    after[walked[lane]] = behind(place);
    return begun == stretches ? -1 : begin(lane, i);
  }

  private int begin(int lane, int i) {
    int stretch = begun++;
    walked[lane] = stretch;
    from[stretch] = lane * (count / LANES) + i;
    int before = stretch << STRIDE_BITS;
    return next(entries[before < count ? before : start]);
  }

  private static int next(int entry) {
    return (entry & ~ENDS) >>> 8;
  }

  private void finish(int[] places, int i) {
    for (int lane = 0; lane < LANES; lane++) {
      if (places[lane] < 0) {
        continue;
      }
      int rest = MOST_STRETCHES + lane;
      to[walked[lane]] = lane * (count / LANES) + i;
      after[walked[lane]] = rest;
      from[rest] = pathsEnd;
      int place = places[lane];
      int entry = entries[place];
      while (entry >= 0) {
        paths[pathsEnd++] = (byte) entry;
        place = entry >>> 8;
        entry = entries[place];
      }
      paths[pathsEnd++] = (byte) entry;
      to[rest] = pathsEnd;
      after[rest] = behind(place);
    }
  }

  /// Puts the stretches behind each other. A block that repeats itself is a chain that closes
  /// before all bytes are written, and is gone through again.
  private void join(byte[] target) {
    int written = 0;
    for (int stretch = behind(start); written < count; stretch = after[stretch]) {
      int length = Math.min(to[stretch] - from[stretch], count - written);
      System.arraycopy(paths, from[stretch], target, written, length);
      written += length;
    }
  }
}
