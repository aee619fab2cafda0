package org.handsel.authority.matching;

import java.util.Comparator;
import java.util.stream.IntStream;

/// Puts candidates into order. Pure functions, safe for threads.
final class Ranking {
  private Ranking() {}

  /// Places of the candidates, the likeliest first; ties in the order of the authority file.
  ///
  /// @param numbers of the records, those of the candidates from a place on
  static int[] of(double[] probabilities, int[] numbers, int from) {
    return IntStream.range(0, probabilities.length)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(i -> -probabilities[i])
                .thenComparingInt(i -> numbers[from + i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
