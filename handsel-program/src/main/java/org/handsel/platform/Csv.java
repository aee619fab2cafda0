package org.handsel.platform;

import java.util.List;
import java.util.stream.Collectors;

/// CSV for spreadsheets: RFC 4180, and no cell that a spreadsheet would run as a formula.
public final class Csv {
  /// What begins a formula, also in the wide forms of East Asian keyboards; a tab or a return makes
  /// some spreadsheets look at what follows it.
  private static final String BEGINS_FORMULA = "=+-@|%\uFF1D\uFF0B\uFF0D\uFF20";

  private Csv() {}

  /// One row without its line break. A text that begins like a formula gets an apostrophe in front;
  /// numbers stay.
  public static String row(List<String> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(","));
  }

  private static String cell(String text) {
    String safe = formula(text) ? "'" + text : text;
    boolean quoted = safe.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
    return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }

  private static boolean formula(String text) {
    if (text.startsWith("\t") || text.startsWith("\r") || text.startsWith("\n")) {
      return true;
    }
    String start = text.stripLeading();
    return !start.isEmpty()
        && BEGINS_FORMULA.indexOf(start.charAt(0)) >= 0
        && !text.matches("-?\\d+(\\.\\d+)?");
  }
}
