package org.handsel.platform;

import java.util.ArrayList;
import java.util.List;

/// Handsel's tab-separated format: UTF-8, one header line, `\t` between cells, `\n` after each row,
/// and tab, line break, carriage return and backslash inside a cell escaped by a backslash.
public final class Tsv {
  private Tsv() {}

  /// Writes one row without its line break.
  public static String row(List<String> cells) {
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        row.append('\t');
      }
      escape(cells.get(i), row);
    }
    return row.toString();
  }

  /// Reads one row; the number of cells is what the row has.
  public static List<String> cells(String row) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    for (int i = 0; i < row.length(); i++) {
      char c = row.charAt(i);
      if (c == '\t') {
        cells.add(cell.toString());
        cell.setLength(0);
      } else if (c == '\\' && i + 1 < row.length()) {
        i++;
        char escaped = row.charAt(i);
        cell.append(
            switch (escaped) {
              case 't' -> '\t';
              case 'n' -> '\n';
              case 'r' -> '\r';
              default -> escaped;
            });
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  private static void escape(String cell, StringBuilder out) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      switch (c) {
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\\' -> out.append("\\\\");
        default -> out.append(c);
      }
    }
  }
}
