package org.handsel.partnership.talks;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a card should make one look at.
///
/// @param code `no-claim`, `claim-expires`, `revisit-overdue`, `step-overdue` or `quiet`
/// @param day since when or on which day, or null
public record Warning(String code, @Nullable LocalDate day) {}
