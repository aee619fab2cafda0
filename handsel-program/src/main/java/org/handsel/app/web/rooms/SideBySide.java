package org.handsel.app.web.rooms;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.handsel.authority.review.Card;

/// What two records say of one thing.
///
/// @param field key of the message that names it, behind `linking.field.`
/// @param agreement `same`, `near`, `differs`, or `open` where only one says something
public record SideBySide(String field, List<String> left, List<String> right, String agreement) {
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)\\d{3,4}(?!\\d)");

  public SideBySide {
    left = List.copyOf(left);
    right = List.copyOf(right);
  }

  /// All fields of which at least one record says something.
  static List<SideBySide> of(Card left, Card right) {
    List<SideBySide> rows = new ArrayList<>();
    names(rows, left, right);
    add(rows, "birth", left, right, card -> one(card.birth()));
    add(rows, "death", left, right, card -> one(card.death()));
    add(rows, "birth-place", left, right, card -> one(card.birthPlace()));
    add(rows, "death-place", left, right, card -> one(card.deathPlace()));
    add(rows, "countries", left, right, Card::countries);
    add(rows, "occupations", left, right, Card::occupations);
    add(rows, "kind", left, right, card -> one(card.kind()));
    add(rows, "identifiers", left, right, SideBySide::identifiers);
    add(rows, "text", left, right, card -> one(card.text()));
    return rows;
  }

  /// A name of the one may stand among the other names of the other: then it is these that agree,
  /// and that the first names differ says nothing.
  private static void names(List<SideBySide> rows, Card left, Card right) {
    String first = agreement(List.of(left.name()), List.of(right.name()));
    boolean further = !first.equals("same") && agreement(all(left), all(right)).equals("same");
    rows.add(
        new SideBySide(
            "name", List.of(left.name()), List.of(right.name()), further ? "open" : first));
    if (!left.variants().isEmpty() || !right.variants().isEmpty()) {
      rows.add(
          new SideBySide(
              "variants",
              left.variants(),
              right.variants(),
              further ? "same" : agreement(left.variants(), right.variants())));
    }
  }

  private static List<String> all(Card card) {
    List<String> names = new ArrayList<>(card.variants());
    names.add(card.name());
    return names;
  }

  private static void add(
      List<SideBySide> rows,
      String field,
      Card left,
      Card right,
      Function<Card, List<String>> values) {
    List<String> a = values.apply(left);
    List<String> b = values.apply(right);
    if (!a.isEmpty() || !b.isEmpty()) {
      rows.add(new SideBySide(field, a, b, field.equals("text") ? "open" : agreement(a, b)));
    }
  }

  private static List<String> one(String value) {
    return value.isBlank() ? List.of() : List.of(value);
  }

  private static List<String> identifiers(Card card) {
    return card.identifiers().entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .sorted()
        .toList();
  }

  /// Words in any order, or years; one value in common is enough.
  private static String agreement(List<String> a, List<String> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return "open";
    }
    boolean near = false;
    for (String one : a) {
      for (String other : b) {
        Set<String> words = words(one);
        if (words.equals(words(other)) || sameYear(one, other)) {
          return "same";
        }
        words.retainAll(words(other));
        near |= !words.isEmpty();
      }
    }
    return near ? "near" : "differs";
  }

  private static boolean sameYear(String a, String b) {
    List<String> years = YEAR.matcher(a).results().map(MatchResult::group).toList();
    return !years.isEmpty()
        && years.equals(YEAR.matcher(b).results().map(MatchResult::group).toList());
  }

  private static Set<String> words(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replace("ß", "ss")
            // Umlauts with and without e.
            .replaceAll("(?<=[aou])e", "");
    Set<String> words = new HashSet<>(List.of(plain.split("[^\\p{L}\\p{N}]+")));
    words.remove("");
    return words;
  }
}
