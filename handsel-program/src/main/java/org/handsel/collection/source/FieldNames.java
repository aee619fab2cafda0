package org.handsel.collection.source;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.handsel.platform.Tsv;

/// Names that columns and elements have in deliveries, by the field they hold: `field-names.tsv`.
final class FieldNames {
  /// Rank of a name that is not in the table.
  static final int NONE = Integer.MAX_VALUE;

  /// Rows of a field that begin so are names that it must not have.
  private static final String NOT = "not-";

  /// Steps that say nothing but that a value stands here: the step above them has the name.
  private static final Pattern HOLDER =
      Pattern.compile(
          "(display|preferred|full|forward|pref|provided|primary)? ?(names?|labels?|value)"
              + "|values?|content|text|terms?|displayname|preflabel|display|item|none"
              + "|en|de|sv|fr|nl|es|it|da|nb|nn|no|fi|pl|pt|cs|ru|ja|zh|la|cy");

  /// Steps that are names of their own, unless what is above them is a person, a place or a time.
  private static final Pattern OFTEN_HOLDER =
      Pattern.compile("((summary|display) )?title|description");

  private static final Pattern OTHER_THING =
      Pattern.compile(
          "people|persons?|constituents?|contributors?|creators?|artists?|makers?|actors?|agents?"
              + "|authors?|production|producers?|photographers?|places?|spatial|roles?");

  /// A row of the table.
  ///
  /// @param field field of an item, `id`, or a layer of rights
  /// @param language language of the name; empty when it is in none or many
  /// @param pattern found in the name in lower case, with blanks for punctuation
  record Name(String field, String language, Pattern pattern) {}

  static final List<Name> NAMES =
      Tsv.resource(KnownNames.class, "field-names.tsv").stream()
          .map(row ->
              new Name(
                  row.get(0),
                  row.get(1),
                  Pattern.compile(row.get(2), Pattern.UNICODE_CHARACTER_CLASS)))
          .toList();

  private static final Map<String, List<Name>> BY_FIELD =
      NAMES.stream().collect(Collectors.groupingBy(Name::field));

  private FieldNames() {}

  /// The place among the rows of a field of the first that fits a name; [#NONE] when none does, or
  /// when the field must not have this name.
  static int rank(String field, FieldProfile profile) {
    List<String> steps = steps(profile.path());
    int at = meant(steps);
    String name = steps.get(at);
    String above = String.join(" ", steps.subList(0, at));
    return found(NOT + field, name) < NONE || found(NOT + field + "-within", above) < NONE
        ? NONE
        : found(field, name);
  }

  private static int found(String field, String name) {
    List<Name> rows = BY_FIELD.getOrDefault(field, List.of());
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).pattern().matcher(name).find()) {
        return i;
      }
    }
    return NONE;
  }

  /// The step whose name means something to people: the last, or the one above it where the last
  /// only holds a value (`people/displayname`, `production/title`, `title/value`).
  private static int meant(List<String> steps) {
    int at = steps.size() - 1;
    while (at > 0 && holds(steps.get(at), steps.get(at - 1))) {
      at--;
    }
    return at;
  }

  private static boolean holds(String step, String above) {
    return HOLDER.matcher(step).matches()
        || OFTEN_HOLDER.matcher(step).matches() && OTHER_THING.matcher(above).matches();
  }

  /// All steps of a path as words: `images web url`.
  static String way(FieldProfile profile) {
    return String.join(" ", steps(profile.path()));
  }

  private static List<String> steps(String path) {
    return List.of(path.split("/")).stream().map(FieldNames::plain).toList();
  }

  /// `objectNumber`, `object_number`, `Object-Number` and `Object number#2` are one name: `object
  /// number`; a table's name before a point does not count.
  static String plain(String name) {
    String column = name.replaceAll("#[0-9]+$", "");
    String last = column.substring(column.lastIndexOf('.') + 1);
    return last.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2")
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
