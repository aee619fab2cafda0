package org.handsel.authority.matching;

import java.util.ArrayList;
import java.util.List;
import org.handsel.authority.matching.Comparison.Feature;

/// Says in words of a catalogue why two records may be one person. Pure functions, safe for
/// threads.
final class Evidence {
  private static final String[] SURNAMES = {
    "surnames differ",
    "surnames are faintly alike",
    "surnames are spelt alike",
    "surnames agree in part",
    "surname agrees"
  };
  private static final String[] GIVEN = {
    "given names differ",
    "one has no given name",
    "given names are faintly alike",
    "given names are spelt alike",
    "given names agree by initials",
    "some given names agree",
    "given names are forms of one name",
    "given names agree, the first left out",
    "given names agree, one has more",
    "given names agree"
  };
  private static final String[] CROWD = {
    "no other record bears such a name",
    "another record bears such a name",
    "a few other records bear such a name",
    "many other records bear such a name"
  };
  private static final String[] LIFE = {
    "",
    "the times of their lives fit",
    "the times of their lives hardly fit",
    "one was not alive when the other was"
  };

  private static final String[] GENDER = {
    "",
    "one is a man, the other a woman",
    "",
    "one is a man, the other a woman",
    "",
    "both are women, whose surnames change"
  };

  private Evidence() {}

  static List<Reason> of(Entry person, Entry record, long cell, Model model) {
    List<Reason> reasons = new ArrayList<>();
    int name = Feature.NAME.level(cell) % NameComparison.LEVELS;
    double worth =
        model.weight(Feature.NAME, cell)
            + model.weight(Feature.RARITY, cell)
            + model.weight(Feature.MISSED, cell);
    String how =
        name == NameComparison.LEVELS - 1
            ? "names are equal"
            : SURNAMES[NameComparison.surnames(name)] + ", " + GIVEN[NameComparison.given(name)];
    String rare =
        NameComparison.surnames(name) == NameComparison.SURNAME_NONE
            ? ""
            : Comparison.rareName(cell)
                ? ", a rare name"
                : Comparison.commonName(cell) ? ", a common name" : "";
    reasons.add(
        new Reason(
            "name", "%s%s (%s / %s)".formatted(how, rare, person.name(), record.name()), worth));
    reasons.add(date("birth", person.birth(), record.birth(), Feature.BIRTH, cell, model));
    reasons.add(date("death", person.death(), record.death(), Feature.DEATH, cell, model));
    add(reasons, "life", LIFE[Feature.LIFE.level(cell)], Feature.LIFE, cell, model);
    int crowd = Feature.CROWD.level(cell);
    add(reasons, "alone", crowd == 0 ? "" : CROWD[(crowd - 1) % 4], Feature.CROWD, cell, model);
    String[] country = {"", "other country", "same country"};
    add(reasons, "country", country[Feature.COUNTRY.level(cell)], Feature.COUNTRY, cell, model);
    String[] place = {"", "other places", "a place in common"};
    add(reasons, "place", place[Feature.PLACE.level(cell)], Feature.PLACE, cell, model);
    String[] work = {"", "other occupations", "an occupation in common"};
    add(reasons, "occupation", work[Feature.WORK.level(cell)], Feature.WORK, cell, model);
    add(reasons, "gender", GENDER[Feature.GENDER.level(cell)], Feature.GENDER, cell, model);
    double part =
        model.weight(Feature.ERA, cell)
            + model.weight(Feature.KNOWN, cell)
            + (GENDER[Feature.GENDER.level(cell)].isEmpty()
                ? model.weight(Feature.GENDER, cell)
                : 0);
    if (Math.abs(part) >= 0.5) {
      reasons.add(
          new Reason(
              "file",
              part > 0
                  ? "of the time and kind that other persons of the file are found in"
                  : "of another time or kind than other persons of the file are found in",
              part));
    }
    if (Comparison.datesAgreed(cell) == 1 && !model.settled(cell)) {
      reasons.add(new Reason("look", "one year alone is not enough for such a name", 0));
    }
    return List.copyOf(reasons);
  }

  private static void add(
      List<Reason> reasons, String feature, String words, Feature of, long cell, Model model) {
    if (!words.isEmpty()) {
      reasons.add(new Reason(feature, words, model.weight(of, cell)));
    }
  }

  private static Reason date(String event, int a, int b, Feature of, long cell, Model model) {
    if (a == LifeDates.UNKNOWN || b == LifeDates.UNKNOWN) {
      return new Reason(event, event + " not comparable", 0);
    }
    String first = LifeDates.words(a);
    String second = LifeDates.words(b);
    String both = first.equals(second) ? first : first + " / " + second;
    return new Reason(event, event + " " + both, model.weight(of, cell));
  }
}
