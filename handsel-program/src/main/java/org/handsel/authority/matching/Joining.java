package org.handsel.authority.matching;

import java.util.ArrayList;
import java.util.List;

/// Puts records into groups, the surest pairs first: two groups become one when the pairs between
/// them speak for it on the whole, so that a single likeness does not join what many differences
/// part. Pure functions.
///
/// Source: average linkage on logarithms of odds, as in correlation clustering (N. Bansal, A. Blum,
/// S. Chawla, 2004).
final class Joining {
  /// No single pair speaks louder than this.
  private static final double MOST = 5;

  /// Of groups that have more records, so many speak for all.
  private static final int SPEAKERS = 48;

  private Joining() {}

  /// Groups of two and more, in the order of their first.
  ///
  /// @param least mean of the odds of two groups from which they are joined
  static List<List<Integer>> of(int records, PairOdds odds, double least) {
    int[] group = new int[records];
    List<List<Integer>> members = new ArrayList<>(records);
    for (int i = 0; i < records; i++) {
      group[i] = i;
      members.add(List.of(i));
    }
    for (long pair : odds.above(least)) {
      int a = group[(int) (pair >>> 32)];
      int b = group[(int) pair];
      if (a != b && mean(members.get(a), members.get(b), odds) > least) {
        int from = members.get(a).size() >= members.get(b).size() ? b : a;
        int to = from == a ? b : a;
        List<Integer> all =
            members.get(to).size() == 1 ? new ArrayList<>(members.get(to)) : members.get(to);
        for (int record : members.get(from)) {
          group[record] = to;
          all.add(record);
        }
        members.set(to, all);
        members.set(from, List.of());
      }
    }
    return members.stream()
        .filter(all -> all.size() > 1)
        .map(all -> all.stream().sorted().toList())
        .sorted(java.util.Comparator.comparingInt(List::getFirst))
        .toList();
  }

  /// Mean over the pairs that were compared.
  private static double mean(List<Integer> a, List<Integer> b, PairOdds odds) {
    double sum = 0;
    int compared = 0;
    for (int i = 0; i < Math.min(SPEAKERS, a.size()); i++) {
      for (int j = 0; j < Math.min(SPEAKERS, b.size()); j++) {
        float one = odds.get(a.get(i), b.get(j));
        if (!Float.isNaN(one)) {
          sum += Math.clamp(one, -MOST, MOST);
          compared++;
        }
      }
    }
    return compared == 0 ? Double.NEGATIVE_INFINITY : sum / compared;
  }
}
