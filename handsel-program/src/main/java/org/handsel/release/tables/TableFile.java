package org.handsel.release.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Tsv;

/// A mapping table (`value frequency state qid category creator` and whatever columns people add).
/// Values are compared in NFC with runs of white space as one blank, as the mapping does.
///
/// @param columns in their order, `value` among them
/// @param rows by value
public record TableFile(List<String> columns, Map<String, TableRow> rows) {
  /// The contract, then what this program adds; further columns follow.
  static final List<String> STANDARD =
      List.of("value", "frequency", "state", "qid", "category", "creator");

  static final List<String> PROPOSED =
      List.of("proposal", "proposed name", "probability", "reason");

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

  public TableFile {
    Set<String> all = new LinkedHashSet<>(STANDARD);
    all.addAll(columns);
    columns = List.copyOf(all);
    rows = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(rows));
  }

  static TableFile empty() {
    return new TableFile(STANDARD, Map.of());
  }

  /// The form in which values are compared.
  static String key(String value) {
    return Normalizer.normalize(BLANKS.matcher(value).replaceAll(" ").strip(), Normalizer.Form.NFC);
  }

  /// Reads a table.
  ///
  /// @throws HandselException with exit 2 and the line when it is none
  public static TableFile read(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw HandselException.usage(
          "%s: the table cannot be read (%s).".formatted(file, DurableFiles.reason(e)));
    }
    if (lines.isEmpty()) {
      return empty();
    }
    String first = lines.getFirst();
    List<String> columns = Tsv.cells(first.startsWith("\uFEFF") ? first.substring(1) : first);
    if (!columns.contains("value")) {
      throw HandselException.usage(
          "%s, line 1: expected a header with the column value, found \"%s\"."
              .formatted(file, String.join(", ", columns)));
    }
    Map<String, TableRow> rows = new LinkedHashMap<>();
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      TableRow row = row(columns, Tsv.cells(lines.get(i)));
      if (rows.putIfAbsent(row.value(), row) != null) {
        throw HandselException.usage(
            "%s, line %d: the value \"%s\" stands in an earlier row too; keep one."
                .formatted(file, i + 1, row.value()));
      }
    }
    return new TableFile(columns, rows);
  }

  private static TableRow row(List<String> columns, List<String> cells) {
    Map<String, String> named = new LinkedHashMap<>();
    String value = "";
    for (int i = 0; i < columns.size() && i < cells.size(); i++) {
      if (columns.get(i).equals("value")) {
        value = key(cells.get(i));
      } else {
        named.put(columns.get(i), cells.get(i));
      }
    }
    return new TableRow(value, named);
  }

  /// Writes the table, whole or not at all.
  public void write(Path file) {
    StringBuilder out = new StringBuilder(Tsv.row(columns)).append('\n');
    for (TableRow row : rows.values()) {
      List<String> cells = new ArrayList<>();
      for (String column : columns) {
        cells.add(
            column.equals("value")
                ? row.value()
                : column.equals("state") ? row.state() : row.cell(column));
      }
      out.append(Tsv.row(cells)).append('\n');
    }
    DurableFiles.replace(file, out.toString());
  }

  /// The row of a value; one that says nothing when there is none.
  TableRow row(String value) {
    return rows.getOrDefault(value, new TableRow(value, Map.of()));
  }

  /// The most frequent first.
  TableFile sorted() {
    Map<String, TableRow> sorted = new LinkedHashMap<>();
    rows.values().stream()
        .sorted(
            Comparator.comparingLong(TableRow::frequency).reversed().thenComparing(TableRow::value))
        .forEach(row -> sorted.put(row.value(), row));
    return new TableFile(columns, sorted);
  }

  /// How far the work is, by state.
  public Map<String, Long> states() {
    Map<String, Long> states = new LinkedHashMap<>();
    for (String state : List.of(TableRow.MAPPED, TableRow.NOTHING, TableRow.TODO)) {
      states.put(state, rows.values().stream().filter(row -> row.state().equals(state)).count());
    }
    return states;
  }
}
