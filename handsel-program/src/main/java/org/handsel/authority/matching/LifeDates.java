package org.handsel.authority.matching;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads dates of birth and death as catalogues write them into one number each. Pure functions,
/// safe for threads.
final class LifeDates {
  /// Nothing reliable is said.
  static final int UNKNOWN = 0;

  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2}).*");
  private static final Pattern DOTTED =
      Pattern.compile(".*?(?<!\\d)(\\d{1,2})\\. ?(\\d{1,2})\\. ?(\\d{4})(?!\\d).*");
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(\\d{4})(?!\\d)");
  private static final Pattern SHORT_YEAR = Pattern.compile("(?<![\\d.])(\\d{3})(?![\\d.])");
  private static final Pattern BEFORE_CHRIST =
      Pattern.compile("(?i)(v\\. ?chr|v\\. ?u\\. ?z|\\bbc\\b|\\bbce\\b|a\\. ?chr)");
  private static final Pattern EARLY = Pattern.compile("-0(\\d{3})(?:-\\d{2}){0,2}([~?%]?)");
  private static final Pattern OPEN = Pattern.compile("(\\d{2})(\\d|X)X");
  private static final Pattern CENTURY =
      Pattern.compile("(?i)(?<!\\d)(\\d{1,2})(?:\\.|st|nd|rd|th)? ?(?:jh|jahrhundert|jhdt|cent)");
  private static final Pattern ABOUT =
      Pattern.compile(
          "(?iU)\\b(um|ca|circa|c|about|etwa|vor|nach|before|after|approximately|möglicherweise|vermutlich|wohl|fl|active|tätig)\\b|\\?|~");
  private static final int LATEST_BIRTH = 2020;
  private static final int LONGEST = 110;
  private static final int YEARS_SHIFT = 12;
  private static final int YEAR_BIAS = 10_000;

  private LifeDates() {}

  /// What is said of a life.
  ///
  /// @param birth as [#year(int)] and others read it
  /// @param active earliest and latest year in which somebody did something, 0 for unknown
  record Life(int birth, int death, int activeFrom, int activeTo) {}

  static Life of(String birth, String death) {
    int born = read(birth);
    int died = read(death);
    int to = 0;
    // A year behind a dash says when somebody died or worked, not when they were born.
    if (birth.startsWith("-") && born != UNKNOWN && year(born) > 0) {
      to = year(born);
      born = UNKNOWN;
    }
    if (born != UNKNOWN && year(born) > LATEST_BIRTH) {
      born = UNKNOWN;
    }
    if (born != UNKNOWN && died != UNKNOWN) {
      int age = year(died) - year(born);
      boolean precise = tolerance(born) + tolerance(died) == 0;
      if (age == 100 && precise && day(died) == 0) {
        // Some catalogues close the lives of the living a hundred years after the birth.
        died = UNKNOWN;
      } else if (precise && (age < 0 || age > LONGEST || age == 99 && year(born) % 100 == 0)) {
        // Years between which somebody may have worked, or a whole century.
        born = UNKNOWN;
        died = UNKNOWN;
      }
    }
    return new Life(born, died, 0, to);
  }

  /// A date as one number: year, month and day where they are said, and how exact it is.
  static int read(String written) {
    String text = written.strip();
    if (text.isEmpty()) {
      return UNKNOWN;
    }
    if (text.length() == 4 && digits(text)) {
      return packed(Integer.parseInt(text), 0, 0, 0);
    }
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      return dayOf(iso.group(1), iso.group(2), iso.group(3));
    }
    if (text.startsWith("-0") || text.endsWith("X")) {
      return ofForm(text);
    }
    if (BEFORE_CHRIST.matcher(text).find()) {
      return beforeChrist(text);
    }
    Matcher dotted = DOTTED.matcher(text);
    if (dotted.matches()) {
      return dayOf(dotted.group(3), dotted.group(2), dotted.group(1));
    }
    int tolerance = ABOUT.matcher(text).find() ? 1 : 0;
    Matcher year = YEAR.matcher(text);
    int first = 0;
    int last = 0;
    while (year.find()) {
      int value = Integer.parseInt(year.group(1));
      if (value >= 100 && value < 2100) {
        first = first == 0 ? value : first;
        last = value;
      }
    }
    if (last != 0) {
      int apart = Math.abs(last - first);
      return packed(last, 0, 0, Math.max(tolerance, apart == 0 ? 0 : apart <= 10 ? 1 : 2));
    }
    Matcher century = CENTURY.matcher(text);
    if (century.find()) {
      return packed(Integer.parseInt(century.group(1)) * 100 - 50, 0, 0, 3);
    }
    Matcher shortYear = SHORT_YEAR.matcher(text);
    boolean dated = shortYear.find() && !text.contains("-");
    return dated ? packed(Integer.parseInt(shortYear.group(1)), 0, 0, tolerance) : UNKNOWN;
  }

  /// What only the Extended Date/Time Format writes: years before Christ, of which -0043 is 44 BC,
  /// and those whose last digits are open.
  private static int ofForm(String text) {
    Matcher early = EARLY.matcher(text);
    if (early.matches()) {
      return packed(-1 - Integer.parseInt(early.group(1)), 0, 0, early.group(2).isEmpty() ? 0 : 1);
    }
    Matcher open = OPEN.matcher(text);
    if (!open.matches()) {
      return UNKNOWN;
    }
    int first = Integer.parseInt(open.group(1));
    return open.group(2).equals("X")
        ? packed(first * 100 + 50, 0, 0, 3)
        : packed(first * 100 + Integer.parseInt(open.group(2)) * 10 + 5, 0, 0, 1);
  }

  private static boolean digits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static int beforeChrist(String text) {
    Matcher century = CENTURY.matcher(text);
    if (century.find()) {
      return packed(50 - Integer.parseInt(century.group(1)) * 100, 0, 0, 3);
    }
    Matcher number = Pattern.compile("\\d{1,4}").matcher(text);
    return number.find()
        ? packed(-Integer.parseInt(number.group()), 0, 0, text.contains("/") ? 1 : 0)
        : UNKNOWN;
  }

  private static int dayOf(String year, String month, String day) {
    int y = Integer.parseInt(year);
    int m = Integer.parseInt(month);
    int d = Integer.parseInt(day);
    if (y < 100) {
      return UNKNOWN;
    }
    // The first of January is how many files write a year alone.
    boolean whole = m < 1 || m > 12 || d < 1 || d > 31 || m == 1 && d == 1;
    return whole ? packed(y, 0, 0, 0) : packed(y, m, d, 0);
  }

  private static int packed(int year, int month, int day, int tolerance) {
    if (year == 0 || year < -9_000 || year > 9_000) {
      return UNKNOWN;
    }
    return year + YEAR_BIAS << YEARS_SHIFT | month << 8 | day << 3 | tolerance;
  }

  /// Year alone, as read elsewhere.
  static int ofYear(int year) {
    return packed(year, 0, 0, 0);
  }

  static int ofDay(int year, int month, int day) {
    return packed(year, month, day, 0);
  }

  static int year(int date) {
    return (date >>> YEARS_SHIFT) - YEAR_BIAS;
  }

  /// Month and day as one number, 0 where they are not said.
  static int day(int date) {
    return date >>> 3 & 0x1ff;
  }

  /// Years by which a date may be wrong.
  static int tolerance(int date) {
    return switch (date & 7) {
      case 0 -> 0;
      case 1 -> 5;
      case 2 -> 20;
      default -> 60;
    };
  }

  /// For people.
  static String words(int date) {
    if (date == UNKNOWN) {
      return "unknown";
    }
    int year = year(date);
    String text = year < 0 ? -year + " BC" : Integer.toString(year);
    int day = day(date);
    if (day != 0) {
      text = String.format(Locale.ROOT, "%d-%02d-%02d", year, day >> 5, day & 31);
    }
    return tolerance(date) == 0 ? text : "about " + text;
  }
}
