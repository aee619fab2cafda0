package org.handsel.partnership.talks;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a person chooses for coming back.
///
/// @param cause a cause of `revisit-rules.tsv`
/// @param months after today, or null for the rule's usual number
/// @param on a day instead of months, or null; needed by causes whose day must be known
/// @param reason in the person's words; needed for months outside of the rule's bounds, else may be
///   empty
public record RevisitPlan(
    String cause, @Nullable Integer months, @Nullable LocalDate on, String reason) {
  /// As the rule says.
  public static RevisitPlan usual(String cause) {
    return new RevisitPlan(cause, null, null, "");
  }
}
