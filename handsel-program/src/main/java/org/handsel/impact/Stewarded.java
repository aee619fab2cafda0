package org.handsel.impact;

import java.util.List;

/// How a partnership stands after its release.
///
/// @param promises what was expected, with what is reached
/// @param warnings the most urgent first
/// @param offer sentences that offer to run readiness again, with what the release has shown
public record Stewarded(
    String partnership,
    String institution,
    List<Expectation> promises,
    List<Warned> warnings,
    List<Observation> observations,
    List<String> offer) {
  public Stewarded {
    promises = List.copyOf(promises);
    warnings = List.copyOf(warnings);
    observations = List.copyOf(observations);
    offer = List.copyOf(offer);
  }
}
