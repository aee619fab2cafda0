package org.handsel.partnership.prospects;

import java.util.List;

/// What is known of one factor of one institution: a range from 0 to 1, because what nobody has
/// stated is not nothing.
///
/// @param least with this it is no worse than that
/// @param likely what the ranking counts with
/// @param most with this it is no better than that
/// @param reasons why, the weightiest first
public record Estimate(
    Factor factor, double least, double likely, double most, Basis basis, List<Reason> reasons) {
  /// Whether somebody stated it, it was concluded from other things, or nothing is known.
  public enum Basis {
    STATED,
    CONCLUDED,
    UNKNOWN
  }

  public Estimate {
    if (!(0 <= least && least <= likely && likely <= most && most <= 1)) {
      throw new IllegalArgumentException(
          "%s: expected 0 <= least <= likely <= most <= 1, found %s, %s, %s"
              .formatted(factor, least, likely, most));
    }
    reasons = List.copyOf(reasons);
  }

  static Estimate stated(Factor factor, double value, Reason reason) {
    return new Estimate(factor, value, value, value, Basis.STATED, List.of(reason));
  }
}
