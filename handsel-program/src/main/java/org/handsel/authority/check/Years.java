package org.handsel.authority.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Years and days in the dates of the persons format.
final class Years {
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(-?\\d{4})(?!\\d)");
  private static final Pattern ISO_DAY = Pattern.compile("-?\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern GERMAN_DAY = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");

  /// Words and signs by which a year is not said for sure.
  private static final Pattern VAGUE =
      Pattern.compile(
          "(?iU)[~?%]|\\d{4}/\\d|\\bc(?=\\d)|\\b(?:ca?|circa|um|etwa|vor|nach|before|after|about|around|approximately|probably|vermutlich|wohl|or|oder|active|fl)\\b");

  private static final Pattern BEFORE_CHRIST =
      Pattern.compile(
          "(?i)(\\d{1,4}) ?(?:v\\. ?chr\\.?|v\\. ?u\\. ?z\\.?|b\\. ?c\\.?(?: ?e\\.?)?|bce?)");

  private Years() {}

  /// The one year that a date names, years before Christ as 0 and less less one; 0 where it names
  /// none or several, or only about.
  static int of(String date) {
    boolean sure = BEFORE_CHRIST.matcher(date.strip()).matches() || !VAGUE.matcher(date).find();
    return sure ? about(date) : 0;
  }

  /// The same, also where the year is only said to be about.
  static int about(String date) {
    Matcher before = BEFORE_CHRIST.matcher(date.strip());
    if (before.matches()) {
      return 1 - Integer.parseInt(before.group(1));
    }
    // A year behind a dash alone is an end, not a beginning, unless noughts fill it up: then it is
    // one before Christ.
    Matcher year = YEAR.matcher(date.matches("-[1-9]\\d{3}") ? "" : date);
    if (!year.find()) {
      return 0;
    }
    int value = Integer.parseInt(year.group(1));
    return year.find() ? 0 : Math.abs(value) > 9_000 ? 0 : value;
  }

  /// A year as people write it.
  static String words(int year) {
    return year > 0 ? Integer.toString(year) : 1 - year + " BC";
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
