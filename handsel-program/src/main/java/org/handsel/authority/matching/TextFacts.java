package org.handsel.authority.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Facts of a life in running German or English text, as biographical lexicons and leads of
/// articles write it. A year that is not tied to a birth or death only shows that somebody was
/// active: it may be that of a book.
///
/// @param birth as [LifeDates] reads it
/// @param activeFrom earliest year that is no birth, 0 where there is none
/// @param names further names that the text gives
record TextFacts(int birth, int death, int activeFrom, int activeTo, List<String> names) {
  static final TextFacts NONE =
      new TextFacts(LifeDates.UNKNOWN, LifeDates.UNKNOWN, 0, 0, List.of());

  private static final String MONTH =
      "(Jan|Jän|Feb|März|Mär|Mar|Apr|Mai|May|Jun|Jul|Aug|Sep|Okt|Oct|Nov|Dez|Dec)[a-zä]*\\.?";
  private static final String DATE =
      "(?:(?:(\\d{1,2})\\.? ?(?:of )?" + MONTH + ",? )?(1[0-9]\\d{2}|20\\d{2}))";
  private static final Pattern BORN_AFTER =
      Pattern.compile(
          "(?:\\bgeboren(?!e)|\\bgeb\\.(?= (?:am|den|im|in|zu)\\b)|\\bborn\\b)"
              + "(?:[^0-9.;:]|\\b(?:[a-z]{1,4}|\\p{Lu})\\.){0,70}?"
              + DATE);
  private static final Pattern BORN_BEFORE =
      Pattern.compile(
          DATE
              + "(?:\\([^()]{1,60}\\)|[^0-9.;:†(]|\\b[A-Za-z]{1,4}\\.){0,120}?\\b(?:geboren(?!e)|zur"
              + " Welt|das Licht der Welt)");
  private static final Pattern DIED =
      Pattern.compile(
          "(?:\\bgestorben (?:am|den|in|zu|ebenda)|\\bgest\\. |\\bdied\\b)(?:[^0-9.;:]){0,50}?"
              + DATE);
  private static final Pattern YEAR = Pattern.compile("(?<![\\d.,-])(1[5-9]\\d{2})(?![\\d])");
  private static final String WORD = "\\p{Lu}[\\p{L}'’-]+";
  private static final String PARTICLES =
      "(?:(?:von|v\\.|van|de|zu|der|ten|und|Freiin|Freifrau|Gräfin|Baronin|Edle|Fürstin) )*";

  /// A given name, perhaps shortened.
  private static final String GIVEN = "(?:" + WORD + "|\\p{Lu}\\p{Ll}{0,4}\\.)";

  private static final Pattern MAIDEN =
      Pattern.compile(
          "\\b(?:geb\\.|geborene|verw\\.|verehel\\.|verh\\.|née) (" + PARTICLES + WORD + ")");
  private static final Pattern SEE =
      Pattern.compile(
          "\\b(?:s ?\\.|siehe|See)(?: auch)?"
              + " (?:(?:Frau|Frl\\.|Fräulein|Dr\\.|Gräfin|Baronin|Freifrau|Freiin|Fürstin) )*("
              + GIVEN
              + " (?:"
              + GIVEN
              + " )?"
              + PARTICLES
              + WORD
              + ")");
  private static final Pattern PSEUDONYMS =
      Pattern.compile("\\b(?:Ps\\.|Pseudonym:?|Pseud\\.) (?:für )?([^;:()»\\d]{3,120})");
  private static final Pattern NAME =
      Pattern.compile("(?:(?:\\p{Lu}\\.|" + WORD + "|v\\.|von|van|de|zu) ){1,3}" + WORD);
  private static final Pattern BRACKET =
      Pattern.compile(
          "^[^.()]{3,60}\\((" + WORD + " (?:" + WORD + " )?" + WORD + ")(?: geb\\. [^)]*)?,?\\)");

