package org.handsel.text;

import org.handsel.text.DateTokens.Token;
import org.handsel.text.DateTokens.Type;
import org.handsel.text.DateWords.Kind;
import org.jspecify.annotations.Nullable;

/// Reads one end of a date: a day, month, year, decade or century with its qualifiers and parts, in
/// any order that languages have.
final class DateEndReader {
  private static final int THIRDS = 3;

  private final TokenCursor at;
  private final boolean alone;

  /// @param alone whether the whole text is one token: then `1908-09` is what ISO 8601 says it is
  DateEndReader(TokenCursor at, boolean alone) {
    this.at = at;
    this.alone = alone;
  }

  /// Reads as far as the tokens fit.
  ///
  /// @param left the end before, for shortened years; null when there is none
  /// @return null when the tokens contradict each other
  @Nullable DateEnd read(@Nullable DateEnd left) {
    DateEnd end = new DateEnd();
    boolean centuryNamed = false;
    boolean decadeNamed = false;
    while (at.more()) {
      Token token = at.peek();
      boolean fits;
      if (token.type() == Type.MARK) {
        if (!mark(end, token)) {
          break;
        }
        continue;
      } else if (token.type() != Type.WORD) {
        fits = figures(end, left, token, decadeNamed);
        centuryNamed = centuryNamed && !claimCentury(end);
      } else if (end.pending != DateEnd.NONE && token.is(Kind.CENTURY) && century(end)) {
        at.next();
        fits = true;
      } else if (token.roman() > 0 && (centuryNamed || end.awaitedParts > 0 || romanStandsHere())) {
        fits = pending(end, token.roman(), 0, true);
        at.next();
        suffix();
        centuryNamed = centuryNamed && !claimCentury(end);
      } else if (token.is(Kind.CENTURY) && !end.hasContent() && !token.is(Kind.CIRCA)) {
        centuryNamed = true;
        at.next();
        fits = true;
      } else if (token.is(Kind.DECADE_BEFORE) && !end.hasContent() && end.pending == DateEnd.NONE) {
        decadeNamed = true;
        at.next();
        fits = true;
      } else {
        int read = word(end, token);
        if (read == 0) {
          break;
        }
        fits = read > 0;
      }
      if (!fits) {
        return null;
      }
    }
    if (centuryNamed && !end.hasYear() || end.awaitedParts > 0) {
      return null;
    }
    return end;
  }

  /// Gives a number that follows the word "century" its meaning.
  private static boolean claimCentury(DateEnd end) {
    return end.pending != DateEnd.NONE && century(end);
  }

  private static boolean century(DateEnd end) {
    if (end.pending < 1 || end.pending > 21 || end.hasContent()) {
      return false;
    }
    end.century = end.pending;
    end.pending = DateEnd.NONE;
    return true;
  }

  private static boolean pending(DateEnd end, int value, int digits, boolean ordinal) {
    if (end.pending != DateEnd.NONE) {
      return false;
    }
    if (end.awaitedParts > 0) {
      int parts = end.awaitedParts;
      end.awaitedParts = 0;
      return end.fraction(value, parts);
    }
    end.pending = value;
    end.pendingDigits = digits;
    end.pendingOrdinal = ordinal;
    return true;
  }

  private boolean romanStandsHere() {
    int ahead = 1;
    while (at.is(ahead, '.')
        || at.is(ahead, '-') && at.is(ahead + 1, Kind.SUFFIX)
        || at.is(ahead, Kind.SUFFIX) && at.peek(ahead).glued()) {
      ahead++;
    }
    boolean beforeNoun = at.is(ahead, Kind.CENTURY) || at.is(ahead, Kind.FRACTION);
    boolean beforeOther =
        (at.is(ahead, '-') || at.is(ahead, '/') || at.is(ahead, Kind.TO))
            && at.peek(ahead + 1).roman() > 0;
    return beforeNoun || beforeOther;
  }

  /// Skips what makes a number an ordinal: `th`, `:a`, `-lea`, a dot.
  private boolean suffix() {
    int ahead = at.is(':') || at.is('-') ? 1 : 0;
    if (at.is(ahead, Kind.SUFFIX) && at.peek(ahead).glued()) {
      at.next();
      if (ahead == 1) {
        at.next();
      }
      at.skip('.');
      return true;
    }
    if (at.is('.')) {
      at.next();
      return true;
    }
    return false;
  }

