package org.handsel.authority.review;

import java.util.ArrayList;
import java.util.List;

/// What reviewers' decisions make of the program's probabilities (beta calibration).
///
/// The odds of q, the probability after it, are p^a / (1 - p)^b · e^c. With a = b = 1 and c = 0
/// nothing changes, and that is where the fit begins: few decisions move it little (normal priors,
/// deviation 0.5 for a and b, 1 for c). a and b stay above 0, so that a likelier candidate stays
/// likelier. The fit is by Newton's method and deterministic.
///
/// @param labels pairs that were judged
/// @param applied whether there were enough of them; otherwise nothing changes
public record Calibration(double a, double b, double c, int labels, boolean applied) {
  /// Fewer judged rows than this change nothing.
  static final int LEAST_ROWS = 30;

  private static final double LEAST = 1e-4;
  private static final double SLOPE_VARIANCE = 0.25;
  private static final double SHIFT_VARIANCE = 1;
  private static final double LEAST_SLOPE = 0.05;
  private static final int ROUNDS = 50;

  /// A pair of person and record on which people decided.
  ///
  /// @param probability that the program gave it
  record Judged(double probability, boolean right) {}

  /// @param rows on which people decided; a row brings a pair for each of its candidates
  static Calibration of(List<Judged> pairs, int rows) {
    if (rows < LEAST_ROWS) {
      return new Calibration(1, 1, 0, pairs.size(), false);
    }
    double[] w = {1, 1, 0};
    double[] mean = {1, 1, 0};
    double[] variance = {SLOPE_VARIANCE, SLOPE_VARIANCE, SHIFT_VARIANCE};
    for (int round = 0; round < ROUNDS; round++) {
      double[] slope = new double[3];
      double[][] curve = new double[3][3];
      for (int i = 0; i < 3; i++) {
        slope[i] = (w[i] - mean[i]) / variance[i];
        curve[i][i] = 1 / variance[i];
      }
      for (Judged pair : pairs) {
        double[] x = features(pair.probability);
        double q = logistic(w[0] * x[0] + w[1] * x[1] + w[2]);
        double error = q - (pair.right ? 1 : 0);
        for (int i = 0; i < 3; i++) {
          slope[i] += error * x[i];
          for (int j = 0; j < 3; j++) {
            curve[i][j] += q * (1 - q) * x[i] * x[j];
          }
        }
      }
      double[] step = solve(curve, slope);
      double moved = 0;
      for (int i = 0; i < 3; i++) {
        double next = w[i] - Math.clamp(step[i], -1, 1);
        next = i < 2 ? Math.max(LEAST_SLOPE, next) : next;
        moved += Math.abs(next - w[i]);
        w[i] = next;
      }
      if (moved < 1e-9) {
        break;
      }
    }
    return new Calibration(w[0], w[1], w[2], pairs.size(), true);
  }

  /// The probability after calibration.
  public double apply(double probability) {
    if (!applied) {
      return probability;
    }
    double[] x = features(probability);
    return logistic(a * x[0] + b * x[1] + c);
  }

  private static double[] features(double probability) {
    double p = Math.clamp(probability, LEAST, 1 - LEAST);
    return new double[] {Math.log(p), -Math.log(1 - p), 1};
  }

  private static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  /// Cramer's rule; the matrix is positive definite because of the priors.
  private static double[] solve(double[][] m, double[] v) {
    double whole = determinant(m);
    double[] solution = new double[3];
    for (int column = 0; column < 3; column++) {
      double[][] replaced = {m[0].clone(), m[1].clone(), m[2].clone()};
      for (int row = 0; row < 3; row++) {
        replaced[row][column] = v[row];
      }
      solution[column] = determinant(replaced) / whole;
    }
    return solution;
  }

  private static double determinant(double[][] m) {
    return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
        - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
        + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
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
