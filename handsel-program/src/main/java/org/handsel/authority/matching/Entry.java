package org.handsel.authority.matching;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handsel.authority.record.PersonRecord;

/// A person as far as matching goes.
///
/// @param names each as its words
/// @param country first letters of the countries, joined
record Entry(
    String id, String name, List<String[]> names, LifeYears years, String country, boolean person) {
  private static final Pattern BORN =
      Pattern.compile(
          "(?i)(?:geboren|geb\\.|\\bborn)\\b[^0-9]{0,60}?(?:\\d{1,2}\\.?"
              + " ?[^0-9]{0,20})?(1[5-9]\\d{2})");
  private static final Pattern DIED =
      Pattern.compile(
          "(?i)(?:gestorben|gest\\.|\\bdied|starb)\\b[^0-9]{0,60}?(?:\\d{1,2}\\.?"
              + " ?[^0-9]{0,20})?(1[5-9]\\d{2})");

  private static final Pattern OTHER_KIND =
      Pattern.compile("group|corporate|family|body|workshop|anonymous|organi[sz]ation|couple");

  static Entry of(PersonRecord record) {
    String birth = record.birth().isEmpty() ? found(BORN, record.text()) : record.birth();
    String death = record.death().isEmpty() ? found(DIED, record.text()) : record.death();
    String kind = record.kind().toLowerCase(Locale.ROOT);
    boolean person = !OTHER_KIND.matcher(kind).find();
    String countries = String.join(" ", record.countries()).toLowerCase(Locale.ROOT);
    return new Entry(
        record.id(),
        record.name(),
        PersonNames.of(record.name(), record.variants()),
        LifeYears.of(birth, death),
        countries,
        person);
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }
}
