package org.handsel.app.web.mapping;

import java.util.ArrayList;
import java.util.List;
import org.handsel.collection.mapping.ProfileText;

/// Reads and writes the selectors of a place in a profile.
final class Selectors {
  /// Transforms without an argument that a form offers, in the order in which they make sense.
  static final List<String> OFFERED =
      List.of("trim", "html", "flip-name", "person", "date", "dimensions", "rights");

  private static final List<String> ORDER =
      List.of(
          "trim",
          "html",
          "split",
          "flip-name",
          "person",
          "date",
          "dimensions",
          "rights",
          "lookup",
          "language");

  private Selectors() {}

  /// A transform.
  ///
  /// @param argument empty when it takes none
  record Transform(String name, String argument) {
    static Transform written(String text) {
      int bracket = text.indexOf('(');
      return bracket > 0 && text.endsWith(")")
          ? new Transform(
              text.substring(0, bracket), text.substring(bracket + 1, text.length() - 1))
          : new Transform(text, "");
    }

    String yaml() {
      return argument.isEmpty() ? name : "{" + name + ": " + ProfileText.quoted(argument) + "}";
    }

    /// For people.
    String shown() {
      return argument.isEmpty() ? name : name + " " + argument;
    }
  }

  /// A selector as the page shows it.
  ///
  /// @param keys its place
  /// @param xpath whether the expression is XPath and not a column or path
  record Selector(
      List<String> keys,
      String expression,
      boolean xpath,
      List<Transform> transforms,
      String language) {
    boolean has(String transform) {
      return transforms.stream().anyMatch(each -> each.name().equals(transform));
    }

    String split() {
      return transforms.stream()
          .filter(each -> each.name().equals("split"))
          .map(Transform::argument)
          .findFirst()
          .orElse("");
    }

    /// Where it stands among those of its place.
    String number() {
      return keys.getLast().matches("[0-9]+") ? keys.getLast() : "";
    }

    /// What the form does not offer and leaves as it is.
    List<Transform> others() {
      return transforms.stream()
          .filter(each -> !OFFERED.contains(each.name()) && !each.name().equals("split"))
          .toList();
    }
  }

  /// The selectors at a place.
  static List<Selector> at(ProfileText text, List<String> place) {
    if (text.value(place).isEmpty()) {
      return List.of();
    }
    if (text.scalar(place).isPresent() || !text.keys(place).isEmpty()) {
      return List.of(one(text, place));
    }
    List<Selector> several = new ArrayList<>();
    for (int i = 0; text.value(with(place, i)).isPresent(); i++) {
      several.add(one(text, with(place, i)));
    }
    return several;
  }

  private static Selector one(ProfileText text, List<String> place) {
    String plain = text.scalar(place).orElse(null);
    if (plain != null) {
      return new Selector(place, plain, false, List.of(), "");
    }
    String xpath = text.scalar(with(place, "xpath")).orElse(null);
    return new Selector(
        place,
        xpath == null ? text.scalar(with(place, "from")).orElse("") : xpath,
        xpath != null,
        transforms(text, with(place, "transforms")),
        text.scalar(with(place, "language")).orElse(""));
  }

  private static List<Transform> transforms(ProfileText text, List<String> place) {
    if (text.scalar(place).isPresent()) {
      return List.of(Transform.written(text.scalar(place).get()));
    }
    List<Transform> all = new ArrayList<>();
    for (int i = 0; text.value(with(place, i)).isPresent(); i++) {
      List<String> item = with(place, i);
      String plain = text.scalar(item).orElse(null);
      if (plain != null) {
        all.add(Transform.written(plain));
      } else {
        for (String name : text.keys(item)) {
          all.add(new Transform(name, String.join(",", text.scalars(with(item, name)))));
        }
      }
    }
    return all;
  }

  /// A new selector.
  static String yaml(String from, List<String> transforms) {
    return transforms.isEmpty()
        ? ProfileText.quoted(from)
        : "{from: %s, transforms: [%s]}"
            .formatted(ProfileText.quoted(from), String.join(", ", transforms));
  }

  /// A selector with what a form says of it; keys that the form does not know stay.
  static ProfileText changed(ProfileText text, Selector before, Selector after) {
    boolean plain =
        text.keys(before.keys()).isEmpty()
            && !after.xpath()
            && after.transforms().isEmpty()
            && after.language().isEmpty();
    if (plain) {
      return text.set(before.keys(), ProfileText.quoted(after.expression()));
    }
    ProfileText now = text;
    if (now.keys(before.keys()).isEmpty()) {
      now = now.set(before.keys(), "{from: " + ProfileText.quoted(before.expression()) + "}");
    }
    List<String> place = before.keys();
    if (!after.expression().equals(before.expression()) || after.xpath() != before.xpath()) {
      if (after.xpath() != before.xpath()) {
        // The new one first: a map that becomes empty is another kind of text.
        now = now.set(with(place, after.xpath() ? "xpath" : "from"), "x");
        now = now.remove(with(place, before.xpath() ? "xpath" : "from"));
      }
      now =
          now.set(
              with(place, after.xpath() ? "xpath" : "from"),
              ProfileText.quoted(after.expression()));
    }
    if (!after.transforms().equals(before.transforms())) {
      List<String> parts = after.transforms().stream().map(Transform::yaml).toList();
      now =
          parts.isEmpty()
              ? now.remove(with(place, "transforms"))
              : now.set(with(place, "transforms"), "[" + String.join(", ", parts) + "]");
    }
    if (!after.language().equals(before.language())) {
      now =
          after.language().isEmpty()
              ? now.remove(with(place, "language"))
              : now.set(with(place, "language"), ProfileText.quoted(after.language()));
    }
    return now;
  }

  /// Transforms in the order in which they make sense; those that were there keep theirs.
  static List<Transform> ordered(List<Transform> before, List<Transform> wanted) {
    List<Transform> kept = new ArrayList<>(before.stream().filter(wanted::contains).toList());
    for (Transform transform : wanted) {
      if (kept.contains(transform)) {
        continue;
      }
      int rank = ORDER.indexOf(transform.name());
      int at = 0;
      for (int i = 0; i < kept.size(); i++) {
        if (ORDER.indexOf(kept.get(i).name()) <= rank) {
          at = i + 1;
        }
      }
      kept.add(at, transform);
    }
    return List.copyOf(kept);
  }

  static List<String> with(List<String> place, Object key) {
    List<String> longer = new ArrayList<>(place);
    longer.add(String.valueOf(key));
    return longer;
  }
}
