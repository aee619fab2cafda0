package org.handsel.authority.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Years and days in the dates of the persons format.
final class Years {
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(-?\\d{4})(?!\\d)");
  private static final Pattern ISO_DAY = Pattern.compile("-?\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern GERMAN_DAY = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");

  private Years() {}

  /// The one year that a date names; 0 where it names none or several, or only about.
  static int of(String date) {
    // A year behind a dash alone is an end, not a beginning.
    if (date.matches("-\\d{4}") || date.endsWith("~") || date.startsWith("ca.")) {
      return 0;
    }
    Matcher year = YEAR.matcher(date);
    if (!year.find()) {
      return 0;
    }
    int value = Integer.parseInt(year.group(1));
    return year.find() ? 0 : Math.abs(value) > 9_000 ? 0 : value;
  }

  /// The day as `YYYY-MM-DD`; empty where the date names none.
  static String day(String date) {
    if (ISO_DAY.matcher(date).matches()) {
      return date.endsWith("-00") || date.endsWith("-01-01") ? "" : date;
    }
    Matcher german = GERMAN_DAY.matcher(date);
    return german.matches()
        ? "%s-%02d-%02d"
            .formatted(
                german.group(3),
                Integer.parseInt(german.group(2)),
                Integer.parseInt(german.group(1)))
        : "";
  }
}
