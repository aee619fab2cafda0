package org.handsel.partnership.talks;

/// What came of wanting a claim.
public sealed interface Claimed permits Claimed.Taken, ClaimNotice {
  /// The claim is yours, new or as before.
  record Taken(Claim claim) implements Claimed {}
}
