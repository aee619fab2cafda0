package org.handsel.partnership.register;

import java.time.Instant;
import java.util.List;

/// A pair that the last comparison of the register found and nobody has decided on.
///
/// @param outcome `same`, `affiliated` or `different`
/// @param probability that the outcome is right, from 0 to 1
/// @param evidence each signal in words with its weight in the log odds
public record Proposal(
    Institution a,
    Institution b,
    String outcome,
    double probability,
    List<String> evidence,
    Instant foundAt) {
  public Proposal {
    evidence = List.copyOf(evidence);
  }

  /// The other of the two.
  public Institution other(String institution) {
    return a.id().equals(institution) ? b : a;
  }
}
