package org.handsel.partnership.habits;

/// One limit or term.
///
/// @param name such as `claim-days` or `team-limit-4`
/// @param value what counts for the team; of a limit, 0 is none
/// @param standard what the program proposes
/// @param unit `days`, `months` or `cards`
/// @param reason why this value: the team's, where it set one
public record Habit(String name, int value, int standard, String unit, String reason) {}
