package org.handsel.authority.matching;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Years of birth and death; 0 where nothing reliable is said.
record LifeYears(int birth, int death) {
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(\\d{4})(?!\\d)");
  private static final Pattern CENTURY =
      Pattern.compile("(?i)(jh|jahrhundert|century|v\\. ?chr|bc\\b|v\\. ?u)");
  private static final int LATEST_BIRTH = 2020;
  private static final int LONGEST = 110;

  static LifeYears of(String birth, String death) {
    int born = year(birth);
    int died = year(death);
    // A year behind a dash says when somebody died or worked, not when they were born.
    if (birth.strip().startsWith("-")) {
      born = 0;
    }
    if (born > LATEST_BIRTH) {
      born = 0;
    }
    // Some catalogues close the lives of the living a hundred years after the birth.
    if (born != 0 && died - born == 100) {
      died = 0;
    }
    if (born != 0 && died != 0 && (died < born || died - born > LONGEST)) {
      return new LifeYears(0, 0);
    }
    return new LifeYears(born, died);
  }

  private static int year(String text) {
    if (text.isBlank() || CENTURY.matcher(text).find()) {
      return 0;
    }
    Matcher year = YEAR.matcher(text);
    int found = 0;
    while (year.find()) {
      int value = Integer.parseInt(year.group(1));
      if (value >= 100) {
        found = value;
      }
    }
    return found;
  }
}
