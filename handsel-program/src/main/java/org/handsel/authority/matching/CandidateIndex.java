package org.handsel.authority.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds the records of an authority file that may be a person. Immutable once built; safe for
/// threads.
final class CandidateIndex {
  private static final int LONGEST = 3_000;
  private static final int CANDIDATES = 30;

  private final Map<String, int[]> postings = new HashMap<>();
  private final int size;

  CandidateIndex(List<Entry> entries) {
    size = entries.size();
    Map<String, List<Integer>> growing = new HashMap<>();
    for (int i = 0; i < size; i++) {
      for (String key : CandidateKeys.of(entries.get(i))) {
        List<Integer> list = growing.computeIfAbsent(key, k -> new ArrayList<>(2));
        if (list.size() <= LONGEST) {
          list.add(i);
        }
      }
    }
    growing.forEach((key, list) -> {
      if (list.size() <= LONGEST) {
        postings.put(key, list.stream().mapToInt(Integer::intValue).toArray());
      }
    });
  }

  /// Numbers of the records that share the rarest keys, the best first; ties in their order.
  int[] of(Entry entry) {
    Map<Integer, double[]> scores = new HashMap<>();
    for (String key : new java.util.TreeSet<>(CandidateKeys.of(entry))) {
      int[] list = postings.get(key);
      if (list != null) {
        double weight = Math.log((size + 1.0) / list.length);
        for (int record : list) {
          scores.computeIfAbsent(record, k -> new double[1])[0] += weight;
        }
      }
    }
    return scores.entrySet().stream()
        .sorted((a, b) -> {
          int order = Double.compare(b.getValue()[0], a.getValue()[0]);
          return order != 0 ? order : Integer.compare(a.getKey(), b.getKey());
        })
        .limit(CANDIDATES)
        .mapToInt(Map.Entry::getKey)
        .toArray();
  }
}
