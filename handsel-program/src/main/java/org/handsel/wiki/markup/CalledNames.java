package org.handsel.wiki.markup;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/// Names under which templates are called. A name is brought into its form when it is first met as
/// it is written; calls of common templates then cost a hash of some bytes. Not safe for threads.
final class CalledNames {
  private static final int LONGEST = 300;

  private final Set<String> names = new HashSet<>();
  private long[] written = new long[1 << 10];
  private int count;

  /// Names as they are stored.
  Set<String> names() {
    return names;
  }

  void add(String name) {
    if (!name.isEmpty() && name.length() <= LONGEST) {
      names.add(name);
    }
  }

  /// Whether a name is met for the first time as it is written.
  boolean isNew(byte[] text, int from, int to) {
    if (to - from > LONGEST) {
      return true;
    }
    long hash = 0xcbf29ce484222325L;
    for (int i = from; i < to; i++) {
      hash = (hash ^ text[i]) * 0x100000001b3L;
    }
    hash = hash == 0 ? 1 : hash;
    int slot = slot(hash);
    if (written[slot] == hash) {
      return false;
    }
    written[slot] = hash;
    count++;
    if (count * 2 > written.length) {
      grow();
    }
    return true;
  }

  private int slot(long hash) {
    int mask = written.length - 1;
    int slot = (int) (hash ^ hash >>> 32) & mask;
    while (written[slot] != 0 && written[slot] != hash) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] old = written;
    written = new long[old.length * 2];
    Arrays.stream(old).filter(hash -> hash != 0).forEach(hash -> written[slot(hash)] = hash);
  }
}
