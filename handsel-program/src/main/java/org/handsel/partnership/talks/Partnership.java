package org.handsel.partnership.talks;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The relation with one institution.
///
/// @param institution id of the institution; it may have several partnerships, told apart by title
/// @param title what it is about
/// @param stage 0 readiness, 1 prospect, 2 talks, 3 answers, 4 release, 5 stewardship
/// @param state `open`; `not-yet` after a refusal; `paused`; `done`
/// @param team the group that limits apply to; empty for the only one
/// @param revisitOn the day to come back, or null
/// @param version rises with every change; an edit names the version that it was made on
public record Partnership(
    String id,
    String institution,
    String title,
    int stage,
    String state,
    String team,
    @Nullable LocalDate revisitOn,
    long version) {}
