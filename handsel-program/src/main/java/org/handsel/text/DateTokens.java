package org.handsel.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.handsel.text.DateWords.Kind;
import org.handsel.text.DateWords.Meaning;
import org.handsel.text.DateWords.Phrase;
import org.jspecify.annotations.Nullable;

/// Cuts a display date into tokens in one pass from left to right.
final class DateTokens {
  /// What a token is.
  enum Type {
    /// Digits.
    NUMBER,
    /// Year, month and day in figures.
    DAY,
    /// `1862-05`: a month or a pair of years.
    YEAR_DASH,
    /// `18XX`, `186-`, `186?`: a decade or a century.
    OPEN_YEAR,
    /// Letters, known or not.
    WORD,
    /// One of `. , : ; - / ( ) ? ~ %` and the apostrophe.
    MARK
  }

  /// @param text a mark, or the lower-case word
  /// @param value number, year or first year; year × 10,000 + month × 100 + day of a DAY
  /// @param second digits of a NUMBER, second number of a YEAR_DASH, years spanned by an OPEN_YEAR
  /// @param glued nothing stands between this token and the one before
  /// @param roman value of a Roman numeral, or 0
  /// @param meanings readings of a word
  record Token(
      Type type,
      String text,
      int value,
      int second,
      boolean glued,
      int roman,
      List<Meaning> meanings) {

    boolean is(Kind kind) {
      for (int i = 0; i < meanings.size(); i++) {
        if (meanings.get(i).kind() == kind) {
          return true;
        }
      }
      return false;
    }

    int value(Kind kind) {
      for (Meaning meaning : meanings) {
        if (meaning.kind() == kind) {
          return meaning.value();
        }
      }
      return 0;
    }

    boolean is(char mark) {
      return type == Type.MARK && text.charAt(0) == mark;
    }
  }

  private final DateWords words;
  private final String text;
  private final @Nullable String language;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private DateTokens(DateWords words, String text, @Nullable String language) {
    this.words = words;
    this.text = text;
    this.language = language;
  }

  /// The tokens of a text; null when it holds a character that no date has.
  static @Nullable List<Token> of(DateWords words, String text, @Nullable String language) {
    return new DateTokens(words, Normalizer.normalize(text, Normalizer.Form.NFC), language).cut();
  }

