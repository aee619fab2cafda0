package org.handsel.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
    int from = 0;
    for (int tab = row.indexOf('\t'); tab >= 0; tab = row.indexOf('\t', from)) {
      cells.add(cell(row.substring(from, tab)));
      from = tab + 1;
    }
    cells.add(cell(row.substring(from)));
    return cells;
  }

  private static String cell(String escaped) {
    if (escaped.indexOf('\\') < 0) {
      return escaped;
    }
    StringBuilder cell = new StringBuilder(escaped.length());
    for (int i = 0; i < escaped.length(); i++) {
      char c = escaped.charAt(i);
      if (c == '\\' && i + 1 < escaped.length()) {
        i++;
        c = escaped.charAt(i);
        cell.append(
            switch (c) {
              case 't' -> '\t';
              case 'n' -> '\n';
              case 'r' -> '\r';
              default -> c;
            });
      } else {
        cell.append(c);
      }
    }
    return cell.toString();
  }

  /// Reads a table that comes with the program; lines that begin with `#` are comments, the first
  /// other line is the header.
  ///
  /// @param owner class beside whose package the resource lies
  /// @return the rows without the header, each with as many cells as the header
  /// @throws IllegalStateException when the table is missing or a row has another number of cells:
  ///   a fault of the program
  public static List<List<String>> resource(Class<?> owner, String name) {
    try (InputStream in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(owner.getPackageName() + ": no table " + name);
      }
      List<List<String>> rows = new ArrayList<>();
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      int width = 0;
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).startsWith("#") || lines.get(i).isBlank()) {
          continue;
        }
        List<String> cells = cells(lines.get(i));
        if (width == 0) {
          width = cells.size();
          continue;
        }
        if (cells.size() != width) {
          throw new IllegalStateException(
              "%s, line %d: expected %d cells, found %d"
                  .formatted(name, i + 1, width, cells.size()));
        }
        rows.add(List.copyOf(cells));
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
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
