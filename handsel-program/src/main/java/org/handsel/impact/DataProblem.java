package org.handsel.impact;

/// Something wrong with delivered numbers.
///
/// @param place file, and line or row where there is one
/// @param code stable, such as `NUMBER_NEGATIVE` or `MONTH_MISSING`
/// @param raw what was found
/// @param reason what was expected and what became of it
/// @param lost whether a value or row could not be used; then the command ends with 1
public record DataProblem(String place, String code, String raw, String reason, boolean lost) {
  @Override
  public String toString() {
    return "%s: %s".formatted(place, reason);
  }
}
