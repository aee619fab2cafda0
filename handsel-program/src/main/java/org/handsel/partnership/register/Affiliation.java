package org.handsel.partnership.register;

import org.jspecify.annotations.Nullable;

/// That one institution belongs to another.
///
/// @param from the part, the foundation, the friends
/// @param to the house or body
/// @param kind `part-of`, `foundation-of`, `friends-of`, `member-of` or `other`
public record Affiliation(String from, String to, String kind, @Nullable String evidence) {}
