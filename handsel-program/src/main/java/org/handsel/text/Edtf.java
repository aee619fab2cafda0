package org.handsel.text;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The part of the Extended Date/Time Format (ISO 8601-2, levels 0 and 1) that Handsel writes.
///
/// Understood: `1862`, `1862-05`, `1862-05-07`, seasons `1862-21` to `1862-24`, unspecified digits
/// `186X` and `18XX`, years before 1 as `-0043` (44 BC), a final `?`, `~` or `%` on each of these,
/// and intervals `1600/1650`, `1600~/1650~`, `../1850`, `1681/..`. `18XX` is read as 1800–1899.
/// Unspecified digits do not stand inside intervals, times of day and level 2 are not understood.
public final class Edtf {
  private static final String OPEN = "..";

  private Edtf() {}

  /// The years that a date can lie in.
  ///
  /// @param earliest first year, astronomical (0 is 1 BC); null when open
  /// @param latest last year; null when open
  public record Range(@Nullable Integer earliest, @Nullable Integer latest) {}

  /// Whether a text is a date in this form.
  public static boolean valid(String text) {
    return years(text).isPresent();
  }

  /// Earliest and latest year of a date; empty when the text is not valid.
  public static Optional<Range> years(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      Part part = part(text, true);
      return part == null
          ? Optional.empty()
          : Optional.of(new Range(part.firstYear(), part.lastYear()));
    }
    String left = text.substring(0, slash);
    String right = text.substring(slash + 1);
    Part from = left.equals(OPEN) ? null : part(left, false);
    Part to = right.equals(OPEN) ? null : part(right, false);
    boolean whole =
        (from != null || left.equals(OPEN))
            && (to != null || right.equals(OPEN))
            && (from != null || to != null);
    if (!whole || (from != null && to != null && from.first() > to.last())) {
      return Optional.empty();
    }
    return Optional.of(
        new Range(from == null ? null : from.firstYear(), to == null ? null : to.lastYear()));
  }

  /// One date: first and last day as year × 10,000 + month × 100 + day.
  private record Part(long first, long last) {
    int firstYear() {
      return (int) Math.floorDiv(first, 10_000L);
    }

    int lastYear() {
      return (int) Math.floorDiv(last, 10_000L);
    }
  }

  private static @Nullable Part part(String text, boolean unspecified) {
    int end = text.length();
    if (end > 0 && "?~%".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    boolean negative = end > 0 && text.charAt(0) == '-';
    int start = negative ? 1 : 0;
    if (end - start < 4 || end - start > 10) {
      return null;
    }
    int open = 0;
    int year = 0;
    for (int i = start; i < start + 4; i++) {
      char c = text.charAt(i);
      if (c == 'X') {
        open++;
        year *= 10;
      } else if (c >= '0' && c <= '9' && open == 0) {
        year = year * 10 + (c - '0');
      } else {
        return null;
      }
    }
    int rest = end - start - 4;
    if (open > 0) {
      int span = open == 1 ? 9 : 99;
      boolean allowed = unspecified && open <= 2 && !negative && rest == 0;
      return allowed ? new Part(number(year, 1, 1), number(year + span, 12, 31)) : null;
    }
    if (negative && year == 0) {
      return null;
    }
    return afterYear(text, start + 4, rest, negative ? -year : year);
  }

  private static @Nullable Part afterYear(String text, int at, int rest, int year) {
    if (rest == 0) {
      return new Part(number(year, 1, 1), number(year, 12, 31));
    }
    int month = rest >= 3 && text.charAt(at) == '-' ? twoDigits(text, at + 1) : -1;
    if (rest == 3 && month >= 21 && month <= 24) {
      return new Part(number(year, 1, 1), number(year, 12, 31));
    }
    if (month < 1 || month > 12) {
      return null;
    }
    if (rest == 3) {
      return new Part(number(year, month, 1), number(year, month, daysIn(year, month)));
    }
    int day = rest == 6 && text.charAt(at + 3) == '-' ? twoDigits(text, at + 4) : -1;
    if (day < 1 || day > daysIn(year, month)) {
      return null;
    }
    return new Part(number(year, month, day), number(year, month, day));
  }

  private static int twoDigits(String text, int at) {
    int tens = text.charAt(at) - '0';
    int ones = text.charAt(at + 1) - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
  }

  private static long number(int year, int month, int day) {
    return year * 10_000L + month * 100L + day;
  }

  /// Days of a month. A date of the Julian calendar such as 29 February 1700 is let through: the
  /// sources before the change of calendars hold them.
  static int daysIn(int year, int month) {
    return switch (month) {
      case 2 -> year % 4 == 0 && (year < 1753 || year % 100 != 0 || year % 400 == 0) ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }
}
