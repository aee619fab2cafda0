package org.handsel.partnership.register;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One entry of a list as it stands there.
///
/// @param line where it begins
/// @param cells by name of the register's column; empty cells are left out
/// @param others cells of columns that the register has no field for
/// @param statements answers to questions of the profile that the entry gives, with the address of
///   the entry as evidence
record ListedRow(
    long line, Map<String, String> cells, Map<String, String> others, List<Statement> statements) {

  /// @param question id from `questions.tsv`
  record Statement(String question, String answer, @Nullable String evidence) {}

  static ListedRow at(long line) {
    return new ListedRow(
        line, new LinkedHashMap<>(), new LinkedHashMap<>(), new java.util.ArrayList<>());
  }

  String cell(String column) {
    return cells.getOrDefault(column, "");
  }

  void put(String column, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      cells.put(column, value.strip());
    }
  }

  /// Adds a further value to a column of several.
  void append(String column, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      cells.merge(column, value.strip(), (old, more) -> old + " | " + more);
    }
  }
}
