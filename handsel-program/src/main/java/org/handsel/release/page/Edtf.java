package org.handsel.release.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A date in the part of EDTF (ISO 8601-2:2019) that items use: levels 0 and 1, and sets.
sealed interface Edtf {
  /// One date.
  ///
  /// @param year first year it can be
  /// @param month 1 to 12, a season from 21 to 24, or 0
  /// @param day 1 to 31, or 0
  /// @param openDigits 1 for a decade, 2 for a century, else 0
  record Point(int year, int month, int day, int openDigits, boolean approximate, boolean uncertain)
      implements Edtf {
    boolean plain() {
      return openDigits == 0 && !approximate && !uncertain && !season();
    }

    boolean season() {
      return month > 12;
    }

    int lastYear() {
      return openDigits == 2 ? year + 99 : openDigits == 1 ? year + 9 : year;
    }

    /// The date without its doubts: `1850`, `1850-03`, `1850-03-12`.
    String iso() {
      String text = String.format(Locale.ROOT, "%04d", year);
      if (month >= 1 && month <= 12) {
        text += String.format(Locale.ROOT, "-%02d", month);
        if (day > 0) {
          text += String.format(Locale.ROOT, "-%02d", day);
        }
      }
      return text;
    }
  }

  /// From one date to another; null where it is open.
  record Span(@Nullable Point from, @Nullable Point to) implements Edtf {}

  /// One of several dates.
  record Choice(List<Point> points) implements Edtf {}

  /// All of several dates.
  record All(List<Point> points) implements Edtf {}

  Pattern POINT =
      Pattern.compile("(\\d{4}|\\d{3}X|\\d{2}XX)(?:-(\\d{2}|XX))?(?:-(\\d{2}|XX))?([~?%]?)");

  /// Empty when the text is no date of this kind.
  static Optional<Edtf> parse(String text) {
    String edtf = text.strip();
    if (edtf.startsWith("[") && edtf.endsWith("]")) {
      return set(edtf)
          .map(points -> points.size() == 1 ? (Edtf) points.getFirst() : new Choice(points))
          .or(() -> openSet(edtf));
    }
    if (edtf.startsWith("{") && edtf.endsWith("}")) {
      return set(edtf)
          .map(points -> points.size() == 1 ? (Edtf) points.getFirst() : new All(points));
    }
    int slash = edtf.indexOf('/');
    return slash < 0 ? point(edtf).map(point -> point) : span(edtf, slash);
  }

  private static Optional<Edtf> span(String edtf, int slash) {
    return between(edtf.substring(0, slash), edtf.substring(slash + 1));
  }

  private static Optional<Edtf> between(String first, String last) {
    boolean openFrom = first.isEmpty() || first.equals("..");
    boolean openTo = last.isEmpty() || last.equals("..");
    Optional<Point> from = openFrom ? Optional.empty() : point(first);
    Optional<Point> to = openTo ? Optional.empty() : point(last);
    if (openFrom && openTo || !openFrom && from.isEmpty() || !openTo && to.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Span(from.orElse(null), to.orElse(null)));
  }

  private static Optional<List<Point>> set(String edtf) {
    List<Point> points = new ArrayList<>();
    for (String member : edtf.substring(1, edtf.length() - 1).split(",", -1)) {
      Optional<Point> point = point(member.strip());
      if (point.isEmpty()) {
        return Optional.empty();
      }
      points.add(point.get());
    }
    return Optional.of(List.copyOf(points));
  }

  /// `[1850..1860]`, `[..1850]` and `[1850..]`: some time within.
  private static Optional<Edtf> openSet(String edtf) {
    String inside = edtf.substring(1, edtf.length() - 1);
    int dots = inside.indexOf("..");
    return dots < 0
        ? Optional.empty()
        : between(inside.substring(0, dots).strip(), inside.substring(dots + 2).strip());
  }

  private static Optional<Point> point(String text) {
    Matcher matcher = POINT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String year = matcher.group(1);
    int open = year.endsWith("XX") ? 2 : year.endsWith("X") ? 1 : 0;
    String mark = matcher.group(4);
    int month = number(matcher.group(2));
    int day = number(matcher.group(3));
    boolean possible =
        month <= 12 || month >= 21 && month <= 24 && day == 0 && matcher.group(3) == null;
    if (!possible || day > 31 || month == 0 && day > 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Point(
            Integer.parseInt(year.replace('X', '0')),
            month,
            day,
            open,
            mark.equals("~") || mark.equals("%"),
            mark.equals("?") || mark.equals("%")));
  }

  private static int number(@Nullable String digits) {
    return digits == null || digits.equals("XX") ? 0 : Integer.parseInt(digits);
  }
}
