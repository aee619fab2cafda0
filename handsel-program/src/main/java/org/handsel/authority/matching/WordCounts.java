package org.handsel.authority.matching;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// In how many records each word of a name stands. Not safe for threads while records are added.
final class WordCounts {
  /// In a small file a rare word is as rare as among this many people, not as among a handful.
  private static final int POPULATION = 20_000;

  private final Map<String, int[]> counts = new HashMap<>();
  private int records;

  void add(Entry record) {
    Set<String> words = new HashSet<>();
    record.names().forEach(name -> words.addAll(Arrays.asList(name)));
    words.forEach(word -> counts.computeIfAbsent(word, key -> new int[1])[0]++);
    records++;
  }

  /// Natural logarithm of how rare a word is.
  double rarity(String word) {
    int[] count = counts.get(word);
    return Math.log((Math.max(records, POPULATION) + 1.0) / ((count == null ? 0 : count[0]) + 1.0));
  }
}
