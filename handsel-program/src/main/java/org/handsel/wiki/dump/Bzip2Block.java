package org.handsel.wiki.dump;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Decodes blocks of bzip2 files, one at a time, each independent of the others.
///
/// The steps are those of the format in reverse: Huffman codes in groups of fifty, move-to-front
/// and runs of zeros, Burrows–Wheeler, run lengths, checksum. Of the time some half goes into the
/// first, two fifths into the transform. Holds some 9 MB of tables that are used again for the next
/// block. Not safe for threads.
final class Bzip2Block {
  /// The format's largest block, before run lengths are undone.
  static final int LARGEST = 900_000;

  private static final int GROUP = 50;
  private static final int LONGEST_CODE = 20;
  private static final int TABLE_BITS = 10;
  private static final int MOST_TABLES = 6;
  private static final int MOST_SYMBOLS = 258;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LITTLE =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /// How a block ended.
  enum Outcome {
    DECODED,
    /// The bits are no block, or its checksum does not hold.
    DAMAGED,
    /// The input ended within the block.
    CUT
  }

  private byte[] in = {};
  private int inEnd;
  private int next;
  private long bits;
  private int bitCount;

  /// The block's bytes as they are packed, with room for eight that are written at once.
  private final byte[] last = new byte[LARGEST + 8];

  private final byte[] raw = new byte[LARGEST];
  private final BurrowsWheeler transform = new BurrowsWheeler();
  private final BlockChecksum crc = new BlockChecksum();
  private final int[] lengthOut = new int[1];
  private final byte[] selectors = new byte[1 << 15];
  private final char[][] tables = new char[MOST_TABLES][1 << TABLE_BITS];
  private final int[][] limits = new int[MOST_TABLES][LONGEST_CODE + 2];
  private final int[][] bases = new int[MOST_TABLES][LONGEST_CODE + 2];
  private final int[][] symbols = new int[MOST_TABLES][MOST_SYMBOLS];
  private final byte[] lengths = new byte[MOST_SYMBOLS];
  private final byte[] front = new byte[256];
  private final int[] counts = new int[257];

  private byte[] out = new byte[LARGEST + (LARGEST >> 2)];
  private int length;
  private int checksum;

  /// The decoded bytes, valid until the next block.
  byte[] bytes() {
    return out;
  }

  int length() {
    return length;
  }

  int checksum() {
    return checksum;
  }

  /// Bits of the input behind the block.
  long endBit() {
    return ((long) next << 3) - bitCount;
  }

  /// Hands the buffer with the decoded bytes over and takes another in its place.
  byte[] swap(byte[] buffer) {
    byte[] full = out;
    out = buffer;
    return full;
  }

  /// Decodes the block whose mark ends at a bit of the input.
  ///
  /// @param size of the file's blocks in bytes
  Outcome decode(byte[] input, int end, long bit, int size) {
    in = input;
    inEnd = end;
    next = (int) (bit >>> 3);
    bits = 0;
    bitCount = 0;
    length = 0;
    int skip = (int) (bit & 7);
    if (skip > 0) {
      take(skip);
    }
    checksum = take(16) << 16 | take(16);
    boolean randomised = take(1) == 1;
    int start = take(24);
    // Blocks of bzip2 before 0.9.5 (1998) may be randomised; no dump was ever written so.
    if (randomised) {
      return Outcome.DAMAGED;
    }
    int used = usedBytes();
    int tableCount = take(3);
    int selectorCount = take(15);
    if (used == 0 || tableCount < 2 || tableCount > MOST_TABLES || selectorCount == 0) {
      return ended() ? Outcome.CUT : Outcome.DAMAGED;
    }
    if (!selectors(tableCount, selectorCount) || !codes(tableCount, used + 2)) {
      return ended() ? Outcome.CUT : Outcome.DAMAGED;
    }
    int count = symbols(used + 1, selectorCount, Math.min(size, LARGEST));
    if (ended()) {
      return Outcome.CUT;
    }
    if (count <= 0 || start >= count) {
      return Outcome.DAMAGED;
    }
    for (int value = 0; value < 256; value++) {
      counts[value + 1] += counts[value];
    }
    transform.undo(last, count, counts, start, raw);
    out = RunLengths.undo(raw, count, out, lengthOut);
    length = lengthOut[0];
    return crc.of(out, length) == checksum ? Outcome.DECODED : Outcome.DAMAGED;
  }

  private boolean ended() {
    return endBit() > (long) inEnd << 3;
  }

  private int take(int count) {
    if (bitCount < count) {
      fill();
    }
    int value = (int) (bits >>> (64 - count));
    bits <<= count;
    bitCount -= count;
    return value;
  }

  /// Fills up to at least 57 bits, left aligned; behind the end come zeros.
  private void fill() {
    if (next + 8 <= inEnd) {
      bits |= (long) LONGS.get(in, next) >>> bitCount;
      int bytes = (63 - bitCount) >>> 3;
      next += bytes;
      bitCount += bytes << 3;
      return;
    }
    while (bitCount <= 56) {
      long value = next < inEnd ? in[next] & 0xffL : 0;
      next++;
      bits |= value << (56 - bitCount);
      bitCount += 8;
    }
  }

  private int usedBytes() {
    int groups = take(16);
    int used = 0;
    for (int group = 0; group < 16; group++) {
      if ((groups & 0x8000 >> group) != 0) {
        int members = take(16);
        for (int member = 0; member < 16; member++) {
          if ((members & 0x8000 >> member) != 0) {
            front[used++] = (byte) (group << 4 | member);
          }
        }
      }
    }
    return used;
  }

