package org.handsel.rights.terms;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the years that an EDTF date (ISO 8601-2, level 1 and sets of level 2) allows. Doubt widens
/// them: `~` (about) by five years each way, `?` (uncertain) by ten, `%` (both) by fifteen; these
/// widths are house practice, chosen to be unfavourable.
final class EdtfYears {
  private static final int ABOUT = 5;
  private static final int UNCERTAIN = 10;

  private static final Pattern YEAR =
      Pattern.compile(
          "([?~%]?)(-?[0-9X]{4}|Y-?[0-9]{5,8})([?~%]?)(?:-[?~%]?[0-9X]{2}[?~%]?){0,2}(?:T.*)?([?~%]?)");

  private EdtfYears() {}

  /// The years of a text; empty when it is no EDTF date.
  static Optional<Years> read(String text) {
    String date = text.strip();
    if (date.length() > 60) {
      return Optional.empty();
    }
    if (isSet(date)) {
      return set(date.substring(1, date.length() - 1));
    }
    int slash = date.indexOf('/');
    return slash < 0 ? single(date) : interval(date.substring(0, slash), date.substring(slash + 1));
  }

  /// Whether a date reads like the span of a life whose end nobody vouches for.
  static boolean openOrDoubtfulSpan(String text) {
    int slash = text.indexOf('/');
    return slash >= 0 && (text.endsWith("/") || text.endsWith("..") || text.matches(".*[?~%].*"));
  }

  private static boolean isSet(String date) {
    return date.length() > 2
        && (date.startsWith("[") && date.endsWith("]")
            || date.startsWith("{") && date.endsWith("}"));
  }

  private static Optional<Years> set(String members) {
    Optional<Years> all = Optional.empty();
    for (String member : members.split(",", -1)) {
      String one = member.strip();
      int dots = one.indexOf("..");
      Optional<Years> read =
          dots < 0 ? single(one) : interval(one.substring(0, dots), one.substring(dots + 2));
      if (read.isEmpty()) {
        return Optional.empty();
      }
      all = all.isEmpty() ? read : Optional.of(all.get().with(read.get()));
    }
    return all;
  }

  private static Optional<Years> interval(String start, String end) {
    boolean openStart = open(start);
    boolean openEnd = open(end);
    if (openStart && openEnd) {
      return Optional.empty();
    }
    Optional<Years> from = openStart ? Optional.of(Years.UNKNOWN) : single(start);
    Optional<Years> to = openEnd ? Optional.of(Years.UNKNOWN) : single(end);
    if (from.isEmpty() || to.isEmpty() || from.get().from() > to.get().to()) {
      return Optional.empty();
    }
    boolean same = from.get().equals(to.get()) && from.get().exact();
    return Optional.of(new Years(from.get().from(), to.get().to(), same));
  }

  private static boolean open(String end) {
    return end.isBlank() || end.strip().equals("..");
  }

  private static Optional<Years> single(String text) {
    Matcher matcher = YEAR.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String year = matcher.group(2).replace("Y", "");
    if (year.length() > 5 + (year.startsWith("-") ? 1 : 0)) {
      return Optional.empty();
    }
    boolean negative = year.startsWith("-");
    String digits = negative ? year.substring(1) : year;
    int low = Integer.parseInt(digits.replace('X', '0'));
    int high = Integer.parseInt(digits.replace('X', '9'));
    int margin = margin(text);
    int from = (negative ? -high : low) - margin;
    int to = (negative ? -low : high) + margin;
    return Optional.of(new Years(from, to, from == to));
  }

  private static int margin(String text) {
    boolean both = text.contains("%");
    return (both || text.contains("~") ? ABOUT : 0) + (both || text.contains("?") ? UNCERTAIN : 0);
  }
}
