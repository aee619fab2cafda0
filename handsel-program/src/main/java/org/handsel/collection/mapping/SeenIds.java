package org.handsel.collection.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which ids a delivery has shown so far, and on which record first, in about 20 bytes an id. Used
/// by one thread.
///
/// Ids are kept as 64-bit hashes: among a million, two different ones share a hash once in some 37
/// million deliveries.
final class SeenIds {
  /// How many repeated ids are kept in words, for the message.
  private static final int REMEMBERED = 1_000;

  private long[] hashes = new long[1 << 12];
  private long[] records = new long[1 << 12];
  private int size;
  private long repeated;
  private long missing;
  private final Map<String, Integer> repeats = new LinkedHashMap<>();

  /// @return 0 when the id is new, otherwise the record that had it first
  long add(String id, long record) {
    if (size * 10L > hashes.length * 6L) {
      grow();
    }
    int slot = slot(hash(id));
    if (records[slot] != 0) {
      repeated++;
      if (repeats.containsKey(id) || repeats.size() < REMEMBERED) {
        repeats.merge(id, 1, Integer::sum);
      }
      return records[slot];
    }
    hashes[slot] = hash(id);
    records[slot] = record;
    size++;
    return 0;
  }

  void addMissing() {
    missing++;
  }

  long distinct() {
    return size;
  }

  long repeated() {
    return repeated;
  }

  long missing() {
    return missing;
  }

  long all() {
    return size + repeated + missing;
  }

  /// The ids that stand on most records, with their number of records.
  List<Map.Entry<String, Integer>> mostRepeated() {
    List<Map.Entry<String, Integer>> most = new ArrayList<>();
    repeats.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(3)
        .forEach(entry -> most.add(Map.entry(entry.getKey(), entry.getValue() + 1)));
    return most;
  }

  private int slot(long hash) {
    int mask = hashes.length - 1;
    int slot = (int) (hash ^ (hash >>> 32)) & mask;
    while (records[slot] != 0 && hashes[slot] != hash) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldHashes = hashes;
    long[] oldRecords = records;
    hashes = new long[oldHashes.length * 2];
    records = new long[oldHashes.length * 2];
    for (int i = 0; i < oldHashes.length; i++) {
      if (oldRecords[i] != 0) {
        int slot = slot(oldHashes[i]);
        hashes[slot] = oldHashes[i];
        records[slot] = oldRecords[i];
      }
    }
  }

  /// FNV-1a over UTF-16 units, mixed once more (the finaliser of SplitMix64).
  private static long hash(String id) {
    long h = 0xcbf29ce484222325L;
    for (int i = 0; i < id.length(); i++) {
      h = (h ^ id.charAt(i)) * 0x100000001b3L;
    }
    h = (h ^ (h >>> 30)) * 0xbf58476d1ce4e5b9L;
    h = (h ^ (h >>> 27)) * 0x94d049bb133111ebL;
    return h ^ (h >>> 31);
  }
}