  private boolean selectors(int tableCount, int selectorCount) {
    byte[] order = {0, 1, 2, 3, 4, 5};
    for (int i = 0; i < selectorCount; i++) {
      int place = 0;
      while (take(1) == 1) {
        if (++place == tableCount) {
          return false;
        }
      }
      byte table = order[place];
      System.arraycopy(order, 0, order, 1, place);
      order[0] = table;
      selectors[i] = table;
    }
    return true;
  }

  private boolean codes(int tableCount, int alphabet) {
    for (int table = 0; table < tableCount; table++) {
      int codeLength = take(5);
      for (int symbol = 0; symbol < alphabet; symbol++) {
        while (take(1) == 1) {
          codeLength += take(1) == 0 ? 1 : -1;
          if (codeLength < 1 || codeLength > LONGEST_CODE) {
            return false;
          }
        }
        if (codeLength < 1 || codeLength > LONGEST_CODE) {
          return false;
        }
        lengths[symbol] = (byte) codeLength;
      }
      code(table, alphabet);
    }
    return true;
  }

  /// Prepares a canonical code: short codes are looked up at once, long ones by their limits.
  private void code(int table, int alphabet) {
    int[] ofLength = new int[LONGEST_CODE + 2];
    for (int symbol = 0; symbol < alphabet; symbol++) {
      ofLength[lengths[symbol]]++;
    }
    int[] ordered = symbols[table];
    int place = 0;
    for (int codeLength = 1; codeLength <= LONGEST_CODE; codeLength++) {
      for (int symbol = 0; symbol < alphabet; symbol++) {
        if (lengths[symbol] == codeLength) {
          ordered[place++] = symbol;
        }
      }
    }
    char[] direct = tables[table];
    Arrays.fill(direct, '\0');
    int code = 0;
    int first = 0;
    for (int codeLength = 1; codeLength <= LONGEST_CODE; codeLength++) {
      bases[table][codeLength] = code - first;
      for (int i = 0; codeLength <= TABLE_BITS && i < ofLength[codeLength]; i++) {
        int from = code + i << TABLE_BITS - codeLength;
        // A damaged block may promise more codes than there is room for.
        if (from >= direct.length) {
          break;
        }
        Arrays.fill(
            direct,
            from,
            Math.min(direct.length, from + (1 << TABLE_BITS - codeLength)),
            (char) (ordered[first + i] << 5 | codeLength));
      }
      code += ofLength[codeLength];
      first += ofLength[codeLength];
      limits[table][codeLength] = code - 1;
      code <<= 1;
    }
    limits[table][LONGEST_CODE + 1] = Integer.MAX_VALUE;
  }

  /// Reads Huffman codes, undoes move-to-front and runs of zeros, counts bytes: half of the time of
  /// a block, most of it for guesses of the processor that fail. The eight bytes in front of the
  /// list, which three quarters of the codes mean, are kept in one number and moved without a
  /// branch; a run is written eight bytes at a time: 7.5 instead of 12 ms for 900,000 bytes.
  ///
  /// @return how many bytes, or -1 where this cannot be a block
  private int symbols(int endSymbol, int selectorCount, int most) {
    byte[] bytes = last;
    int[] seen = counts;
    Arrays.fill(seen, 0);
    byte[] list = front;
    long fore = (long) LITTLE.get(list, 0);
    int count = 0;
    int run = 0;
    int runPlace = 0;
    for (int group = 0; group < selectorCount && next <= inEnd + GROUP * LONGEST_CODE; group++) {
      int table = selectors[group];
      char[] direct = tables[table];
      for (int left = GROUP; left > 0; left--) {
        if (bitCount < LONGEST_CODE) {
          fill();
        }
        int entry = direct[(int) (bits >>> 64 - TABLE_BITS)];
        int symbol;
        if (entry != 0) {
          symbol = entry >>> 5;
          bits <<= entry & 31;
          bitCount -= entry & 31;
        } else {
          symbol = longCode(table);
          if (symbol < 0) {
            return -1;
          }
        }
        if (symbol <= 1) {
          if (runPlace == LONGEST_CODE) {
            return -1;
          }
          run += 1 + symbol << runPlace++;
          continue;
        }
        if (run > 0) {
          if (count + run > most) {
            return -1;
          }
          int value = (int) fore & 0xff;
          seen[value + 1] += run;
          LITTLE.set(bytes, count, value * 0x0101010101010101L);
          if (run > 8) {
            Arrays.fill(bytes, count + 8, count + run, (byte) value);
          }
          count += run;
          run = 0;
          runPlace = 0;
        }
        if (symbol == endSymbol) {
          return count;
        }
        if (count == most) {
          return -1;
        }
        int place = symbol - 1;
        int value;
        if (place < 8) {
          int shift = place << 3;
          long behind = -256L << shift;
          value = (int) (fore >>> shift) & 0xff;
          fore = fore & behind | (fore << 8 | value) & ~behind;
        } else {
          value = list[place] & 0xff;
          System.arraycopy(list, 8, list, 9, place - 8);
          list[8] = (byte) (fore >>> 56);
          fore = fore << 8 | value;
        }
        seen[value + 1]++;
        bytes[count++] = (byte) value;
      }
    }
    return -1;
  }

  private int longCode(int table) {
    int[] limit = limits[table];
    int codeLength = TABLE_BITS + 1;
    int code = (int) (bits >>> 64 - codeLength);
    while (code > limit[codeLength]) {
      codeLength++;
      if (codeLength > LONGEST_CODE) {
        return -1;
      }
      code = (int) (bits >>> 64 - codeLength);
    }
    int place = code - bases[table][codeLength];
    if (place < 0 || place >= MOST_SYMBOLS) {
      return -1;
    }
    bits <<= codeLength;
    bitCount -= codeLength;
    return symbols[table][place];
  }
}
