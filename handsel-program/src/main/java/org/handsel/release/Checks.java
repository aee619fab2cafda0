package org.handsel.release;

import java.util.Comparator;
import java.util.List;

/// Makes the checks of plan entries.
final class Checks {
  static final String ERROR = "error";
  static final String WARNING = "warning";

  private Checks() {}

  static PlanEntry.Check error(String code, String message) {
    return new PlanEntry.Check(code, ERROR, message);
  }

  static PlanEntry.Check warning(String code, String message) {
    return new PlanEntry.Check(code, WARNING, message);
  }

  static boolean blocking(PlanEntry.Check check) {
    return check.severity().equals(ERROR);
  }

  /// Problems first; otherwise as they were found.
  static List<PlanEntry.Check> sorted(List<PlanEntry.Check> checks) {
    return checks.stream()
        .sorted(Comparator.comparing((PlanEntry.Check check) -> !blocking(check)))
        .distinct()
        .toList();
  }

  static String state(List<PlanEntry.Check> checks) {
    return checks.stream().anyMatch(Checks::blocking) ? PlanEntry.BLOCKED : PlanEntry.READY;
  }

  static String quote(String text) {
    return "\"" + (text.length() > 120 ? text.substring(0, 119) + "…" : text) + "\"";
  }
}
