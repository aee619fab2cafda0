package org.handsel.impact;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Numbers as people of several countries write them: `425.007`, `425,007`, `425 007` and `6,09`,
/// `6.09`.
final class WrittenNumbers {
  private static final Pattern GROUPED =
      Pattern.compile("[+-]?\\d{1,3}(?:([.,'’\\u00A0\\u202F ])\\d{3})(?:\\1\\d{3})*");
  private static final Pattern PLAIN = Pattern.compile("[+-]?\\d{1,15}(?:[.,]0+)?");

  private WrittenNumbers() {}

  static boolean unknown(String text) {
    return text.isBlank()
        || text.strip()
            .matches("(?i)n\\.?/?a\\.?|-|–|—|null|none|nan|\\?|unknown|onbekend|unbekannt|#DIV/0!");
  }

  /// A whole number with or without groups of three digits.
  static OptionalLong whole(String written) {
    String text = written.strip();
    if (GROUPED.matcher(text).matches()) {
      return OptionalLong.of(Long.parseLong(text.replaceAll("[^\\d-]", "")));
    }
    if (PLAIN.matcher(text).matches()) {
      return OptionalLong.of(Long.parseLong(text.replaceAll("[.,]0+$", "").replace("+", "")));
    }
    return OptionalLong.empty();
  }

  /// A number with decimals.
  ///
  /// @param comma whether a lone comma separates decimals in this file, and a lone point groups
  static OptionalDouble decimal(String written, boolean comma) {
    String text = written.strip().replace("%", "").replaceAll("[\\u00A0\\u202F '’]", "");
    int lastComma = text.lastIndexOf(',');
    int lastPoint = text.lastIndexOf('.');
    String plain;
    if (lastComma >= 0 && lastPoint >= 0) {
      char decimal = lastComma > lastPoint ? ',' : '.';
      plain = text.replace(decimal == ',' ? "." : ",", "").replace(',', '.');
    } else if (lastComma < 0 && lastPoint < 0) {
      plain = text;
    } else {
      char only = lastComma >= 0 ? ',' : '.';
      boolean decimal = comma == (only == ',') || !GROUPED.matcher(text).matches();
      plain = decimal ? text.replace(',', '.') : text.replace(String.valueOf(only), "");
    }
    if (!plain.matches("[+-]?\\d{0,15}(?:\\.\\d+)?") || !plain.matches(".*\\d.*")) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(Double.parseDouble(plain));
  }

  /// Whether a lone comma separates decimals, judged by all cells with decimals; a point does when
  /// nothing speaks for either.
  static boolean commaIsDecimal(Iterable<String> decimals, Iterable<String> wholes) {
    int comma = 0;
    int point = 0;
    for (String cell : decimals) {
      String text = cell.strip().replace("%", "").strip();
      if (text.matches("[+-]?\\d+,\\d{1,2}|[+-]?\\d+,\\d{4,}")) {
        comma++;
      } else if (text.matches("[+-]?\\d+\\.\\d{1,2}|[+-]?\\d+\\.\\d{4,}")) {
        point++;
      }
    }
    for (String cell : wholes) {
      if (cell.strip().matches("\\d{1,3}(\\.\\d{3})+")) {
        comma++;
      } else if (cell.strip().matches("\\d{1,3}(,\\d{3})+")) {
        point++;
      }
    }
    return comma > point;
  }
}
