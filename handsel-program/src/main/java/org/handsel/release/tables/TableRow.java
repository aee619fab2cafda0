package org.handsel.release.tables;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A row of a mapping table.
///
/// @param value as the delivery has it, white space collapsed
/// @param cells of all other columns by name; absent where empty
public record TableRow(String value, Map<String, String> cells) {
  /// Nobody has decided.
  public static final String TODO = "todo";

  /// Somebody said what it is.
  public static final String MAPPED = "mapped";

  /// Somebody decided that it leads to nothing.
  public static final String NOTHING = "none";

  public TableRow {
    Map<String, String> kept = new LinkedHashMap<>();
    cells.forEach((name, text) -> {
      if (!text.isBlank()) {
        kept.put(name, text.strip());
      }
    });
    cells = Collections.unmodifiableMap(kept);
  }

  public String cell(String column) {
    return cells.getOrDefault(column, "");
  }

  /// The state, `todo` where none is written.
  public String state() {
    return cells.getOrDefault("state", TODO);
  }

  public long frequency() {
    String text = cell("frequency");
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
  }

  /// The same row with one cell changed.
  public TableRow with(String column, String text) {
    Map<String, String> changed = new LinkedHashMap<>(cells);
    changed.put(column, text);
    return new TableRow(value, changed);
  }
}
