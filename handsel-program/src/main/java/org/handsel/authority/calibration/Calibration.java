package org.handsel.authority.calibration;

import java.util.ArrayList;
import java.util.List;

/// Beta calibration: the logarithm of the odds becomes `c + a·ln p − b·ln(1−p)`, with a, b and c
/// fitted to links that are known to be right or wrong. It never changes the order of probabilities
/// (a and b stay above 0) and, held to the identity by a weak prior, needs few links. Immutable;
/// safe for threads.
///
/// Source: M. Kull, T. Silva Filho, P. Flach, Beta calibration, 2017; fitted by Newton's method.
public final class Calibration {
  /// Fewer judged links than these teach nothing.
  public static final int LEAST = 50;

  /// Changes nothing.
  public static final Calibration NONE = new Calibration(1, 1, 0);

  private static final int ROUNDS = 50;
  private static final double EDGE = 1e-4;

  /// How strongly a, b and c are held to 1, 1 and 0: normal priors with a deviation of 0.5, 0.5 and
  /// 1.
  private static final double[] PRIOR = {4, 4, 1};

  private static final double LEAST_SLOPE = 0.05;

  /// Odds of twenty to one, "strong" evidence. Source: R. Kass, A. Raftery, Bayes Factors, 1995.
  private static final double STRONG = Math.log(20);

  private final double a;
  private final double b;
  private final double c;

  private Calibration(double a, double b, double c) {
    this.a = a;
    this.b = b;
    this.c = c;
  }

  /// A link with what was said and what is known of it.
  public record Judged(double probability, boolean right) {}

  /// One that was fitted before.
  public static Calibration with(double a, double b, double c) {
    return new Calibration(a, b, c);
  }

  /// Fits to judged links; with fewer than [#LEAST] it changes nothing.
  public static Calibration of(List<Judged> judged) {
    return judged.size() < LEAST ? NONE : fitted(judged);
  }

  /// Fits to judged links where these are strong evidence that the probabilities are not right as
  /// they are; otherwise changes nothing. What is seen in one place only, or by chance, is then not
  /// carried to probabilities of which nothing was seen.
  public static Calibration supported(List<Judged> judged) {
    Calibration fit = fitted(judged);
    double[] theta = {fit.a, fit.b, fit.c};
    // Laplace's approximation of how likely what is known is under all curves, by the prior.
    double curves =
        fit(judged, theta)
            + (Math.log(PRIOR[0] * PRIOR[1] * PRIOR[2])
                    - Math.log(determinant(curvature(judged, theta))))
                / 2;
    return curves - fit(judged, new double[] {1, 1, 0}) > STRONG ? fit : NONE;
  }

  /// Fits to judged links, however few they are.
  public static Calibration fitted(List<Judged> judged) {
    double[] theta = {1, 1, 0};
    double[] usual = {1, 1, 0};
    for (int round = 0; round < ROUNDS; round++) {
      double[] gradient = new double[3];
      for (int i = 0; i < 3; i++) {
        gradient[i] = -PRIOR[i] * (theta[i] - usual[i]);
      }
      for (Judged one : judged) {
        double[] x = logarithms(one.probability);
        double now = sigmoid(theta[0] * x[0] + theta[1] * x[1] + theta[2]);
        for (int i = 0; i < 3; i++) {
          gradient[i] += ((one.right ? 1 : 0) - now) * x[i];
        }
      }
      double[] step = solve(curvature(judged, theta), gradient);
      double before = fit(judged, theta);
      double[] next = theta;
      double share = 1;
      // A full step may overshoot where nearly all probabilities are 1.
      for (int halving = 0; halving < ROUNDS && next == theta; halving++) {
        double[] tried = new double[3];
        for (int i = 0; i < 3; i++) {
          tried[i] = theta[i] + share * step[i];
        }
        // A probability that is larger must not become smaller.
        tried[0] = Math.max(LEAST_SLOPE, tried[0]);
        tried[1] = Math.max(LEAST_SLOPE, tried[1]);
        next = fit(judged, tried) > before ? tried : theta;
        share /= 2;
      }
      if (next == theta) {
        break;
      }
      theta = next;
    }
    return new Calibration(theta[0], theta[1], theta[2]);
  }

