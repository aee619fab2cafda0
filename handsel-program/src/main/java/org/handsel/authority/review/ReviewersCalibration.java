package org.handsel.authority.review;

import java.util.ArrayList;
import java.util.List;
import org.handsel.authority.calibration.Calibration;

/// What reviewers' decisions make of the program's probabilities, by
/// [org.handsel.authority.calibration.Calibration].
///
/// Reviewers see rows near the cut and rows whose record others claim as well, which says little of
/// all the others: the two kinds are fitted apart, and each only where decisions are strong
/// evidence that its probabilities are not right as they are.
///
/// @param alone of rows whose record nobody else claims
/// @param claimed of rows whose record other rows claim as well
/// @param labels pairs that were judged
/// @param applied whether enough rows were judged to look for a calibration
public record ReviewersCalibration(Curve alone, Curve claimed, int labels, boolean applied) {
  /// Fewer judged rows than this change nothing.
  static final int LEAST_ROWS = 30;

  /// `ln(odds) = a·ln p − b·ln(1−p) + c`; with 1, 1 and 0 nothing changes.
  public record Curve(double a, double b, double c) {
    private static Curve of(List<Judged> pairs, boolean claimed) {
      Calibration fit =
          Calibration.supported(
              pairs.stream()
                  .filter(pair -> pair.claimed == claimed)
                  .map(pair -> new Calibration.Judged(pair.probability, pair.right))
                  .toList());
      return new Curve(fit.a(), fit.b(), fit.c());
    }

    private double apply(double probability) {
      return Calibration.with(a, b, c).apply(probability);
    }
  }

  private static final Curve NONE = new Curve(1, 1, 0);

  /// A pair of person and record on which people decided.
  ///
  /// @param probability that the program gave it
  /// @param claimed whether other rows have the row's record as their best
  public record Judged(double probability, boolean right, boolean claimed) {}

  /// Fits to what people decided.
  ///
  /// @param rows on which people decided; a row brings a pair for each of its candidates
  public static ReviewersCalibration of(List<Judged> pairs, int rows) {
    if (rows < LEAST_ROWS) {
      return new ReviewersCalibration(NONE, NONE, pairs.size(), false);
    }
    return new ReviewersCalibration(
        Curve.of(pairs, false), Curve.of(pairs, true), pairs.size(), true);
  }

  /// Whether any probability becomes another.
  public boolean changes() {
    return !alone.equals(NONE) || !claimed.equals(NONE);
  }

  /// The probability after calibration.
  ///
  /// @param claimed whether other rows have the row's record as their best
  public double apply(double probability, boolean claimed) {
    return (claimed ? this.claimed : alone).apply(probability);
  }

  /// How probabilities and decisions agree, in bands.
  ///
  /// @param from lower end of the band
  /// @param pairs judged in it
  /// @param predicted mean probability that the program gave
  /// @param right share that people found right
  /// @param after mean probability after calibration
  public record Band(
      double from, double to, int pairs, double predicted, double right, double after) {}

  List<Band> bands(List<Judged> pairs) {
    double[] edges = {0, 0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.000001};
    List<Band> bands = new ArrayList<>();
    for (int i = 0; i + 1 < edges.length; i++) {
      double from = edges[i];
      double to = edges[i + 1];
      List<Judged> within =
          pairs.stream().filter(pair -> pair.probability >= from && pair.probability < to).toList();
      if (!within.isEmpty()) {
        bands.add(
            new Band(
                from,
                Math.min(1, to),
                within.size(),
                within.stream().mapToDouble(Judged::probability).average().orElse(0),
                within.stream().filter(Judged::right).count() / (double) within.size(),
                within.stream()
                    .mapToDouble(pair -> apply(pair.probability, pair.claimed))
                    .average()
                    .orElse(0)));
      }
    }
    return bands;
  }
}