  /// "Burow, Julie, Frau Pfannenschmidt, …"
  private static final Pattern MARRIED =
      Pattern.compile(
          "^[^,.]{2,40}, [^,.]{2,40}, Frau (?:(?:Pastor|Oberst|Professor|Dr\\.) )?("
              + PARTICLES
              + WORD
              + ")[,.;]");

  private static final String[] MONTHS = {
    "jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez"
  };
  private static final int MOST_NAMES = 8;
  private static final int LONGEST = 20_000;

  TextFacts {
    names = List.copyOf(names);
  }

  /// @param given the given names of the heading, to complete a surname that stands alone
  static TextFacts of(String written, String given) {
    if (written.isBlank()) {
      return NONE;
    }
    String text = written.length() > LONGEST ? written.substring(0, LONGEST) : written;
    int birth = born(date(BORN_AFTER, text), date(BORN_BEFORE, text));
    int death = date(DIED, text);
    if (birth != LifeDates.UNKNOWN
        && death != LifeDates.UNKNOWN
        && LifeDates.year(death) < LifeDates.year(birth) + 10) {
      death = LifeDates.UNKNOWN;
    }
    int from = 0;
    int to = 0;
    Matcher years = YEAR.matcher(text);
    while (years.find()) {
      int year = Integer.parseInt(years.group(1));
      if (birth != LifeDates.UNKNOWN && year <= LifeDates.year(birth)) {
        continue;
      }
      from = from == 0 ? year : Math.min(from, year);
      to = Math.max(to, year);
    }
    return new TextFacts(birth, death, from, to, names(text, given));
  }

  /// Of dates behind and before "geboren" the one that says a day, otherwise the one behind: in "am
  /// 1. Mai 1850 geboren, seit 1872 verheiratet" the year is of something else.
  private static int born(int behind, int before) {
    return behind == LifeDates.UNKNOWN
            || LifeDates.day(behind) == 0
                && before != LifeDates.UNKNOWN
                && LifeDates.day(before) != 0
                && LifeDates.year(before) < LifeDates.year(behind)
        ? before
        : behind;
  }

  private static int date(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      return LifeDates.UNKNOWN;
    }
    int year = Integer.parseInt(matcher.group(3));
    if (matcher.group(1) == null) {
      return LifeDates.ofYear(year);
    }
    String month = matcher.group(2).toLowerCase(Locale.ROOT).replace('ä', 'a');
    month = month.startsWith("may") ? "mai" : month.replace("oct", "okt").replace("dec", "dez");
    int day = Integer.parseInt(matcher.group(1));
    for (int i = 0; i < MONTHS.length; i++) {
      if (month.startsWith(MONTHS[i]) && day >= 1 && day <= 31) {
        return LifeDates.ofDay(year, i + 1, day);
      }
    }
    return LifeDates.ofYear(year);
  }

  private static List<String> names(String text, String given) {
    List<String> names = new ArrayList<>();
    Matcher maiden = MAIDEN.matcher(text);
    if (maiden.find() && !given.isBlank() && maiden.start() < 160) {
      names.add(maiden.group(1) + ", " + given.strip());
    }
    Matcher married = MARRIED.matcher(text);
    if (married.find() && !given.isBlank()) {
      names.add(married.group(1) + ", " + given.strip());
    }
    Matcher bracket = BRACKET.matcher(text);
    if (bracket.find()) {
      names.add(bracket.group(1));
    }
    Matcher see = SEE.matcher(text);
    while (see.find() && names.size() < MOST_NAMES) {
      names.add(see.group(1));
    }
    Matcher pseudonyms = PSEUDONYMS.matcher(text);
    if (pseudonyms.find()) {
      for (String piece : pseudonyms.group(1).split(",| und | u\\. | oder |(?<=\\p{Ll}{3})\\.")) {
        // Behind the pseudonyms stands where somebody lives: one word or an address.
        if (!NAME.matcher(piece.strip()).matches() || names.size() >= MOST_NAMES) {
          break;
        }
        names.add(piece.strip());
      }
    }
    return names;
  }
}
