package org.handsel.partnership.talks;

import java.time.Instant;
import org.handsel.platform.Who;

/// Something that a person has to be told.
///
/// @param kind `contacted` (somebody wrote to an institution on which another has the claim),
///   `taken-over` or `released` (a claim changed hands or ended by somebody else)
/// @param actor who did it
/// @param reason that the actor gave
public record Notice(
    String id, String kind, String institution, Who actor, String reason, Instant at) {}
