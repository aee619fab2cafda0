package org.handsel.partnership.talks;

import org.jspecify.annotations.Nullable;

/// Stop: somebody else speaks with this institution.
///
/// @param claim of the other person
/// @param last what passed last, or null where nothing is logged yet
public record ClaimNotice(Claim claim, @Nullable Entry last) implements Claimed, Logged {}
