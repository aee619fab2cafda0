package org.handsel.collection.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;

/// The sheets of a workbook and the one that is read.
///
/// @param names all names in their order
/// @param chosen place of the one that is read, from 0
record Sheets(List<String> names, int chosen) {
  /// @param wanted name or number (from 1); null for the first that is not empty
  /// @throws HandselException when there is no such sheet
  static Sheets choose(
      String file, List<String> names, @Nullable String wanted, IntPredicate isEmpty) {
    if (names.isEmpty()) {
      throw HandselException.input(file + ": the workbook has no sheets: expected a table.");
    }
    if (wanted != null) {
      int named = names.indexOf(wanted.strip());
      if (named >= 0) {
        return new Sheets(names, named);
      }
      if (wanted.strip().matches("[0-9]{1,4}")) {
        int number = Integer.parseInt(wanted.strip());
        if (number >= 1 && number <= names.size()) {
          return new Sheets(names, number - 1);
        }
      }
      throw HandselException.usage(
          "%s: no such sheet: expected one of %s or a number from 1 to %d, found \"%s\"."
              .formatted(file, quoted(names), names.size(), wanted));
    }
    for (int i = 0; i < names.size(); i++) {
      if (!isEmpty.test(i)) {
        return new Sheets(names, i);
      }
    }
    return new Sheets(names, 0);
  }

  String name() {
    return names.get(chosen);
  }

  /// Such as `sheet "Mexiko" (1 of 3; the others: "Mexiko-Arkiv", "Cypern")`.
  String label() {
    if (names.size() == 1) {
      return "sheet \"" + name() + "\"";
    }
    List<String> others = new ArrayList<>(names);
    others.remove(chosen);
    return "sheet \"%s\" (%d of %d; the others: %s)"
        .formatted(name(), chosen + 1, names.size(), quoted(others));
  }

  private static String quoted(List<String> names) {
    return "\"" + String.join("\", \"", names) + "\"";
  }
}
