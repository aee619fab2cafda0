package org.handsel.app.reconciliation;

import java.util.List;
import org.handsel.authority.record.PersonRecord;

/// An entity that may be what was asked for.
///
/// @param probability that it is right
/// @param certain whether it needs no look
record Candidate(
    PersonRecord record,
    EntityType type,
    double probability,
    boolean certain,
    List<Feature> features) {
  Candidate {
    features = List.copyOf(features);
  }

  /// One reason.
  ///
  /// @param name what was compared and how, for people
  /// @param value natural logarithm of the odds that it adds; negative speaks against
  record Feature(String id, String name, double value) {}

  /// The probability in hundredths, with two digits after the point.
  double score() {
    return Math.round(probability * 10_000) / 100.0;
  }
}
