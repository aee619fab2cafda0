package org.handsel.impact;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A file of views of all pages, as its name says: of which month, day or hour, and whose views.
///
/// Three kinds: by month `pageviews-202603-user.bz2`, by day `pageviews-20260301-user.bz2`, by hour
/// `pageviews-20260301-010000.gz`. The time in the name of an hourly file is the **end** of the
/// hour, so that the first file of a month holds the last hour of the month before.
///
/// @param place path or address
/// @param agent `user`, `automated` or `spider`; hourly files hold people's views
/// @param key two files with the same key tell the same
record PageviewFile(String place, Span span, LocalDate day, String agent, String key)
    implements Serializable {
  /// How long a time one file covers.
  enum Span {
    MONTH,
    DAY,
    HOUR
  }

  private static final Pattern NAME =
      Pattern.compile(
          "pageviews-(\\d{4})(\\d{2})(?:(\\d{2})(?:-(\\d{2})0000)?)?(?:-(user|automated|spider))?(?:\\.(?:tsv|txt))?(?:\\.(?:bz2|gz))?");

  /// Empty for a file with another name.
  static Optional<PageviewFile> of(String place) {
    Matcher name = NAME.matcher(name(place));
    if (!name.matches()) {
      return Optional.empty();
    }
    try {
      YearMonth month =
          YearMonth.of(Integer.parseInt(name.group(1)), Integer.parseInt(name.group(2)));
      String agent = name.group(5) == null ? "user" : name.group(5);
      if (name.group(3) == null) {
        return Optional.of(
            new PageviewFile(place, Span.MONTH, month.atDay(1), agent, month.toString()));
      }
      LocalDate day = month.atDay(Integer.parseInt(name.group(3)));
      if (name.group(4) == null) {
        return Optional.of(new PageviewFile(place, Span.DAY, day, agent, day.toString()));
      }
      LocalDateTime begin = day.atTime(Integer.parseInt(name.group(4)), 0).minusHours(1);
      return Optional.of(
          new PageviewFile(place, Span.HOUR, begin.toLocalDate(), agent, begin.toString()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  String name() {
    return name(place);
  }

  private static String name(String place) {
    return place.substring(Math.max(place.lastIndexOf('/'), place.lastIndexOf('\\')) + 1);
  }

  YearMonth month() {
    return YearMonth.from(day);
  }
}
