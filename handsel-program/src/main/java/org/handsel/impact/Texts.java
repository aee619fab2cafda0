package org.handsel.impact;

import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.handsel.platform.HandselException;
import org.handsel.platform.ResourceTable;
import org.jspecify.annotations.Nullable;

/// Words and number forms of one language for reports and stories, from `texts.tsv`. Immutable;
/// number formats are made anew for each number, so threads may share it.
final class Texts {
  private final String language;
  private final Locale locale;
  private final Map<String, String> texts;

  private Texts(String language, Map<String, String> texts) {
    this.language = language;
    this.locale = language.equals("de") ? Locale.GERMANY : Locale.UK;
    this.texts = Map.copyOf(texts);
  }

  /// @throws HandselException for a language that there are no texts of
  static Texts load(String language) {
    if (!language.equals("de") && !language.equals("en")) {
      throw HandselException.usage(
          "--language: expected de or en, found \"%s\".".formatted(language));
    }
    Map<String, String> texts = new HashMap<>();
    ResourceTable table = ResourceTable.read(Texts.class, "texts.tsv", "key", "de", "en");
    for (ResourceTable.Row row : table.rows()) {
      if (texts.put(row.cell(0), row.cell(language.equals("de") ? 1 : 2)) != null) {
        throw ResourceTable.malformed(table.name(), row.line(), "twice " + row.cell(0));
      }
    }
    return new Texts(language, texts);
  }

  /// A text in both languages; whole numbers are written as each language does.
  static org.handsel.platform.Said said(String key, Object... filled) {
    String[] both = new String[2];
    for (int i = 0; i < 2; i++) {
      Texts texts = load(i == 0 ? "en" : "de");
      Object[] written = filled.clone();
      for (int k = 0; k < written.length; k++) {
        written[k] = written[k] instanceof Long n ? texts.whole(n) : written[k];
      }
      both[i] = texts.of(key, written);
    }
    return new org.handsel.platform.Said(both[0], both[1]);
  }

  String language() {
    return language;
  }

  String of(String key, Object... filled) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalStateException("texts.tsv: no text " + key);
    }
    return filled.length == 0 ? text : text.formatted(filled);
  }

  String orElse(String key, String other) {
    return texts.getOrDefault(key, other);
  }

  String number(@Nullable Number number, MeasureWords.Unit unit) {
    if (number == null) {
      return of("unknown");
    }
    return switch (unit) {
      case COUNT -> whole(number.longValue());
      case SHARE -> decimals(number.doubleValue() * 100, 2) + " %";
      case RATIO -> decimals(number.doubleValue(), 2);
    };
  }

  String whole(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  private String decimals(double number, int digits) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(number);
  }

  /// A day or month of ISO 8601 in words.
  String day(@Nullable String iso) {
    if (iso == null || iso.isEmpty()) {
      return of("unknown");
    }
    try {
      return iso.length() == 7
          ? YearMonth.parse(iso).format(DateTimeFormatter.ofPattern("MMMM uuuu", locale))
          : LocalDate.parse(iso.substring(0, 10))
              .format(
                  DateTimeFormatter.ofPattern(
                      language.equals("de") ? "d. MMMM uuuu" : "d MMMM uuuu", locale));
    } catch (DateTimeException e) {
      return iso;
    }
  }
}
