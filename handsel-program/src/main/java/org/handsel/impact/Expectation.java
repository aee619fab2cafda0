package org.handsel.impact;

import org.jspecify.annotations.Nullable;

/// What one side expected of the partnership, and what came of it.
///
/// @param text in words
/// @param measure code that decides, or null where people judge
/// @param target number wanted, or null
/// @param dueOn day ISO 8601, or null
/// @param reached the measure's number now, or null where it is not known
/// @param outcome `met`, `partly` or `missed` as people judged it, or null
/// @param said what they said of it
public record Expectation(
    String id,
    String text,
    @Nullable String measure,
    @Nullable Double target,
    @Nullable String dueOn,
    @Nullable Double reached,
    @Nullable String outcome,
    String said) {

  /// `met`, `partly`, `missed` as people say, else by the number; `open` where nobody knows.
  public String state() {
    if (outcome != null) {
      return outcome;
    }
    return reached == null || target == null ? "open" : reached >= target ? "met" : "short";
  }

  Expectation with(@Nullable Double number) {
    return new Expectation(id, text, measure, target, dueOn, number, outcome, said);
  }
}