  /// Reads a mark that belongs to the end; false when the end stops before it.
  private boolean mark(DateEnd end, Token token) {
    boolean belongs =
        switch (token.text().charAt(0)) {
          case '.' -> true;
          case ',' -> commaInside(end);
          case '-' -> hyphenInside(end);
          case '?' -> token.glued() && end.hasContent() && (end.uncertain = true);
          case '~' -> token.glued() && end.hasContent() && (end.approximate = true);
          case '%' -> {
            boolean both = token.glued() && end.hasContent();
            end.uncertain |= both;
            end.approximate |= both;
            yield both;
          }
          default -> false;
        };
    if (belongs) {
      at.next();
    }
    return belongs;
  }

  /// `17th-century` and `01-Jan-1930`.
  private boolean hyphenInside(DateEnd end) {
    if (end.pending == DateEnd.NONE || end.hasYear() || !at.peek(1).glued()) {
      return false;
    }
    boolean toYear = end.month > 0 && at.peek(1).type() == Type.NUMBER && at.peek(1).second() == 4;
    return at.is(1, Kind.CENTURY) || toYear || (end.month == 0 && at.is(1, Kind.MONTH));
  }

  private boolean commaInside(DateEnd end) {
    boolean yearFollows = at.peek(1).type() == Type.NUMBER && !end.hasYear() && end.month > 0;
    boolean seasonYear = at.peek(1).type() == Type.NUMBER && !end.hasYear() && end.season > 0;
    boolean dayWithoutMonth =
        at.peek(1).type() == Type.NUMBER
            && at.peek(1).second() == 4
            && end.pending != DateEnd.NONE
            && !end.hasContent();
    boolean monthFollows = end.year != DateEnd.NONE && end.month == 0 && monthAhead();
    boolean period = end.hasYear() && end.year == DateEnd.NONE && end.parts == 0;
    return yearFollows || seasonYear || dayWithoutMonth || monthFollows || (period && partAhead());
  }

  private boolean monthAhead() {
    return at.is(1, Kind.MONTH)
        || (at.peek(1).type() == Type.NUMBER && (at.is(2, Kind.MONTH) || at.is(3, Kind.MONTH)));
  }

  private boolean partAhead() {
    return at.is(1, Kind.PART)
        || at.is(1, Kind.ORDINAL)
        || at.is(2, Kind.FRACTION)
        || at.is(3, Kind.FRACTION);
  }

  private boolean figures(DateEnd end, @Nullable DateEnd left, Token token, boolean decadeNamed) {
    at.next();
    return switch (token.type()) {
      case DAY -> day(end, token);
      case YEAR_DASH -> yearDash(end, token);
      case OPEN_YEAR -> openYear(end, token);
      default -> number(end, left, token, decadeNamed);
    };
  }

  private static boolean day(DateEnd end, Token token) {
    if (end.hasContent() || end.pending != DateEnd.NONE || token.value() < 0) {
      return false;
    }
    end.takeDate(token.value());
    return true;
  }

  private static boolean openYear(DateEnd end, Token token) {
    if (end.hasContent() || end.pending != DateEnd.NONE) {
      return false;
    }
    end.period(token.value(), token.value() + token.second());
    return true;
  }

  /// `1862-05` is a month, `1862-75` two years. `1908-09` can be both: on its own it is ISO 8601's
  /// month, among words it becomes the years that hold either meaning.
  private boolean yearDash(DateEnd end, Token token) {
    if (end.hasContent() || end.pending != DateEnd.NONE || token.value() > Calendar.LAST_YEAR) {
      return false;
    }
    int year = token.value();
    int second = token.second();
    boolean years = second > year % 100;
    if (marker()) {
      boolean decades = year % 10 == 0 && second % 10 == 0 && years;
      end.span(year, year / 100 * 100 + second + 9);
      return decades;
    }
    boolean month = second >= 1 && second <= 12;
    if (month && (!years || alone)) {
      end.year = year;
      end.month = second;
      return true;
    }
    end.span(year, year / 100 * 100 + second);
    return years;
  }

