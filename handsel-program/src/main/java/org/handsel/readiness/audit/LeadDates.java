package org.handsel.readiness.audit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handsel.text.Dates;

/// Reads birth and death out of the first words of a biography: what stands behind the signs of
/// birth and death, or in the first brackets as two dates with a dash. Dates that the text itself
/// calls uncertain are left out, and so is everything that could be read in two ways.
final class LeadDates {
  private static final String DATE =
      "(\\d{1,2}\\.? \\p{L}{3,12}\\.?,? \\d{3,4}|\\p{L}{3,12} \\d{1,2}, \\d{3,4}|\\d{4})";
  private static final Pattern BIRTH_SIGN = Pattern.compile("[(;,]?\\s*\\*\\s*" + DATE + "(?!\\d)");
  private static final Pattern DEATH_SIGN = Pattern.compile("†\\s*" + DATE + "(?!\\d)");
  private static final Pattern SPAN =
      Pattern.compile("\\(([^()]{0,80}?[;,:] )?" + DATE + "\\s*[–—-]\\s*" + DATE + "\\)");
  private static final Pattern BORN =
      Pattern.compile("\\(born (?:[^()\\d]{0,40} )?" + DATE + "[);, ]");
  private static final Pattern CHANGED =
      Pattern.compile("(?i)\\[?O\\.? ?S\\.?\\b|old style|julian|greg\\.|jul\\.");

  private final Dates dates;
  private final String language;

  LeadDates(Dates dates, String language) {
    this.dates = dates;
    this.language = language;
  }

  record Life(Optional<LifeDate> birth, Optional<LifeDate> death) {
    static final Life NONE = new Life(Optional.empty(), Optional.empty());
  }

  Life read(String lead) {
    if (lead.isEmpty() || CHANGED.matcher(lead).find()) {
      return Life.NONE;
    }
    Matcher birth = BIRTH_SIGN.matcher(lead);
    Matcher death = DEATH_SIGN.matcher(lead);
    boolean signed = lead.indexOf('†') >= 0 || lead.indexOf('*') >= 0;
    if (signed) {
      return new Life(
          birth.find() ? date(birth.group(1)) : Optional.empty(),
          death.find() ? date(death.group(1)) : Optional.empty());
    }
    Matcher span = SPAN.matcher(lead);
    if (span.find() && before(lead, span.start())) {
      return new Life(date(span.group(2)), date(span.group(3)));
    }
    Matcher born = BORN.matcher(lead);
    return born.find() && before(lead, born.start())
        ? new Life(date(born.group(1)), Optional.empty())
        : Life.NONE;
  }

  /// Only brackets before the first verb can be those of a life; a sentence's end is behind it.
  private static boolean before(String lead, int place) {
    Matcher verb = Pattern.compile(" (was|is|were|war|ist|est|était) ").matcher(lead);
    return !verb.find() || place < verb.start();
  }

  private Optional<LifeDate> date(String text) {
    return LifeDate.read(text, dates, language).filter(date -> !date.unknown());
  }

  static String words(LifeDate date) {
    return date.edtf().isEmpty() ? String.valueOf(date.earliest()) : date.edtf();
  }
}
