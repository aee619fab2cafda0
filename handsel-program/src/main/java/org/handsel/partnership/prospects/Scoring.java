package org.handsel.partnership.prospects;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Turns estimates into a score that can be taken apart again. Immutable.
///
/// Gain is the weighted geometric mean of rights, digital, description, fit and size: one of them
/// at nothing leaves nothing, as in a release. What is lost against 100 is shared out among the
/// factors by weight times the logarithm of their values, which does not depend on any order and
/// adds up. Effort then takes points off.
final class Scoring {
  /// A share of nothing still leaves a hundredth: the logarithm needs an end, and a wrong zero must
  /// not hide a house for good.
  static final double LEAST = 0.01;

  private final double effortPoints;

  Scoring(Factors factors) {
    this.effortPoints = factors.effortPoints();
  }

  static double log(double value) {
    return Math.log(Math.max(LEAST, value));
  }

  /// Points that an effort takes off.
  double effort(double effort, Weights weights) {
    return effortPoints * weights.of(Factor.EFFORT) * effort;
  }

  /// Sum of the weights of what is multiplied.
  static double gainWeight(Weights weights) {
    double sum = 0;
    for (Factor factor : Factor.GAINS) {
      sum += weights.of(factor);
    }
    return sum;
  }

  Score score(Map<Factor, Estimate> estimates, Weights weights) {
    double sum = gainWeight(weights);
    double least = 0;
    double likely = 0;
    double most = 0;
    double stated = 0;
    double all = 0;
    for (Factor factor : Factor.values()) {
      Estimate estimate = of(estimates, factor);
      double weight = weights.of(factor);
      all += weight;
      stated += estimate.basis() == Estimate.Basis.STATED ? weight : 0;
      if (factor != Factor.EFFORT) {
        least += weight * log(estimate.least());
        likely += weight * log(estimate.likely());
        most += weight * log(estimate.most());
      }
    }
    Estimate effort = of(estimates, Factor.EFFORT);
    double gain = gain(likely, sum);
    List<Score.Step> steps = new ArrayList<>();
    for (Factor factor : Factor.GAINS) {
      Estimate estimate = of(estimates, factor);
      double weight = weights.of(factor);
      double share = likely == 0 ? 0 : weight * log(estimate.likely()) / likely;
      // Plus nothing, so that no step shows a negative zero.
      steps.add(new Score.Step(estimate, weight, (gain - Score.START) * share + 0.0));
    }
    double taken = effort(effort.likely(), weights);
    steps.add(new Score.Step(effort, weights.of(Factor.EFFORT), 0.0 - taken));
    return new Score(
        gain(least, sum) - effort(effort.most(), weights),
        gain - taken,
        gain(most, sum) - effort(effort.least(), weights),
        all == 0 ? 0 : stated / all,
        steps);
  }

  static double gain(double logs, double weight) {
    return weight == 0 ? Score.START : Score.START * Math.exp(logs / weight);
  }

  private static Estimate of(Map<Factor, Estimate> estimates, Factor factor) {
    Estimate estimate = estimates.get(factor);
    if (estimate == null) {
      throw new IllegalArgumentException("no estimate of " + factor.code());
    }
    return estimate;
  }
}
