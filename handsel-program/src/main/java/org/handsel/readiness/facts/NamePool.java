package org.handsel.readiness.facts;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Names with numbers from 0, each name once: their bytes in one block, found through a hash table
/// of 4 bytes a name and slot. Not safe for threads while names are added.
final class NamePool {
  private byte[] bytes = new byte[1 << 16];
  private int[] ends = new int[1 << 12];
  private int[] slots = new int[1 << 13];
  private int count;

  NamePool() {
    Arrays.fill(slots, -1);
  }

  int size() {
    return count;
  }

  /// The number of a name, which is added when it is new.
  int add(String name) {
    byte[] key = name.getBytes(StandardCharsets.UTF_8);
    int slot = slot(key);
    if (slots[slot] >= 0) {
      return slots[slot];
    }
    append(key);
    slots[slot] = count;
    count++;
    if (count * 3L > slots.length * 2L) {
      grow();
    }
    return count - 1;
  }

  /// The number of a name, or -1.
  int find(String name) {
    return slots[slot(name.getBytes(StandardCharsets.UTF_8))];
  }

  String get(int number) {
    int start = start(number);
    return new String(bytes, start, ends[number] - start, StandardCharsets.UTF_8);
  }

  private int start(int number) {
    return number == 0 ? 0 : ends[number - 1];
  }

  private void append(byte[] key) {
    int start = count == 0 ? 0 : ends[count - 1];
    int end = Math.addExact(start, key.length);
    if (end > bytes.length) {
      bytes =
          Arrays.copyOf(
              bytes, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(end, bytes.length * 3L / 2)));
    }
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, count + (count >> 1));
    }
    System.arraycopy(key, 0, bytes, start, key.length);
    ends[count] = end;
  }

  /// The slot that holds the key, or the free one where it belongs.
  private int slot(byte[] key) {
    int mask = slots.length - 1;
    int slot = hash(key, 0, key.length) & mask;
    while (slots[slot] >= 0 && !holds(slots[slot], key)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private boolean holds(int number, byte[] key) {
    return Arrays.equals(bytes, start(number), ends[number], key, 0, key.length);
  }

  private void grow() {
    int[] larger = new int[slots.length * 2];
    Arrays.fill(larger, -1);
    int mask = larger.length - 1;
    for (int number = 0; number < count; number++) {
      int slot = hash(bytes, start(number), ends[number]) & mask;
      while (larger[slot] >= 0) {
        slot = slot + 1 & mask;
      }
      larger[slot] = number;
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
