package org.handsel.authority.review;

import java.util.ArrayList;
import java.util.List;
import org.handsel.authority.calibration.Calibration;

/// What reviewers' decisions make of the program's probabilities, by
/// [org.handsel.authority.calibration.Calibration]. Few decisions move it little.
///
/// @param labels pairs that were judged
/// @param applied whether there were enough of them; otherwise nothing changes
public record ReviewersCalibration(double a, double b, double c, int labels, boolean applied) {
  /// Fewer judged rows than this change nothing.
  static final int LEAST_ROWS = 30;

  /// A pair of person and record on which people decided.
  ///
  /// @param probability that the program gave it
  record Judged(double probability, boolean right) {}

  /// @param rows on which people decided; a row brings a pair for each of its candidates
  static ReviewersCalibration of(List<Judged> pairs, int rows) {
    if (rows < LEAST_ROWS) {
      return new ReviewersCalibration(1, 1, 0, pairs.size(), false);
    }
    Calibration fit =
        Calibration.fitted(
            pairs.stream()
                .map(pair -> new Calibration.Judged(pair.probability, pair.right))
                .toList());
    return new ReviewersCalibration(fit.a(), fit.b(), fit.c(), pairs.size(), true);
  }

  /// The probability after calibration.
  public double apply(double probability) {
    if (!applied) {
      return probability;
    }
    return Calibration.with(a, b, c).apply(probability);
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
                within.stream().mapToDouble(pair -> apply(pair.probability)).average().orElse(0)));
      }
    }
    return bands;
  }
}
