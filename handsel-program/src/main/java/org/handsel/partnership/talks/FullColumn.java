package org.handsel.partnership.talks;

/// Why a column takes no more.
///
/// @param scope `person` or `team`
/// @param whose name of the person or team; empty for the only team
/// @param stage of the column
/// @param cards that count now
/// @param limit how many may
/// @param reason why there is a limit
public record FullColumn(
    String scope, String whose, int stage, int cards, int limit, String reason) {}
