package org.handsel.partnership.talks;

import java.time.LocalDate;

/// A rule on when to come back.
///
/// @param kind `interval` (months after the cause, again after every contact), `date` (a day that
///   is known) or `january` (the second of January after the cause)
/// @param least months that are hardly ever too few; fewer or more need a reason
/// @param usual months when nobody chooses
/// @param reason why these
public record RevisitRule(
    String cause, String kind, int least, int usual, int most, String reason) {

  boolean restarts() {
    return kind.equals("interval");
  }

  LocalDate due(LocalDate since, int months) {
    LocalDate from = kind.equals("january") ? LocalDate.of(since.getYear() + 1, 1, 2) : since;
    return from.plusMonths(months);
  }

  String explanation(LocalDate since, int months) {
    String when =
        switch (kind) {
          case "january" -> "in January after %s".formatted(since);
          case "date" -> "at %s".formatted(since);
          default ->
              "%d %s after %s (usual: %d to %d)"
                  .formatted(months, months == 1 ? "month" : "months", since, least, most);
        };
    return "%s: %s. %s".formatted(cause, when, reason);
  }
}
