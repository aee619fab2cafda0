package org.handsel.impact;

import org.jspecify.annotations.Nullable;

/// What one side expected of the partnership, and what came of it.
///
/// @param text in words
/// @param measure code that decides, or null where people judge
/// @param target number wanted, or null
/// @param dueOn day ISO 8601, or null
/// @param reached the measure's number now, or null where it is not known
public record Expectation(
    String id,
    String text,
    @Nullable String measure,
    @Nullable Double target,
    @Nullable String dueOn,
    @Nullable Double reached) {}