  private boolean number(DateEnd end, @Nullable DateEnd left, Token token, boolean decadeNamed) {
    int value = token.value();
    int digits = token.second();
    if (digits >= 3 && (decadeNamed || marker())) {
      return period(end, value, decadeNamed);
    }
    if (digits == 4) {
      if (end.hasYear()) {
        return false;
      }
      end.year = value;
      return true;
    }
    if (digits > 4 || digits == 3 && end.hasContent()) {
      return false;
    }
    boolean shortened = left != null && left.hasYear() && digits == 2;
    if (shortened && marker()) {
      end.pendingDecade = true;
      return pending(end, value, digits, false);
    }
    boolean ordinal = digits <= 2 && suffix();
    return pending(end, value, digits, ordinal && !endsHere());
  }

  /// A dot at the end of the text closes the sentence: `1855-57.`
  private boolean endsHere() {
    return !at.more();
  }

  private boolean period(DateEnd end, int value, boolean decadeNamed) {
    if (end.hasYear() || value < 100 || value > Calendar.LAST_YEAR || value % 10 != 0) {
      return false;
    }
    if (decadeNamed) {
      marker();
    }
    end.period(value, value + (value % 100 == 0 ? 99 : 9));
    return true;
  }

  /// Skips what makes a number a decade or a century: `s`, `'s`, `-talet`, `er`.
  private boolean marker() {
    int ahead = at.is('\'') || at.is('-') ? 1 : 0;
    Token word = at.peek(ahead);
    boolean here = word.is(Kind.MARKER) && (word.glued() || !word.text().equals("s"));
    if (here && at.is('-') && (word.text().equals("s") || !word.glued())) {
      return false;
    }
    if (here) {
      at.next();
      if (ahead == 1) {
        at.next();
      }
    }
    return here;
  }

  /// Reads a word; 0 when the end stops before it, -1 when it contradicts what was read.
  private int word(DateEnd end, Token token) {
    boolean empty = !end.hasContent() && end.pending == DateEnd.NONE;
    if (token.is(Kind.CIRCA) && empty) {
      end.approximate = true;
    } else if (token.is(Kind.PROBABLY) && empty) {
      end.uncertain = true;
    } else if (token.is(Kind.MONTH)) {
      if (end.month > 0 || end.season > 0 || end.isPeriod()) {
        return -1;
      }
      end.month = token.value(Kind.MONTH);
    } else if (token.is(Kind.SEASON) && end.month == 0 && !end.isPeriod()) {
      end.season = token.value(Kind.SEASON);
    } else if (token.is(Kind.FRACTION) && end.pending != DateEnd.NONE) {
      boolean fits = end.fraction(end.pending, token.value(Kind.FRACTION));
      end.pending = DateEnd.NONE;
      if (!fits) {
        return -1;
      }
    } else if (token.is(Kind.FRACTION) && empty && end.parts == 0 && !token.is(Kind.PART)) {
      end.awaitedParts = token.value(Kind.FRACTION);
    } else if (token.is(Kind.ORDINAL)) {
      if (!pending(end, token.value(Kind.ORDINAL), 0, true)) {
        return -1;
      }
    } else if (token.is(Kind.PART)) {
      return part(end, token);
    } else if (token.is(Kind.CENTURY_OF) && empty) {
      int first = token.value(Kind.CENTURY_OF);
      end.period(first, first + 99);
    } else if (!eraOrFiller(end, token, at.is(1, Kind.PART))) {
      return 0;
    }
    at.next();
    return 1;
  }

  private int part(DateEnd end, Token token) {
    if (!end.fraction(token.value(Kind.PART), THIRDS)) {
      return -1;
    }
    at.next();
    at.skip('.');
    boolean rangeOfParts = at.is(1, Kind.PART) || at.is(1, Kind.TO);
    if (at.is('-') && at.more(1) && !rangeOfParts && !end.hasContent()) {
      at.next();
    } else if (at.is('-') && at.is(1, Kind.TO)) {
      at.next();
    }
    return 1;
  }

  private static boolean eraOrFiller(DateEnd end, Token token, boolean nextIsPart) {
    boolean number = end.hasContent() || end.pending != DateEnd.NONE;
    if (token.is(Kind.BC) && number) {
      end.before = true;
      return true;
    }
    if (token.is(Kind.AD)) {
      end.ofOurEra = true;
      return true;
    }
    if (token.is(Kind.WEEKDAY) && !number) {
      return true;
    }
    boolean separates = token.is(Kind.AND) || token.is(Kind.TO) || token.is(Kind.OR);
    boolean afterPart = end.onlyPart() && nextIsPart;
    return token.is(Kind.FILLER) && !(separates && (end.hasYear() || afterPart));
  }
}
