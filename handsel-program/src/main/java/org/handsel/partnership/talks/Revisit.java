package org.handsel.partnership.talks;

import java.time.LocalDate;
import org.handsel.platform.Who;
import org.jspecify.annotations.Nullable;

/// When to come back to an institution.
///
/// @param cause a cause of `revisit-rules.tsv`
/// @param months after `since`, or null where the day itself was given
/// @param since the cause's day, later the day of the last contact
/// @param dueOn the day to come back
/// @param snoozedUntil a later day to which it was put off, or null
/// @param reason why then, in words for people
/// @param entry the entry that caused it, or null
/// @param who who chose it
public record Revisit(
    String partnership,
    String cause,
    @Nullable Integer months,
    LocalDate since,
    LocalDate dueOn,
    @Nullable LocalDate snoozedUntil,
    String reason,
    @Nullable String entry,
    Who who) {

  /// The day that counts.
  public LocalDate on() {
    return snoozedUntil != null && snoozedUntil.isAfter(dueOn) ? snoozedUntil : dueOn;
  }
}
