package org.handsel.authority.matching;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which record a person is linked to, before others who want the same one are looked at.
///
/// @param person number in the file of persons
/// @param key of the person, which does not depend on the order of the file
/// @param record number in the authority file, -1 where no match is likelier than any record
/// @param probability of the link
/// @param settled whether what agrees is enough for a link without a look
/// @param birth as [LifeDates] reads it
record Choice(
    long person, long key, int record, float probability, boolean settled, int birth, int death)
    implements Serializable {
  private static final double EXPECTED_RIGHT = 0.9975;
  private static final double LEAST_ACCEPTED = 0.85;
  private static final double CLOSE = 0.05;

  /// @param numbers of the records, those of the candidates from a place on
  /// @param cells how they compare, from the same place on
  /// @param probabilities of the candidates
  static Choice of(
      long person,
      long key,
      int birth,
      int death,
      int[] numbers,
      long[] cells,
      int from,
      double[] probabilities,
      Model model) {
    double none = 1 - Arrays.stream(probabilities).sum();
    int record = -1;
    float best = 0;
    boolean settled = false;
    for (int k = 0; k < probabilities.length; k++) {
      if (probabilities[k] >= none && probabilities[k] > best) {
        record = numbers[from + k];
        best = (float) probabilities[k];
        settled = model.settled(cells[from + k]);
      }
    }
    return new Choice(person, key, record, best, settled, birth, death);
  }

  boolean linked() {
    return record >= 0;
  }

  /// Whether the link needs no look, as far as nobody else wants the record.
  ///
  /// @param accept from which probability on
  boolean sure(double accept) {
    return linked() && settled && probability >= accept;
  }

  /// Who of two fits their record better; of equals the one with the smaller key.
  Choice better(Choice other) {
    if (probability != other.probability) {
      return probability > other.probability ? this : other;
    }
    if (key != other.key) {
      return key < other.key ? this : other;
    }
    return person < other.person ? this : other;
  }

  /// Whether somebody who fits the same record better cannot be the same person.
  boolean contested(Choice taker) {
    return taker.person != person
        && (Comparison.dates(birth, taker.birth) == Comparison.FAR
            || Comparison.dates(death, taker.death) == Comparison.FAR
            || taker.probability - probability > CLOSE);
  }

  /// How often each probability occurs that may be high enough for a link without a look.
  static final class Probabilities implements Serializable {
    private static final long serialVersionUID = 1L;

    private final SortedMap<Float, Long> counts = new TreeMap<>();

    void add(Choice choice) {
      if (choice.sure(LEAST_ACCEPTED)) {
        counts.merge(choice.probability, 1L, Long::sum);
      }
    }

    void add(Probabilities others) {
      others.counts.forEach((probability, count) -> counts.merge(probability, count, Long::sum));
    }

    /// From which probability on so many links are expected to be right.
    double acceptable() {
      double right = 0;
      double from = 1;
      long count = 0;
      for (Map.Entry<Float, Long> equal : counts.reversed().entrySet()) {
        right += equal.getValue() * (double) equal.getKey();
        count += equal.getValue();
        if (right / count >= EXPECTED_RIGHT) {
          from = equal.getKey();
        }
      }
      return from;
    }
  }
}