  private @Nullable List<Token> cut() {
    boolean glued = false;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c) || c == '[' || c == ']' || Character.isSpaceChar(c)) {
        // Square brackets mark what a cataloguer supplied; the date itself is the same.
        at++;
        glued = false;
        continue;
      }
      if (c >= '0' && c <= '9') {
        number(glued);
      } else if (Character.isLetter(c)) {
        word(glued);
      } else if (!mark(c, glued)) {
        return null;
      }
      glued = true;
    }
    return phrases();
  }

  private boolean mark(char c, boolean glued) {
    String mark =
        switch (c) {
          case '–', '—', '‐', '‑', '−', '-' -> "-";
          case '’', '\'', '´', '`', '‘' -> "'";
          case '.', ',', ':', ';', '/', '(', ')', '?', '~', '%' -> String.valueOf(c);
          case '©', '*', '†', '_', '"' -> "";
          default -> null;
        };
    if (mark == null) {
      return false;
    }
    at++;
    if (!mark.isEmpty()) {
      tokens.add(new Token(Type.MARK, mark, 0, 0, glued, 0, List.of()));
    }
    return true;
  }

  private void word(boolean glued) {
    int start = at;
    while (at < text.length()
        && (Character.isLetter(text.charAt(at))
            || Character.getType(text.charAt(at)) == Character.NON_SPACING_MARK)) {
      at++;
    }
    String word = text.substring(start, at);
    int roman = Roman.value(word);
    if (roman == 0) {
      int numeral = Roman.prefix(word);
      if (numeral > 0 && words.startingWith(word.toLowerCase(Locale.ROOT)).isEmpty()) {
        add(word.substring(0, numeral), glued, Roman.value(word.substring(0, numeral)));
        add(word.substring(numeral), true, 0);
        return;
      }
    }
    add(word, glued, roman);
  }

  private void add(String word, boolean glued, int roman) {
    tokens.add(new Token(Type.WORD, word.toLowerCase(Locale.ROOT), 0, 0, glued, roman, List.of()));
  }

  private void number(boolean glued) {
    int start = at;
    while (digit(at)) {
      at++;
    }
    int length = at - start;
    if (length == 4 && (day(start, glued) || yearDash(start, glued))) {
      return;
    }
    if (length <= 2 && dayFirst(start, length, glued)) {
      return;
    }
    if (length <= 3 && openYear(start, length, glued)) {
      return;
    }
    if (length == 8) {
      int value = Integer.parseInt(text, start, at, 10);
      if (Calendar.exists(value / 10_000, value / 100 % 100, value % 100)) {
        tokens.add(new Token(Type.DAY, "", value, 0, glued, 0, List.of()));
        return;
      }
    }
    int value = length > 6 ? -1 : Integer.parseInt(text, start, at, 10);
    tokens.add(new Token(Type.NUMBER, "", value, length, glued, 0, List.of()));
  }

  /// `1862-05-07`, `1862/05/07` or `1862.05.07`, with or without a time of day.
  private boolean day(int start, boolean glued) {
    char separator = at < text.length() ? text.charAt(at) : ' ';
    if (separator != '-' && separator != '/' && separator != '.') {
      return false;
    }
    int month = digits(at + 1, 2);
    int second = at + 1 + month;
    int day =
        month > 0 && second < text.length() && text.charAt(second) == separator
            ? digits(second + 1, 2)
            : 0;
    int end = second + 1 + day;
    if (day == 0 || digit(end) || (end < text.length() && text.charAt(end) == separator)) {
      return false;
    }
    int y = Integer.parseInt(text, start, start + 4, 10);
    int m = Integer.parseInt(text, at + 1, at + 1 + month, 10);
    int d = Integer.parseInt(text, second + 1, end, 10);
    if (!Calendar.exists(y, m, d)) {
      return false;
    }
    at = time(end);
    tokens.add(new Token(Type.DAY, "", y * 10_000 + m * 100 + d, 0, glued, 0, List.of()));
    return true;
  }

  /// Skips a time of day behind a date.
  private int time(int from) {
    int i = from;
    if (i < text.length() && (text.charAt(i) == 'T' || text.charAt(i) == ' ')) {
      int hours = digits(i + 1, 2);
      int colon = i + 1 + hours;
      if (hours == 2 && colon < text.length() && text.charAt(colon) == ':') {
        i = colon;
        while (i < text.length() && ":.+Z".indexOf(text.charAt(i)) >= 0 || digit(i)) {
          i++;
        }
        return i;
      }
    }
    return from;
  }

  private boolean yearDash(int start, boolean glued) {
    if (at >= text.length() || text.charAt(at) != '-' || digits(at + 1, 3) != 2) {
      return false;
    }
    int y = Integer.parseInt(text, start, start + 4, 10);
    int second = Integer.parseInt(text, at + 1, at + 3, 10);
    at += 3;
    tokens.add(new Token(Type.YEAR_DASH, "", y, second, glued, 0, List.of()));
    return true;
  }

  /// `7.5.1862`, `7/5/1862`, `7-5-1862` and the Swedish `7/5 1862`.
  private boolean dayFirst(int start, int length, boolean glued) {
    char separator = at < text.length() ? text.charAt(at) : ' ';
    if (separator != '-' && separator != '/' && separator != '.') {
      return false;
    }
    int secondLength = digits(at + 1, 3);
    int next = at + 1 + secondLength;
    if (secondLength < 1 || secondLength > 2 || next >= text.length()) {
      return false;
    }
    boolean swedish = separator == '/' && text.charAt(next) == ' ';
    if ((text.charAt(next) != separator && !swedish) || digits(next + 1, 5) != 4) {
      return false;
    }
    int first = Integer.parseInt(text, start, start + length, 10);
    int second = Integer.parseInt(text, at + 1, next, 10);
    int year = Integer.parseInt(text, next + 1, next + 5, 10);
    // A date that the order of day and month leaves open becomes a token of the value -1, which
    // no reading accepts.
    boolean settled = separator == '.' || swedish || dayBeforeMonth();
    int value = -1;
    if (settled || first > 12 || first == second) {
      value = Calendar.number(year, second, first);
    } else if (second > 12) {
      value = Calendar.number(year, first, second);
    }
    at = next + 5;
    tokens.add(new Token(Type.DAY, "", value, 0, glued, 0, List.of()));
    return true;
  }

  /// Languages in which figures with slashes or hyphens are always day first. English is not one.
  private boolean dayBeforeMonth() {
    return language != null
        && switch (language) {
          case "de", "fr", "nl", "es", "it", "pl", "ro", "da", "no", "nb", "nn" -> true;
          default -> false;
        };
  }

  /// `18XX`, `186X`, `18--`, `186-`, `18??` and `186?`.
  private boolean openYear(int start, int length, boolean glued) {
    if (length < 2) {
      return false;
    }
    char filler = at < text.length() ? text.charAt(at) : ' ';
    int missing = 4 - length;
    if ("Xxu?-".indexOf(filler) < 0) {
      return false;
    }
    for (int i = 0; i < missing; i++) {
      if (at + i >= text.length() || text.charAt(at + i) != filler) {
        return false;
      }
    }
    int end = at + missing;
    if (end < text.length()
        && (text.charAt(end) == filler && filler != '?' || letterOrDigit(end))) {
      return false;
    }
    int first = Integer.parseInt(text, start, at, 10) * (missing == 1 ? 10 : 100);
    boolean dashBeforeNumber =
        filler == '-' && end + 1 < text.length() && text.charAt(end) == ' ' && digit(end + 1);
    if (first < 1000 || first > 2090 || dashBeforeNumber) {
      return false;
    }
    at = end;
    int span = missing == 1 ? 9 : 99;
    tokens.add(new Token(Type.OPEN_YEAR, "", first, span, glued, 0, List.of()));
    return true;
  }

  private boolean letterOrDigit(int i) {
    return Character.isLetterOrDigit(text.charAt(i));
  }

  private boolean digit(int i) {
    return i >= 0 && i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
  }

  /// How many digits stand at a place, counted up to a limit.
  private int digits(int from, int limit) {
    int n = 0;
    while (n < limit && digit(from + n)) {
      n++;
    }
    return n;
  }

  /// Joins words to the longest known phrases; dots between the words of a phrase do not count.
  private List<Token> phrases() {
    List<Token> joined = new ArrayList<>(tokens.size());
    int i = 0;
    while (i < tokens.size()) {
      Token token = tokens.get(i);
      int end = i + 1;
      if (token.type() == Type.WORD) {
        for (Phrase phrase : words.startingWith(token.text())) {
          int after = match(phrase, i);
          if (after > 0) {
            end = after;
            token =
                new Token(
                    Type.WORD,
                    String.join(" ", phrase.words()),
                    0,
                    0,
                    token.glued(),
                    token.roman(),
                    spoken(phrase.meanings()));
            break;
          }
        }
      }
      joined.add(token);
      i = end;
    }
    return joined;
  }

  private int match(Phrase phrase, int from) {
    int i = from + 1;
    for (int word = 1; word < phrase.words().size(); word++) {
      while (i < tokens.size() && joint(tokens.get(i))) {
        i++;
      }
      if (i >= tokens.size()
          || tokens.get(i).type() != Type.WORD
          || !tokens.get(i).text().equals(phrase.words().get(word))) {
        return -1;
      }
      i++;
    }
    return i;
  }

  private static boolean joint(Token token) {
    return token.is('.') || token.is(':') || token.is('\'');
  }

  /// The readings in the language of the text; all of them when that language has none.
  private List<Meaning> spoken(List<Meaning> meanings) {
    if (meanings.size() == 1 || language == null) {
      return meanings;
    }
    List<Meaning> own =
        meanings.stream().filter(meaning -> meaning.languages().contains(language)).toList();
    return own.isEmpty() ? meanings : own;
  }
}