  private static double[] logarithms(double probability) {
    double p = Math.clamp(probability, EDGE, 1 - EDGE);
    return new double[] {Math.log(p), -Math.log(1 - p), 1};
  }

  /// How sharply what is known and the prior point to a, b and c.
  private static double[][] curvature(List<Judged> judged, double[] theta) {
    double[][] curvature = new double[3][3];
    for (int i = 0; i < 3; i++) {
      curvature[i][i] = PRIOR[i];
    }
    for (Judged one : judged) {
      double[] x = logarithms(one.probability);
      double now = sigmoid(theta[0] * x[0] + theta[1] * x[1] + theta[2]);
      double spread = Math.max(1e-9, now * (1 - now));
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          curvature[i][j] += spread * x[i] * x[j];
        }
      }
    }
    return curvature;
  }

  private static double determinant(double[][] m) {
    return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
        - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
        + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
  }

  /// Logarithm of how likely what is known is, less what the prior costs.
  private static double fit(List<Judged> judged, double[] theta) {
    double fit =
        -(PRIOR[0] * Math.pow(theta[0] - 1, 2)
                + PRIOR[1] * Math.pow(theta[1] - 1, 2)
                + PRIOR[2] * Math.pow(theta[2], 2))
            / 2;
    for (Judged one : judged) {
      double p = Math.clamp(one.probability, EDGE, 1 - EDGE);
      double x = theta[0] * Math.log(p) - theta[1] * Math.log(1 - p) + theta[2];
      // ln(1 + e^x) without overflow.
      double all = x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
      fit += (one.right ? x : 0) - all;
    }
    return fit;
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  /// Solves three equations by elimination with pivots.
  private static double[] solve(double[][] matrix, double[] right) {
    double[][] m = new double[3][4];
    for (int i = 0; i < 3; i++) {
      System.arraycopy(matrix[i], 0, m[i], 0, 3);
      m[i][3] = right[i];
    }
    for (int column = 0; column < 3; column++) {
      int pivot = column;
      for (int row = column + 1; row < 3; row++) {
        pivot = Math.abs(m[row][column]) > Math.abs(m[pivot][column]) ? row : pivot;
      }
      double[] kept = m[column];
      m[column] = m[pivot];
      m[pivot] = kept;
      for (int row = 0; row < 3; row++) {
        if (row != column) {
          double factor = m[row][column] / m[column][column];
          for (int k = column; k < 4; k++) {
            m[row][k] -= factor * m[column][k];
          }
        }
      }
    }
    return new double[] {m[0][3] / m[0][0], m[1][3] / m[1][1], m[2][3] / m[2][2]};
  }

  public double a() {
    return a;
  }

  public double b() {
    return b;
  }

  public double c() {
    return c;
  }

  /// The probability in the light of what is known.
  public double apply(double probability) {
    if (a == 1 && b == 1 && c == 0) {
      return probability;
    }
    double p = Math.clamp(probability, EDGE, 1 - EDGE);
    return sigmoid(a * Math.log(p) - b * Math.log(1 - p) + c);
  }

  /// A band of probabilities with what was said and what is true of it.
  ///
  /// @param from lower end
  /// @param said mean of the probabilities
  /// @param observed share of right links
  public record Band(double from, double to, int links, double said, double observed) {}

  /// What became of judged links band by band; bands without links are left out.
  public static List<Band> reliability(List<Judged> judged) {
    double[] ends = {0, .3, .5, .7, .8, .9, .95, .98, .99, 1.0001};
    List<Band> bands = new ArrayList<>();
    for (int i = 0; i + 1 < ends.length; i++) {
      double from = ends[i];
      double to = ends[i + 1];
      List<Judged> inside =
          judged.stream().filter(one -> one.probability >= from && one.probability < to).toList();
      if (!inside.isEmpty()) {
        bands.add(
            new Band(
                from,
                Math.min(1, to),
                inside.size(),
                inside.stream().mapToDouble(Judged::probability).average().orElse(0),
                inside.stream().filter(Judged::right).count() / (double) inside.size()));
      }
    }
    return bands;
  }
}
