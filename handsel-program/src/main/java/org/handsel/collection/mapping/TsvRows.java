package org.handsel.collection.mapping;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.handsel.platform.Tsv;

/// A small table in Handsel's TSV: a header, then rows; empty lines are skipped. A byte-order mark
/// and carriage returns before line breaks, as editors leave them, are tolerated.
record TsvRows(List<String> header, List<Row> rows) {

  /// @param line in the file, from 1
  record Row(int line, List<String> header, List<String> cells) {
    /// The cell under a name, or an empty text.
    String cell(String name) {
      int index = header.indexOf(name);
      return index >= 0 && index < cells.size() ? cells.get(index) : "";
    }
  }

  static TsvRows file(Path file) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      return read(reader);
    }
  }

  /// A table that comes with the program, beside this class.
  static TsvRows resource(String name) {
    try (InputStream in = Objects.requireNonNull(TsvRows.class.getResourceAsStream(name), name);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return read(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TsvRows read(BufferedReader reader) throws IOException {
    List<String> header = List.of();
    List<Row> rows = new ArrayList<>();
    int number = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      if (number == 1) {
        header = Tsv.cells(line.startsWith("\uFEFF") ? line.substring(1) : line);
      } else if (!line.isEmpty()) {
        rows.add(new Row(number, header, Tsv.cells(line)));
      }
    }
    return new TsvRows(header, rows);
  }
}
