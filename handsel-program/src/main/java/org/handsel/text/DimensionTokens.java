package org.handsel.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Cuts a text of measures into numbers, units, words and marks.
final class DimensionTokens {
  /// Millimetres of a unit; 0 for a weight.
  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("mm", "1"),
          Map.entry("cm", "10"),
          Map.entry("dm", "100"),
          Map.entry("m", "1000"),
          Map.entry("in", "25.4"),
          Map.entry("inch", "25.4"),
          Map.entry("inches", "25.4"),
          Map.entry("ft", "304.8"),
          Map.entry("foot", "304.8"),
          Map.entry("feet", "304.8"),
          Map.entry("g", "0"),
          Map.entry("kg", "0"));

  private static final Map<Character, String> FRACTIONS =
      Map.of(
          '½', "0.5", '¼', "0.25", '¾', "0.75", '⅛', "0.125", '⅜', "0.375", '⅝', "0.625", '⅞',
          "0.875", '⅓', "0.333", '⅔', "0.667");

  /// @param number value of a number, else null
  /// @param unit factor to millimetres of a unit, else null
  /// @param text small letters of a word, or one mark; `x` for every sign of multiplication
  /// @param start place in the text
  /// @param end place behind it
  record Token(
      @Nullable BigDecimal number, @Nullable BigDecimal unit, String text, int start, int end) {
    boolean is(String mark) {
      return number == null && text.equals(mark);
    }

    boolean word() {
      return number == null && unit == null && Character.isLetter(text.charAt(0)) && !is("x");
    }
  }

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private DimensionTokens(String text) {
    this.text = text;
  }

  /// Null when the text holds a number with two points.
  static @Nullable List<Token> of(String text) {
    DimensionTokens tokens = new DimensionTokens(text);
    return tokens.cut() ? tokens.tokens : null;
  }

  private boolean cut() {
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean point = (c == '.' || c == ',') && digit(at + 1) && !digit(at - 1);
      if (c == '\n') {
        mark(";");
      } else if (Character.isWhitespace(c) || c == '\u00a0') {
        at++;
      } else if (digit(at) || FRACTIONS.containsKey(c) || (c == '.' && point)) {
        if (!number()) {
          return false;
        }
      } else if (c == '×' || c == '*' || c == '✕') {
        mark("x");
      } else if (c == '"' || c == '″' || c == '”') {
        unit("in");
      } else if (c == 'Ø' || c == 'ø' && !letter(at + 1)) {
        mark("ø");
      } else if (Character.isLetter(c)) {
        word();
      } else {
        mark(c == '[' ? "(" : c == ']' ? ")" : String.valueOf(c));
      }
    }
    return true;
  }

  private void mark(String mark) {
    tokens.add(new Token(null, null, mark, at, at + 1));
    at++;
  }

  private void unit(String name) {
    tokens.add(new Token(null, factor(name), name, at, at + 1));
    at++;
  }

  private static @Nullable BigDecimal factor(String name) {
    String factor = UNITS.get(name);
    return factor == null ? null : new BigDecimal(factor);
  }

  private void word() {
    int start = at;
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    String word = text.substring(start, at).toLowerCase(Locale.ROOT);
    if (axesJoined(word)) {
      // "HxB"
      for (int i = 0; i < word.length(); i++) {
        tokens.add(new Token(null, null, word.substring(i, i + 1), start + i, start + i + 1));
      }
    } else if (word.equals("dm") && !afterNumber()) {
      // "dm" is a decimetre behind a number and the Swedish diameter before one.
      tokens.add(new Token(null, null, word, start, at));
    } else {
      tokens.add(new Token(null, factor(word), word, start, at));
    }
  }

  private boolean afterNumber() {
    return !tokens.isEmpty() && tokens.getLast().number() != null;
  }

  private static boolean axesJoined(String word) {
    if (word.length() < 3 || word.length() % 2 == 0) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (i % 2 == 1 ? c != 'x' : "hbwdtl".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private boolean number() {
    int start = at;
    BigDecimal value = BigDecimal.ZERO;
    if (!FRACTIONS.containsKey(text.charAt(at))) {
      if (text.charAt(at) != '.') {
        digits();
      }
      if (decimalsFollow()) {
        at++;
        digits();
        if (decimalsFollow()) {
          return false;
        }
      }
      if (at - start > 9) {
        return false;
      }
      String figures = text.substring(start, at).replace(',', '.');
      value = new BigDecimal(figures.startsWith(".") ? "0" + figures : figures);
      BigDecimal slashed = slash(value);
      if (slashed != null) {
        tokens.add(new Token(slashed, null, "", start, at));
        return true;
      }
    }
    value = value.add(fraction());
    tokens.add(new Token(value, null, "", start, at));
    return true;
  }

  /// `7/8` when the number just read was the numerator.
  private @Nullable BigDecimal slash(BigDecimal numerator) {
    if (at < text.length() && text.charAt(at) == '/' && digit(at + 1)) {
      int from = at + 1;
      at++;
      digits();
      return divide(numerator, from);
    }
    return null;
  }

  private @Nullable BigDecimal divide(BigDecimal numerator, int from) {
    if (at - from > 3) {
      return null;
    }
    BigDecimal denominator = new BigDecimal(text.substring(from, at));
    return denominator.signum() == 0
        ? null
        : numerator.divide(denominator, 4, RoundingMode.HALF_UP);
  }

  /// `½` or ` 1/2` behind a whole number.
  private BigDecimal fraction() {
    int i = at;
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    if (i < text.length() && FRACTIONS.containsKey(text.charAt(i))) {
      at = i + 1;
      return new BigDecimal(FRACTIONS.getOrDefault(text.charAt(i), "0"));
    }
    int numerator = i;
    while (i - numerator < 3 && digit(i)) {
      i++;
    }
    if (i > numerator && i < text.length() && text.charAt(i) == '/' && digit(i + 1)) {
      BigDecimal top = new BigDecimal(text.substring(numerator, i));
      int from = i + 1;
      int back = at;
      at = from;
      digits();
      BigDecimal value = divide(top, from);
      if (value != null) {
        return value;
      }
      at = back;
    }
    return BigDecimal.ZERO;
  }

  private boolean decimalsFollow() {
    return at < text.length() && ".,".indexOf(text.charAt(at)) >= 0 && digit(at + 1);
  }

  private void digits() {
    while (digit(at)) {
      at++;
    }
  }

  private boolean digit(int i) {
    return i >= 0 && i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
  }

  private boolean letter(int i) {
    return i < text.length() && Character.isLetter(text.charAt(i));
  }
}
