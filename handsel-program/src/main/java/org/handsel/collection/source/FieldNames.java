package org.handsel.collection.source;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.handsel.platform.Tsv;

/// Names that columns and elements have in deliveries, by the field they hold: `field-names.tsv`.
final class FieldNames {
  /// Rank of a name that is not in the table.
  static final int NONE = Integer.MAX_VALUE;

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

  private FieldNames() {}

  /// The place in the table of the first row for a field that fits a name; [#NONE] when none does.
  static int rank(String field, FieldProfile profile) {
    String name = plain(profile.name());
    for (int i = 0; i < NAMES.size(); i++) {
      Name row = NAMES.get(i);
      if (row.field().equals(field) && row.pattern().matcher(name).find()) {
        return i;
      }
    }
    return NONE;
  }

  /// `objectNumber`, `object_number` and `Object-Number` are one name: `object number`.
  static String plain(String name) {
    String column = name.substring(name.lastIndexOf('.') + 1);
    return column
        .replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2")
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
