package org.handsel.text;

/// Days in figures.
final class Calendar {
  static final int FIRST_YEAR = 1000;
  static final int LAST_YEAR = 2099;

  private Calendar() {}

  static boolean exists(int year, int month, int day) {
    return year >= FIRST_YEAR
        && year <= LAST_YEAR
        && month >= 1
        && month <= 12
        && day >= 1
        && day <= Edtf.daysIn(year, month);
  }

  /// Year × 10,000 + month × 100 + day, or -1 when there is no such day.
  static int number(int year, int month, int day) {
    return exists(year, month, day) ? year * 10_000 + month * 100 + day : -1;
  }
}
