package org.handsel.platform;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A table of the field that comes with the program: TSV with lines of comment (`#`), one header
/// line and rows of the same width.
///
/// A table that does not have the promised form is a fault of the program, so that reading throws
/// `IllegalStateException` with file and line. Immutable.
///
/// @param name file name, for messages
/// @param rows the rows below the header, in order
public record ResourceTable(String name, List<Row> rows) {

  public ResourceTable {
    rows = List.copyOf(rows);
  }

  /// One row.
  ///
  /// @param line number of its line in the file, from 1
  /// @param cells as many as the header has
  public record Row(int line, List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }

    public String cell(int column) {
      return cells.get(column);
    }

    /// A cell that lists several values, separated by `;`.
    public List<String> list(int column) {
      List<String> values = new ArrayList<>();
      for (String value : cells.get(column).split(";", -1)) {
        if (!value.isBlank()) {
          values.add(value.strip());
        }
      }
      return values;
    }
  }

  /// Reads a table that lies beside a class.
  ///
  /// @param anchor class whose package holds the file
  /// @param columns the header that is expected, exactly
  public static ResourceTable read(Class<?> anchor, String name, String... columns) {
    try (InputStream in = anchor.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("%s: the program lacks this table".formatted(name));
      }
      return new ResourceTable(
          name,
          rows(
              name,
              new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)),
              List.of(columns)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Row> rows(String name, BufferedReader in, List<String> columns)
      throws IOException {
    List<Row> rows = new ArrayList<>();
    boolean header = false;
    int number = 0;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      List<String> cells = Tsv.cells(line);
      if (!header) {
        if (!cells.equals(columns)) {
          throw malformed(name, number, "expected the columns " + columns + ", found " + cells);
        }
        header = true;
      } else if (cells.size() != columns.size()) {
        throw malformed(
            name,
            number,
            "expected %d cells, found %d in \"%s\"".formatted(columns.size(), cells.size(), line));
      } else {
        rows.add(new Row(number, cells));
      }
    }
    return rows;
  }

  /// What to throw when a row of a table does not make sense.
  public static IllegalStateException malformed(String name, int line, String what) {
    return new IllegalStateException("%s, line %d: %s".formatted(name, line, what));
  }
}
