package org.handsel.authority.matching;

import java.util.ArrayList;
import java.util.List;

/// Says in words why two records may be one person.
final class Evidence {
  private static final String[] NAMES = {
    "names differ",
    "one word of the names agrees",
    "one word agrees, others look alike",
    "names share two words but each has others",
    "names agree but for spelling",
    "names agree with initials",
    "one name is part of the other",
    "names are equal"
  };

  private Evidence() {}

  /// The same, feature by feature.
  static List<Reason> reasons(Entry person, Entry record, Comparison comparison, Weights weights) {
    List<Reason> reasons = new ArrayList<>();
    double[] parts = weights.parts(comparison);
    reasons.add(
        new Reason(
            "name",
            "%s (%s / %s)".formatted(NAMES[comparison.name()], person.name(), record.name()),
            parts[0]));
    reasons.add(
        new Reason(
            "birth", years("birth", person.years().birth(), record.years().birth()), parts[1]));
    reasons.add(
        new Reason(
            "death", years("death", person.years().death(), record.years().death()), parts[2]));
    if (comparison.country() > 0) {
      reasons.add(
          new Reason(
              "country", comparison.country() == 2 ? "same country" : "other country", parts[3]));
    }
    return reasons;
  }

  private static String years(String event, int a, int b) {
    if (a == 0 || b == 0) {
      return event + " not comparable";
    }
    return event + " " + (a == b ? Integer.toString(a) : a + " / " + b);
  }

  static String of(Entry person, Entry record, Comparison comparison) {
    StringBuilder text = new StringBuilder(NAMES[comparison.name()]);
    text.append(" (").append(person.name()).append(" / ").append(record.name()).append(')');
    years(text, "birth", person.years().birth(), record.years().birth());
    years(text, "death", person.years().death(), record.years().death());
    if (comparison.country() > 0) {
      text.append(comparison.country() == 2 ? "; same country" : "; other country");
    }
    return text.toString();
  }

  private static void years(StringBuilder text, String event, int a, int b) {
    if (a != 0 && b != 0) {
      text.append("; ").append(event).append(' ');
      text.append(a == b ? Integer.toString(a) : a + " / " + b);
    } else {
      text.append("; ").append(event).append(" not comparable");
    }
  }
}
