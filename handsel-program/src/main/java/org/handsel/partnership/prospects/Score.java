package org.handsel.partnership.prospects;

import java.util.List;

/// How much a visit is worth, from 100 (all free, digital, described and wanted, no effort) down.
///
/// @param least with everything unknown at its worst
/// @param likely what the list is ordered by; equals 100 plus the points of all steps
/// @param most with everything unknown at its best
/// @param stated which share of the weights rests on statements, 0 to 1
/// @param steps what each factor takes off, in the order of the factors
public record Score(double least, double likely, double most, double stated, List<Step> steps) {
  public static final double START = 100;

  public Score {
    steps = List.copyOf(steps);
  }

  /// What one factor takes off.
  ///
  /// @param points never above 0
  public record Step(Estimate estimate, double weight, double points) {}
}
