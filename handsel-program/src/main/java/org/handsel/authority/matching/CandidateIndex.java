package org.handsel.authority.matching;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.handsel.authority.index.IndexFile;
import org.handsel.authority.index.IndexWriter;

/// Finds the records of an authority file that may be a person. Keys are hashed into buckets, each
/// with the numbers of its records in a row; two keys that meet in one bucket only add candidates.
/// Immutable once built; safe for threads.
final class CandidateIndex {
  private final int[] ends;
  private final int[] records;
  private final MemorySegment storedEnds;
  private final MemorySegment storedRecords;
  private final int buckets;
  private final int size;

  /// The keys of an index.
  ///
  /// @param size records in it
  CandidateIndex(IndexFile index, int size) {
    this.size = size;
    ends = new int[0];
    records = new int[0];
    storedEnds = index.section("key-ends");
    storedRecords = index.section("key-records");
    buckets = (int) (storedEnds.byteSize() / Integer.BYTES) - 1;
  }

  void write(IndexWriter writer) {
    writer.section("key-ends");
    for (int end : ends) {
      writer.put(end);
    }
    writer.end("key-ends");
    writer.section("key-records");
    for (int record : records) {
      writer.put(record);
    }
    writer.end("key-records");
  }

  CandidateIndex(Roster roster) {
    size = roster.size();
    storedEnds = MemorySegment.NULL;
    storedRecords = MemorySegment.NULL;
    CandidateKeys keys = new CandidateKeys();
    int bits = 32 - Integer.numberOfLeadingZeros(Math.max(1024, size)) + 5;
    buckets = 1 << Math.min(28, bits);
    ends = new int[buckets + 1];
    for (int record = 0; record < size; record++) {
      int found = buckets(roster.compared(record), keys);
      for (int i = 0; i < found; i++) {
        ends[bucket[i] + 1]++;
      }
    }
    long all = 0;
    for (int i = 1; i < ends.length; i++) {
      all += ends[i];
      if (all > Integer.MAX_VALUE - 16) {
        throw new IllegalStateException("more than two thousand million keys");
      }
      ends[i] = (int) all;
    }
    records = new int[(int) all];
    // Filling moves each beginning to its end, which is where the next one begins.
    int[] next = ends;
    for (int record = size - 1; record >= 0; record--) {
      int found = buckets(roster.compared(record), keys);
      for (int i = 0; i < found; i++) {
        records[--next[bucket[i] + 1]] = record;
      }
    }
    // Now next[b + 1] is where bucket b begins.
    bucket = new int[0];
  }

  /// Most candidates of one person.
  static final int CANDIDATES = 30;

  private int[] bucket = new int[512];

  /// Buckets of a record, each once.
  private int buckets(Entry entry, CandidateKeys keys) {
    keys.ofRecord(entry);
    if (bucket.length < keys.size()) {
      bucket = new int[keys.size() * 2];
    }
    for (int i = 0; i < keys.size(); i++) {
      bucket[i] = bucketOf(keys.get(i));
    }
    Arrays.sort(bucket, 0, keys.size());
    int kept = 0;
    for (int i = 0; i < keys.size(); i++) {
      if (kept == 0 || bucket[kept - 1] != bucket[i]) {
        bucket[kept++] = bucket[i];
      }
    }
    return kept;
  }

  private int bucketOf(long key) {
    return (int) (key & buckets - 1);
  }

  private int begin(int bucket) {
    return ends.length > 0 ? ends[bucket + 1] : storedEnds.getAtIndex(IndexFile.INT, bucket + 1L);
  }

  private int end(int bucket) {
    if (bucket + 1 == buckets) {
      return ends.length > 0 ? records.length : (int) (storedRecords.byteSize() / Integer.BYTES);
    }
    return begin(bucket + 1);
  }

  Finder finder() {
    return new Finder();
  }

  /// Looks for candidates, one person after another. Not safe for threads.
  final class Finder {
    /// Lists longer than this are left to stricter keys.
    private static final int LONGEST = 3_000;

    /// Records looked at for one person, shortest lists first.
    private static final int MOST_LOOKED_AT = 6_000;

    private static final int SLOTS = 1 << 15;

    private final CandidateKeys keys = new CandidateKeys();
    private final int[] seen = new int[SLOTS];
    private final float[] scores = new float[SLOTS];
    private final int[] touched = new int[SLOTS];
    private final int[] read = new int[LONGEST];
    private long[] lists = new long[256];
    private final int[] best = new int[CANDIDATES];
    private final float[] bestScores = new float[CANDIDATES];

    /// Numbers of the records that share the rarest keys, the best first; ties in their order.
    int[] of(Entry person) {
      keys.ofPerson(person);
      int count = 0;
      if (lists.length < keys.size()) {
        lists = new long[keys.size() * 2];
      }
      for (int i = 0; i < keys.size(); i++) {
        int bucket = bucketOf(keys.get(i));
        int length = end(bucket) - begin(bucket);
        if (length > 0 && length <= LONGEST) {
          lists[count++] = (long) length << 32 | bucket;
        }
      }
      Arrays.sort(lists, 0, count);
      int filled = 0;
      int looked = 0;
      long before = -1;
      for (int i = 0; i < count && looked < MOST_LOOKED_AT; i++) {
        if (lists[i] == before) {
          continue;
        }
        before = lists[i];
        int bucket = (int) lists[i];
        int length = (int) (lists[i] >>> 32);
        float weight = (float) Math.log((size + 1.0) / length);
        looked += length;
        int from = begin(bucket);
        int[] list = records;
        if (ends.length == 0) {
          MemorySegment.copy(
              storedRecords, IndexFile.INT, (long) from * Integer.BYTES, read, 0, length);
          from = 0;
          list = read;
        }
        for (int at = from; at < from + length; at++) {
          int record = list[at];
          int slot = record * 0x9E3779B1 >>> 17;
          while (seen[slot] != 0 && seen[slot] != record + 1) {
            slot = slot + 1 & SLOTS - 1;
          }
          if (seen[slot] == 0) {
            seen[slot] = record + 1;
            scores[slot] = 0;
            touched[filled++] = slot;
          }
          scores[slot] += weight;
        }
      }
      int kept = 0;
      for (int i = 0; i < filled; i++) {
        int slot = touched[i];
        kept = keep(seen[slot] - 1, scores[slot], kept);
        seen[slot] = 0;
      }
      return Arrays.copyOf(best, kept);
    }

    private int keep(int record, float score, int kept) {
      if (kept == CANDIDATES && !before(record, score, kept - 1)) {
        return kept;
      }
      int at = Math.min(kept, CANDIDATES - 1);
      while (at > 0 && before(record, score, at - 1)) {
        best[at] = best[at - 1];
        bestScores[at] = bestScores[at - 1];
        at--;
      }
      best[at] = record;
      bestScores[at] = score;
      return Math.min(CANDIDATES, kept + 1);
    }

    private boolean before(int record, float score, int other) {
      return score > bestScores[other] || score == bestScores[other] && record < best[other];
    }
  }
}
