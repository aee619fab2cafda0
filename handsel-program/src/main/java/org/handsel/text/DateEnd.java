package org.handsel.text;

/// One end of a date while it is being read: what was said so far, complete or not.
///
/// Mutable and short-lived; belongs to one [DateReader].
final class DateEnd {
  /// "last" in "last quarter".
  static final int LAST = -1;

  /// No number waits for its meaning.
  static final int NONE = Integer.MIN_VALUE;

  private static final int CENTURY = 100;

  int year = NONE;
  int month;
  int season;
  int day;

  /// First and last year of a period; NONE when it is none.
  int first = NONE;

  int last = NONE;

  /// Which part of a period: the `part`-th of `parts`; 0 parts when the whole is meant.
  int part;

  int parts;

  /// Whether first and last year were both written, so that they are a duration and no period.
  boolean span;

  /// Into how many parts an ordinal that has yet to come divides ("deceniul al III-lea").
  int awaitedParts;

  /// A number whose meaning comes later: day, ordinal of a century, shortened year.
  int pending = NONE;

  int pendingDigits;
  boolean pendingOrdinal;
  boolean pendingDecade;

  /// Number of a century that was named by its ordinal; its years depend on the era.
  int century = NONE;

  boolean approximate;
  boolean uncertain;
  boolean before;
  boolean ofOurEra;

  boolean hasYear() {
    return year != NONE || first != NONE || century != NONE;
  }

  boolean hasContent() {
    return hasYear() || month > 0 || season > 0;
  }

  boolean isPeriod() {
    return first != NONE;
  }

  boolean onlyPart() {
    return parts > 0 && !hasContent() && pending == NONE;
  }

  void period(int firstYear, int lastYear) {
    first = firstYear;
    last = lastYear;
  }

  boolean fraction(int numerator, int denominator) {
    int n = numerator == LAST ? denominator : numerator;
    if (parts > 0 || n < 1 || n > denominator) {
      return false;
    }
    part = n;
    parts = denominator;
    return true;
  }

  /// Years that were both written.
  void span(int firstYear, int lastYear) {
    period(firstYear, lastYear);
    span = true;
  }

  void takeDate(int number) {
    year = number / 10_000;
    month = number / 100 % 100;
    day = number % 100;
  }

  /// Gives numbers that waited their meaning, and eras their effect; false when something is left
  /// over or does not fit.
  boolean settle() {
    if (pending != NONE && month > 0 && day == 0 && pending > 0 && pending <= 31) {
      day = pending;
      pending = NONE;
    }
    if (pending != NONE && !pendingOrdinal && !hasContent() && (before || ofOurEra)) {
      year = pending;
      pending = NONE;
    }
    if (pending != NONE || !hasYear()) {
      return false;
    }
    if (century != NONE) {
      settleCentury();
    } else if (before && year != NONE) {
      year = 1 - year;
    } else if (before) {
      return false;
    }
    return isPeriod() ? month == 0 && season == 0 && divide() : yearIsPlausible();
  }

  private void settleCentury() {
    if (before) {
      period(1 - century * CENTURY, -(century - 1) * CENTURY);
    } else {
      int start = (century - 1) * CENTURY;
      period(start, start + CENTURY - 1);
    }
  }

  private boolean yearIsPlausible() {
    if (parts > 0 && month == 0 && season == 0 && Math.floorMod(year, CENTURY) == 0) {
      // "early 1900" may mean the year, the decade or the century.
      return false;
    }
    if (day > 0 && (month == 0 || day > Edtf.daysIn(year, month))) {
      return false;
    }
    boolean bareYear = year >= Calendar.FIRST_YEAR && year <= Calendar.LAST_YEAR;
    return bareYear || (ofOurEra && year > 0 && year < 1000) || (before && year > -9999);
  }

