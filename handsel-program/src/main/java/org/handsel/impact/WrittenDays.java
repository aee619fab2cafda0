package org.handsel.impact;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Days as files write them: `04-09-2024`, `04/09/2024`, `4.9.2024`, `2024-09-04`, `20240904`; in a
/// file's name also `_04092024`.
final class WrittenDays {
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[-/.]?(\\d{1,2})[-/.]?(\\d{1,2})(?:[T ].*)?");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})(?:[T ].*)?");
  private static final Pattern IN_NAME =
      Pattern.compile("(?<!\\d)(\\d{4}-\\d{2}-\\d{2}|\\d{2}-\\d{2}-\\d{4}|\\d{8})(?!\\d)");

  private WrittenDays() {}

  /// Whether the file writes the month before the day: some cell has a second part above 12 and
  /// none a first part above 12.
  static boolean monthFirst(List<String> cells) {
    boolean second = false;
    for (String cell : cells) {
      Matcher matcher = YEAR_LAST.matcher(cell.strip());
      if (matcher.matches()) {
        if (Integer.parseInt(matcher.group(1)) > 12) {
          return false;
        }
        second |= Integer.parseInt(matcher.group(2)) > 12;
      }
    }
    return second;
  }

  static @Nullable LocalDate day(String written, boolean monthFirst) {
    String text = written.strip();
    Matcher yearLast = YEAR_LAST.matcher(text);
    if (yearLast.matches()) {
      return of(
          yearLast.group(3),
          yearLast.group(monthFirst ? 1 : 2),
          yearLast.group(monthFirst ? 2 : 1));
    }
    Matcher yearFirst = YEAR_FIRST.matcher(text);
    return yearFirst.matches()
        ? of(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3))
        : null;
  }

  /// A day in a file's name.
  static Optional<LocalDate> inName(String name) {
    Matcher matcher = IN_NAME.matcher(name);
    LocalDate found = null;
    while (matcher.find()) {
      String text = matcher.group(1);
      LocalDate day = null;
      if (text.length() == 8) {
        day = plausible(of(text.substring(4), text.substring(2, 4), text.substring(0, 2)));
        if (day == null) {
          day = plausible(of(text.substring(0, 4), text.substring(4, 6), text.substring(6)));
        }
      } else {
        day = plausible(day(text, false));
      }
      found = day == null ? found : day;
    }
    return Optional.ofNullable(found);
  }

  private static @Nullable LocalDate plausible(@Nullable LocalDate day) {
    return day != null && day.getYear() >= 2001 && day.getYear() <= 2100 ? day : null;
  }

  private static @Nullable LocalDate of(String year, String month, String day) {
    try {
      return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
