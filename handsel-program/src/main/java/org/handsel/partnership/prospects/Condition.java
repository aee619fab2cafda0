package org.handsel.partnership.prospects;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One condition of a table, such as `digital-share<0.3`, `type=museum`, `has:isil` or
/// `no:website`. A field that is not known meets nothing but `no:`.
///
/// @param how `is`, `below`, `least`, `has` or `no`
/// @param value what is asked for; empty with `has` and `no`
record Condition(String how, String field, String value, double limit) {
  private static final Pattern FORM = Pattern.compile("(has|no):([a-z-]+)|([a-z-]+)(>=|=|<)(.+)");

  /// Reads conditions joined by `&`, all of which must hold; an empty text always holds.
  ///
  /// @throws IllegalStateException for what is none: a fault in a table of the program
  static List<Condition> all(String text) {
    List<Condition> all = new ArrayList<>();
    for (String part : text.split("&", -1)) {
      if (part.isBlank()) {
        continue;
      }
      Matcher form = FORM.matcher(part.strip());
      if (!form.matches()) {
        throw new IllegalStateException("no condition: \"" + part.strip() + "\"");
      }
      if (form.group(1) != null) {
        all.add(new Condition(form.group(1), form.group(2), "", 0));
      } else {
        String value = form.group(5).strip();
        String how =
            switch (form.group(4)) {
              case "=" -> "is";
              case "<" -> "below";
              default -> "least";
            };
        all.add(
            new Condition(
                how, form.group(3), value, how.equals("is") ? 0 : Double.parseDouble(value)));
      }
    }
    return List.copyOf(all);
  }

  boolean holds(KnownFacts facts) {
    return switch (how) {
      case "has" -> facts.values().containsKey(field);
      case "no" -> !facts.values().containsKey(field);
      case "is" -> facts.values().getOrDefault(field, "").equalsIgnoreCase(value);
      default -> {
        OptionalDouble number = facts.number(field);
        yield number.isPresent()
            && (how.equals("below") ? number.getAsDouble() < limit : number.getAsDouble() >= limit);
      }
    };
  }

  static boolean hold(List<Condition> all, KnownFacts facts) {
    for (Condition one : all) {
      if (!one.holds(facts)) {
        return false;
      }
    }
    return true;
  }
}
