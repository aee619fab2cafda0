package org.handsel.readiness.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handsel.text.Dates;
import org.handsel.text.Edtf;
import org.jspecify.annotations.Nullable;

/// A date of birth or death as person data writes it.
///
/// @param edtf its EDTF form; empty for one before Christ or of several dates
/// @param earliest year, negative before Christ, or null where it is open
/// @param latest year, or null where it is open
/// @param unknown whether the text says that nobody knows the date
record LifeDate(
    String edtf, @Nullable Integer earliest, @Nullable Integer latest, boolean unknown) {
  private static final Pattern TEMPLATE = Pattern.compile("\\{\\{([^{}|]*)\\|?([^{}]*)\\}\\}");
  private static final Pattern LINK =
      Pattern.compile("\\[\\[(?:[^\\[\\]|]*\\|)?([^\\[\\]|]*)\\]\\]");
  private static final Pattern TAGS =
      Pattern.compile("(?s)<ref[^>/]*/>|<ref[^>]*>.*?</ref>|<[^>]{0,200}>");
  private static final Pattern UNKNOWN =
      Pattern.compile(
          "(?i)(date |year"
              + " )?(unbekannt|unknown|unsicher|uncertain|ungewiss|living|lebend|inconnue?|not"
              + " known|nicht bekannt|onbekend|okänd)(es datum|er tag)?|\\?+|–|-|—");
  private static final Pattern BEFORE_CHRIST =
      Pattern.compile(
          "(\\d{1,4})s?(?:\\s*(?:–|-|/|oder|und|or|and|to|bis)\\s*(\\d{1,4}))?\\s*(?:v\\."
              + " ?Chr\\.?|BCE?|B\\.C\\.(?:E\\.)?|av\\. J\\.-C\\.)");
  private static final Pattern CENTURY_BEFORE =
      Pattern.compile(
          "(\\d{1,2})(?:\\.|st|nd|rd|th) (?:Jahrhundert|century) (?:v\\. ?Chr\\.?|BCE?)");
  private static final Pattern RITE =
      Pattern.compile(
          "(?i)^(getauft|begraben|beerdigt|bestattet|baptized|baptised|christened|buried|bapt\\.|bp\\.|taufe|begräbnis|tot"
              + " aufgefunden|unsicher:?|traditionally|possibly|probably|perhaps|likely|wahrscheinlich|vermutlich|wohl|either|entweder|born|died|aged?)["
              + " :]+(am |on |in )?");
  private static final Pattern ERA =
      Pattern.compile("(?i)\\b(A\\.?D\\.?|C\\.?E\\.?|n\\. ?Chr\\.?)(?= |$)");
  private static final Pattern REMARK = Pattern.compile("\\s*\\([^()]*\\)|\\s*\\[[^\\[\\]]*\\]");
  private static final Pattern SEVERAL =
      Pattern.compile("(?i)\\s*(?:,? oder |,? or |,? bzw\\. |;|\\s/\\s|,? und | & )\\s*");

  private static final int MILLENNIUM = 1000;

  /// Years that an approximate date may be off.
  private static final int AROUND = 2;

  private static final Pattern LATE_YEAR = Pattern.compile("\\d{4}");
  private static final Pattern EARLY_YEAR =
      Pattern.compile("(?<!\\d)(?:\\d{3}(?!\\d)|(?<=\\p{L}[.]? )\\d{2}$)");

  /// Reads a date.
  ///
  /// @return empty where the text is no date
  static Optional<LifeDate> read(String written, Dates dates, String language) {
    String text = plain(written);
    if (text.isEmpty() || UNKNOWN.matcher(text).matches()) {
      return Optional.of(new LifeDate("", null, null, true));
    }
    return whole(text, dates, language)
        .or(() -> whole(REMARK.matcher(text).replaceAll("").strip(), dates, language))
        .or(() -> several(REMARK.matcher(text).replaceAll("").strip(), dates, language));
  }

  private static Optional<LifeDate> whole(String text, Dates dates, String language) {
    Matcher century = CENTURY_BEFORE.matcher(text);
    if (century.find()) {
      int number = Integer.parseInt(century.group(1));
      return Optional.of(new LifeDate("", -number * 100, -(number - 1) * 100 - 1, false));
    }
    Matcher before = BEFORE_CHRIST.matcher(text);
    if (before.find()) {
      int first = -Integer.parseInt(before.group(1));
      int last = before.group(2) == null ? first : -Integer.parseInt(before.group(2));
      return Optional.of(new LifeDate("", Math.min(first, last), Math.max(first, last), false));
    }
    String date = ERA.matcher(RITE.matcher(text).replaceFirst("")).replaceAll("").strip();
    Matcher early = EARLY_YEAR.matcher(date);
    if (early.find() && !LATE_YEAR.matcher(date).find()) {
      // Readers of dates of things know no years before 1000: the same date a thousand years later.
      StringBuilder later = new StringBuilder();
      do {
        early.appendReplacement(
            later, String.valueOf(MILLENNIUM + Integer.parseInt(early.group())));
      } while (early.find());
      early.appendTail(later);
      return parsed(later.toString(), dates, language)
          .map(found -> new LifeDate("", earlier(found.earliest), earlier(found.latest), false));
    }
    return parsed(date, dates, language);
  }

  private static @Nullable Integer earlier(@Nullable Integer year) {
    return year == null ? null : Integer.valueOf(year - MILLENNIUM);
  }

  private static Optional<LifeDate> parsed(String date, Dates dates, String language) {
    return dates
        .parse(date.replaceAll(",(?= \\d{4}$)", ""), language)
        .or(() -> dates.parse(date, language))
        .flatMap(found ->
            Edtf.years(found.edtf())
                .map(years -> new LifeDate(found.edtf(), years.earliest(), years.latest(), false)));
  }

  /// Several dates of which one is right.
  private static Optional<LifeDate> several(String text, Dates dates, String language) {
    List<LifeDate> all = new ArrayList<>();
    String[] parts = SEVERAL.split(text);
    String year = lastYear(text);
    for (String part : parts) {
      if (part.isBlank()) {
        continue;
      }
      Optional<LifeDate> date =
          whole(part.strip(), dates, language)
              .filter(found -> found.earliest != null && found.earliest > 99)
              .or(() -> whole(part.strip() + " " + year, dates, language));
      if (date.isEmpty()) {
        return Optional.empty();
      }
      all.add(date.get());
    }
    if (all.size() < 2) {
      return Optional.empty();
    }
    Integer earliest = all.getFirst().earliest;
    Integer latest = all.getFirst().latest;
    for (LifeDate date : all) {
      earliest =
          earliest == null || date.earliest == null
              ? null
              : Integer.valueOf(Math.min(earliest, date.earliest));
      latest =
          latest == null || date.latest == null
              ? null
              : Integer.valueOf(Math.max(latest, date.latest));
    }
    return Optional.of(new LifeDate("", earliest, latest, false));
  }

  private static String lastYear(String text) {
    Matcher year = Pattern.compile("\\d{3,4}").matcher(text);
    String last = "";
    while (year.find()) {
      last = year.group();
    }
    return last;
  }

  /// The text without links, references and templates; of a template for dates its numbers.
  static String plain(String written) {
    if (written.isEmpty()) {
      return "";
    }
    String text = TAGS.matcher(written).replaceAll(" ");
    Matcher template = TEMPLATE.matcher(text);
    StringBuilder out = new StringBuilder();
    while (template.find()) {
      template.appendReplacement(
          out, Matcher.quoteReplacement(ofTemplate(template.group(1), template.group(2))));
    }
    template.appendTail(out);
    return LINK.matcher(out)
        .replaceAll("$1")
        .replace("&nbsp;", " ")
        .replace("&ndash;", "–")
        .replace("'''", "")
        .replace("''", "")
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static String ofTemplate(String name, String arguments) {
    List<String> numbers = new ArrayList<>();
    String first = "";
    for (String argument : arguments.split("\\|")) {
      String value = argument.strip();
      if (value.matches("\\d{1,4}") && numbers.size() < 3) {
        numbers.add(value);
      }
      if (first.isEmpty() && !value.contains("=")) {
        first = value;
      }
    }
    boolean date = name.toLowerCase(Locale.ROOT).matches(".*(date|birth|death|born|died|dob).*");
    if (date && !numbers.isEmpty() && numbers.getFirst().length() >= 3) {
      StringBuilder iso = new StringBuilder("0000".substring(numbers.getFirst().length()));
      iso.append(numbers.getFirst());
      for (String number : numbers.subList(1, numbers.size())) {
        iso.append('-').append(number.length() == 1 ? "0" : "").append(number);
      }
      return iso.toString();
    }
    boolean circa = name.strip().toLowerCase(Locale.ROOT).matches("circa|c\\.|ca|c|ca\\.");
    return circa ? "c. " + first : first;
  }

  /// Whether both could be the same, as far as years go: "around 1850" goes with 1851.
  boolean agrees(LifeDate other) {
    return unknown || other.unknown || within(other.earliest, other.latest, other.leeway());
  }

  boolean agrees(int year) {
    return unknown || within(year, year, 0);
  }

  /// Years that the date may be off.
  int leeway() {
    return edtf.indexOf('~') >= 0 ? AROUND : 0;
  }

  private boolean within(@Nullable Integer from, @Nullable Integer to, int also) {
    int years = Math.max(leeway(), also);
    return (latest == null || from == null || from <= latest + years)
        && (earliest == null || to == null || to >= earliest - years);
  }

  /// Whether it names a day.
  boolean isDay() {
    return edtf.matches("\\d{4}-\\d{2}-\\d{2}");
  }
}
