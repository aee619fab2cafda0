package org.handsel.readiness.facts;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Names with numbers from 0, each name once: their bytes in blocks, found through a hash table of
/// 8 bytes a slot, which holds the hash too, so that bytes are looked at only where a name is.
/// Blocks are never copied when there are more names: what a growing array leaves behind would stay
/// in memory to the end of a run. Not safe for threads while names are added.
final class NamePool {
  private static final int BLOCK_BITS = 20;
  private static final int BLOCK = 1 << BLOCK_BITS;
  private static final int MANY = BLOCK / 4;
  private static final long FREE = -1;

  private byte[][] blocks = new byte[16][];
  private int blockCount;
  private int used = BLOCK;

  /// Where names begin, as block and place in it; there, in two bytes or four, is their length.
  private final IntList starts = new IntList();

  /// The hash above, the number below.
  private long[] slots = new long[1 << 13];

  NamePool() {
    Arrays.fill(slots, FREE);
  }

  int size() {
    return starts.size();
  }

  /// The number of a name, which is added when it is new.
  int add(String name) {
    byte[] key = name.getBytes(StandardCharsets.UTF_8);
    return add(key, 0, key.length);
  }

  /// The same for a name in UTF-8.
  int add(byte[] text, int from, int to) {
    int hash = hash(text, from, to);
    int slot = slot(hash, text, from, to);
    if (slots[slot] != FREE) {
      return (int) slots[slot];
    }
    int number = size();
    starts.add(append(text, from, to));
    slots[slot] = (long) hash << 32 | number;
    if (size() * 3L > slots.length * 2L) {
      grow();
    }
    return number;
  }

  /// The number of a name, or -1.
  int find(String name) {
    byte[] key = name.getBytes(StandardCharsets.UTF_8);
    return (int) slots[slot(hash(key, 0, key.length), key, 0, key.length)];
  }

  String get(int number) {
    byte[] block = blocks[starts.get(number) >>> BLOCK_BITS];
    int start = starts.get(number) & BLOCK - 1;
    int length = length(block, start);
    return new String(block, start + head(length), length, StandardCharsets.UTF_8);
  }

  private static int head(int length) {
    return length < 1 << 15 ? 2 : 4;
  }

  private static int length(byte[] block, int at) {
    int first = block[at] << 8 | block[at + 1] & 0xFF;
    return first >= 0
        ? first
        : (first & 0x7FFF) << 16 | (block[at + 2] & 0xFF) << 8 | block[at + 3] & 0xFF;
  }

  /// A name that is too long for a block has one of its own.
  private int append(byte[] text, int from, int to) {
    int length = to - from;
    int head = head(length);
    boolean alone = length > MANY;
    if (alone || used + head + length > BLOCK) {
      open(new byte[alone ? head + length : BLOCK]);
      used = 0;
    }
    byte[] block = blocks[blockCount - 1];
    int start = used;
    if (head == 2) {
      block[start] = (byte) (length >> 8);
      block[start + 1] = (byte) length;
    } else {
      block[start] = (byte) (length >> 24 | 0x80);
      block[start + 1] = (byte) (length >> 16);
      block[start + 2] = (byte) (length >> 8);
      block[start + 3] = (byte) length;
    }
    System.arraycopy(text, from, block, start + head, length);
    used = alone ? BLOCK : start + head + length;
    return blockCount - 1 << BLOCK_BITS | start;
  }

  private void open(byte[] block) {
    if (blockCount == 1 << 31 - BLOCK_BITS) {
      throw new IllegalStateException("more than 2 GB of names");
    }
    if (blockCount == blocks.length) {
      blocks = Arrays.copyOf(blocks, 2 * blockCount);
    }
    blocks[blockCount++] = block;
  }

  /// The slot that holds the name, or the free one where it belongs.
  private int slot(int hash, byte[] text, int from, int to) {
    int mask = slots.length - 1;
    int slot = hash & mask;
    while (slots[slot] != FREE
        && !((int) (slots[slot] >>> 32) == hash && holds((int) slots[slot], text, from, to))) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private boolean holds(int number, byte[] text, int from, int to) {
    byte[] block = blocks[starts.get(number) >>> BLOCK_BITS];
    int start = starts.get(number) & BLOCK - 1;
    int length = to - from;
    if (length(block, start) != length) {
      return false;
    }
    int head = head(length);
    return Arrays.equals(block, start + head, start + head + length, text, from, to);
  }

  private void grow() {
    long[] larger = new long[slots.length * 2];
    Arrays.fill(larger, FREE);
    int mask = larger.length - 1;
    for (long filled : slots) {
      if (filled != FREE) {
        int slot = (int) (filled >>> 32) & mask;
        while (larger[slot] != FREE) {
          slot = slot + 1 & mask;
        }
        larger[slot] = filled;
      }
    }
    slots = larger;
  }

  private static int hash(byte[] text, int from, int to) {
    int hash = 0x811C9DC5;
    for (int i = from; i < to; i++) {
      hash = (hash ^ text[i]) * 0x01000193;
    }
    return hash ^ hash >>> 15;
  }
}
