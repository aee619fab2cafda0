package org.handsel.partnership.talks;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A clock that a test sets by the day.
final class Days extends Clock {
  private LocalDate day;

  Days(String day) {
    this.day = LocalDate.parse(day);
  }

  LocalDate today() {
    return day;
  }

  void go(String to) {
    day = LocalDate.parse(to);
  }

  void pass(int days) {
    day = day.plusDays(days);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  @Override
  public Instant instant() {
    return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
  }
}
