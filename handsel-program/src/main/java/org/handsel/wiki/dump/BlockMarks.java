package org.handsel.wiki.dump;

import java.io.IOException;
import java.nio.ByteBuffer;

/// Finds the marks at which bzip2 blocks begin, at any bit of a file, one after the other. A mark
/// may stand within a block by chance: what it finds are candidates. Not safe for threads.
final class BlockMarks {
  /// Begins every block: the first digits of pi.
  static final long BLOCK = 0x314159265359L;

  /// Ends every stream: the first digits of pi's root.
  static final long END = 0x177245385090L;

  static final int MARK_BITS = 48;
  private static final long MASK = (1L << MARK_BITS) - 1;
  private static final int WINDOW = 1 << 20;

  /// For the third byte of a stretch of seven: the shifts at which the mark would have that byte.
  private static final byte[] SHIFTS = new byte[256];

  static {
    for (int shift = 0; shift < 8; shift++) {
      SHIFTS[(int) (BLOCK << 8 - shift >>> 32 & 0xff)] |= (byte) (1 << shift);
    }
  }

  private final RandomBytes file;
  private final ByteBuffer window = ByteBuffer.allocate(WINDOW);
  private long windowStart;
  private int windowLength;
  private long at;

  BlockMarks(RandomBytes file) {
    this.file = file;
  }

  /// The bit at which the next mark begins, at a given bit or behind it, or -1.
  long next(long fromBit) throws IOException {
    at = Math.max(at, fromBit >>> 3);
    byte[] bytes = window.array();
    while (true) {
      int i = (int) (at - windowStart);
      if (i < 0 || i + 8 > windowLength) {
        if (!load(at)) {
          return -1;
        }
        i = 0;
      }
      for (; i + 8 <= windowLength; i++) {
        int shifts = SHIFTS[bytes[i + 2] & 0xff];
        if (shifts == 0) {
          continue;
        }
        long bit = mark(bytes, i, shifts & 0xff, fromBit);
        if (bit >= 0) {
          at = bit + MARK_BITS >>> 3;
          return bit;
        }
      }
      at = windowStart + i;
    }
  }

  private long mark(byte[] bytes, int i, int shifts, long fromBit) {
    long seven = 0;
    for (int k = 0; k < 7; k++) {
      seven = seven << 8 | bytes[i + k] & 0xff;
    }
    for (int shift = 0; shift < 8; shift++) {
      if ((shifts & 1 << shift) != 0 && (seven >>> 8 - shift & MASK) == BLOCK) {
        long bit = (windowStart + i << 3) + shift;
        if (bit >= fromBit) {
          return bit;
        }
      }
    }
    return -1;
  }

  /// Loads the file from a byte on; zeros follow its end so that a mark in the last bytes is seen.
  private boolean load(long from) throws IOException {
    if (from + 6 > file.size()) {
      return false;
    }
    window.clear().limit(WINDOW - 8);
    windowStart = from;
    while (window.hasRemaining() && file.read(window, from + window.position()) >= 0) {}
    windowLength = window.position();
    for (int i = 0; i < 2 && from + windowLength >= file.size(); i++) {
      window.array()[windowLength++] = 0;
    }
    return true;
  }
}
