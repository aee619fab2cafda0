package org.handsel.impact;

import java.util.List;
import org.handsel.partnership.commitment.Commitment;
import org.handsel.platform.Said;

/// How a partnership stands after its release.
///
/// @param promises what was expected, with what is reached
/// @param commitments what both sides promised in the ledger
/// @param warnings the most urgent first
/// @param dates the next first, those that are over before them
/// @param offer sentences that offer to run readiness again, with what the release has shown
public record Stewarded(
    String partnership,
    String institution,
    List<Expectation> promises,
    List<Commitment> commitments,
    List<Warned> warnings,
    List<Observation> observations,
    List<Dated> dates,
    List<Said> offer) {
  public Stewarded {
    promises = List.copyOf(promises);
    commitments = List.copyOf(commitments);
    warnings = List.copyOf(warnings);
    observations = List.copyOf(observations);
    dates = List.copyOf(dates);
    offer = List.copyOf(offer);
  }
}
