package org.handsel.authority.matching;

import org.handsel.authority.matching.Comparison.Feature;

/// How often each level of each feature occurs among pairs. Static functions, safe for threads as
/// far as the counts they are given are.
final class Counts {
  private static final Feature[] FEATURES = Feature.values();

  private Counts() {}

  /// Nothing counted yet.
  static double[][] none() {
    double[][] counts = new double[FEATURES.length][];
    for (Feature f : FEATURES) {
      counts[f.ordinal()] = new double[f.levels];
    }
    return counts;
  }

  static double[][] of(long[] cells) {
    double[][] counts = none();
    for (long cell : cells) {
      add(counts, cell, 1);
    }
    return counts;
  }

  /// A name whose rarity is between two bins counts for both.
  static void add(double[][] counts, long cell, double share) {
    for (int f = 0; f < FEATURES.length; f++) {
      counts[f][FEATURES[f].level(cell)] += share;
    }
    double next = share * Comparison.towardsNext(cell);
    int rarity = Feature.RARITY.level(cell);
    counts[Feature.RARITY.ordinal()][rarity] -= next;
    counts[Feature.RARITY.ordinal()][rarity + 1] += next;
  }

  /// Adds what was counted elsewhere.
  static void add(double[][] counts, double[][] more) {
    for (int f = 0; f < counts.length; f++) {
      for (int level = 0; level < counts[f].length; level++) {
        counts[f][level] += more[f][level];
      }
    }
  }

  /// Turns counts into shares among the levels that belong together.
  ///
  /// @param usual shares that are usual
  /// @param weight as many observations as what is usual counts
  static void shares(Feature f, double[] counts, double[] usual, double weight, double[] out) {
    int together;
    for (int first = f.base(); first < f.levels; first += together) {
      together = f.together(first);
      double all = 0;
      double usualAll = 0;
      for (int level = first; level < first + together; level++) {
        all += counts[level];
        usualAll += usual[level];
      }
      for (int level = first; level < first + together; level++) {
        out[level] =
            (counts[level] + weight * usual[level] / usualAll + .1)
                / (all + weight + .1 * together);
      }
    }
  }
}
