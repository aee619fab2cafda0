package org.handsel.release;

import java.util.List;
import java.util.stream.Collectors;

/// Cells of a CSV file that people open in a spreadsheet: RFC 4180, and a cell that a spreadsheet
/// would run as a formula begins with an apostrophe.
final class CsvCells {
  private CsvCells() {}

  static String row(List<String> cells) {
    return cells.stream().map(CsvCells::cell).collect(Collectors.joining(","));
  }

  private static String cell(String text) {
    String start = text.stripLeading();
    boolean formula = !start.isEmpty() && "=+-@|%".indexOf(start.charAt(0)) >= 0;
    String safe = formula ? "'" + text : text;
    boolean quoted = safe.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
    return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }
}