  /// Narrows a period to the part that was named; see `docs/understanding/dates.md`.
  private boolean divide() {
    if (parts == 0) {
      return true;
    }
    int length = last - first + 1;
    if (length == CENTURY) {
      int start = first;
      if (parts == 3) {
        first = start + new int[] {0, 34, 67}[part - 1];
        last = start + new int[] {33, 66, 99}[part - 1];
      } else {
        int size = CENTURY / parts;
        first = start + (part - 1) * size;
        last = first + size - 1;
      }
      return true;
    }
    if (length != 10 || (parts != 2 && parts != 3)) {
      return false;
    }
    int start = first;
    if (parts == 2) {
      first = start + (part - 1) * 5;
      last = first + 4;
    } else {
      first = start + new int[] {0, 4, 7}[part - 1];
      last = start + new int[] {3, 6, 9}[part - 1];
    }
    return true;
  }

  String qualifier() {
    return approximate && uncertain ? "%" : approximate ? "~" : uncertain ? "?" : "";
  }

  /// The end on its own.
  String alone() {
    if (!isPeriod()) {
      return point(year) + qualifier();
    }
    if (!span && first >= 0 && last - first == 99 && first % CENTURY == 0) {
      return "%02dXX%s".formatted(first / CENTURY, qualifier());
    }
    if (!span && first >= 0 && last - first == 9 && first % 10 == 0) {
      return "%03dX%s".formatted(first / 10, qualifier());
    }
    return start() + "/" + finish();
  }

  /// The end as the beginning of an interval.
  String start() {
    return (isPeriod() ? yearText(first) : point(year)) + qualifier();
  }

  /// The end as the finish of an interval.
  String finish() {
    return (isPeriod() ? yearText(last) : point(year)) + qualifier();
  }

  private String point(int of) {
    String text = yearText(of);
    int second = season > 0 ? season : month;
    if (second > 0) {
      text += (second < 10 ? "-0" : "-") + second;
    }
    if (day > 0) {
      text += (day < 10 ? "-0" : "-") + day;
    }
    return text;
  }

  private static String yearText(int year) {
    String digits = Integer.toString(Math.abs(year));
    return (year < 0 ? "-" : "") + "0".repeat(Math.max(0, 4 - digits.length())) + digits;
  }

  /// Fills this left end from the right one where a text says the common part only once: "June 7–9,
  /// 1960", "16th–17th century", "mid to late 1800s".
  void borrowFrom(DateEnd right) {
    if (right.before && !ofOurEra) {
      before = true;
    }
    if (right.ofOurEra && !before) {
      ofOurEra = true;
    }
    if (hasYear()) {
      return;
    }
    boolean smallOrdinal = pending >= 1 && pending <= 21 && month == 0;
    if (right.century != NONE && smallOrdinal) {
      century = pending;
      pending = NONE;
    } else if (onlyPart()) {
      century = right.century;
      first = right.first;
      last = right.last;
      year = right.year;
    } else if ((month > 0 || season > 0) && (right.month > 0 || right.season > 0)) {
      year = right.year;
    } else if (pending != NONE && month == 0 && right.month > 0 && right.pendingOrDay()) {
      month = right.month;
      year = right.year;
    } else if (month > 0 && right.month == 0 && right.year != NONE && right.pending != NONE) {
      right.month = month;
      year = right.year;
    }
  }

  private boolean pendingOrDay() {
    return day > 0 || pending != NONE;
  }

  /// Fills this right end from the left one: `1650-75`, `1840/50er`.
  boolean completeFrom(DateEnd left) {
    if (hasContent() || pending == NONE || pendingOrdinal || pending < 0 || left.month > 0) {
      return true;
    }
    if (pendingDigits == 2 && pendingDecade) {
      int from = left.isPeriod() ? left.first : left.year;
      int decade = from / CENTURY * CENTURY + pending;
      if (from == NONE || pending % 10 != 0) {
        return false;
      }
      period(decade, decade + 9);
    } else if (left.year != NONE && !before && !left.before && pendingDigits <= 2) {
      int unit = pendingDigits == 2 ? CENTURY : 10;
      year = left.year / unit * unit + pending;
      if (year <= left.year) {
        return false;
      }
    } else {
      return true;
    }
    pending = NONE;
    return true;
  }
}
