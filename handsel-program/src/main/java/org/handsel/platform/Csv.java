package org.handsel.platform;

import java.util.List;
import java.util.stream.Collectors;

/// CSV for spreadsheets: RFC 4180, and no cell that a spreadsheet would run as a formula.
public final class Csv {
  private Csv() {}

  /// One row without its line break. A text that begins like a formula gets an apostrophe in front;
  /// numbers stay.
  public static String row(List<String> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(","));
  }

  private static String cell(String text) {
    String start = text.stripLeading();
    boolean formula =
        !start.isEmpty()
            && "=+-@|%".indexOf(start.charAt(0)) >= 0
            && !text.matches("-?\\d+(\\.\\d+)?");
    String safe = formula ? "'" + text : text;
    boolean quoted = safe.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
    return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }
}
