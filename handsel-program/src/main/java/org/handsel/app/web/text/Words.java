package org.handsel.app.web.text;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;

/// The texts of one language, with its way to write numbers and dates.
///
/// A text is a pattern of `java.text.MessageFormat`: `{0}` is the first argument, `{0,number}`
/// writes it in the way of the language, `{0,choice,0#no files|1#one file|1<{0,number} files}`
/// chooses by number. Quoting does not exist: texts use the typographic apostrophe. Immutable.
///
/// @param language which
/// @param zone in which times of day are told
/// @param texts pattern by key
public record Words(Language language, ZoneId zone, Map<String, String> texts) {

  /// The text of a key; a key that no file has comes back in brackets, so that the page still
  /// works.
  public String of(String key, Object... arguments) {
    String pattern = texts.get(key);
    if (pattern == null) {
      return "⟨" + key + "⟩";
    }
    if (pattern.indexOf('{') < 0) {
      return pattern;
    }
    return new MessageFormat(pattern, language.locale()).format(arguments);
  }

  public boolean has(String key) {
    return texts.containsKey(key);
  }

  public String number(long number) {
    return NumberFormat.getIntegerInstance(language.locale()).format(number);
  }

  public String number(double number, int digits) {
    NumberFormat format = NumberFormat.getInstance(language.locale());
    format.setMaximumFractionDigits(digits);
    return format.format(number);
  }

  /// A share of 1 as a percentage without digits after the point.
  public String percent(double share) {
    return NumberFormat.getPercentInstance(language.locale()).format(share);
  }

  /// A stored share of 1 as a percentage; text that is none comes back as it is.
  public String share(String stored) {
    try {
      NumberFormat format = NumberFormat.getPercentInstance(language.locale());
      format.setMaximumFractionDigits(2);
      return format.format(Double.parseDouble(stored));
    } catch (NumberFormatException e) {
      return stored;
    }
  }

  /// A stored whole number; text that is none comes back as it is.
  public String numeral(String stored) {
    try {
      return number(Long.parseLong(stored));
    } catch (NumberFormatException e) {
      return stored;
    }
  }

  /// The name of a country; a code that is none comes back as it is.
  public String country(String code) {
    return code.matches("[A-Z]{2}")
        ? Locale.of("", code).getDisplayCountry(language.locale())
        : code;
  }

  public String date(LocalDate date) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(language.locale())
        .format(date);
  }

  public String date(Instant instant) {
    return date(LocalDate.ofInstant(instant, zone));
  }

  /// Day and time of day.
  public String time(Instant instant) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(language.locale())
        .withZone(zone)
        .format(instant);
  }
}
