package org.handsel.partnership.effort;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Hours a month that somebody or something of a team has to give.
///
/// @param name of a person, the chapter's office, a paid post …
/// @param until last day, or null
public record Capacity(
    String team,
    String name,
    long hoursAMonth,
    LocalDate from,
    @Nullable LocalDate until,
    String note,
    long version) {

  /// Days of a month on average.
  private static final double MONTH = 365.25 / 12;

  /// Hours that it gives from one day to another, both included.
  public double between(LocalDate first, LocalDate last) {
    LocalDate begin = first.isBefore(from) ? from : first;
    LocalDate end = until != null && until.isBefore(last) ? until : last;
    long days = end.toEpochDay() - begin.toEpochDay() + 1;
    return days <= 0 ? 0 : hoursAMonth * days / MONTH;
  }
}
