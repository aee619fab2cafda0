package org.handsel.release.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.handsel.platform.Tsv;

/// Reads the tables that lie beside this package.
final class Tables {
  private Tables() {}

  /// The rows of a table after its header line; lines that begin with `#` are notes.
  static List<List<String>> rows(String name, int columns) {
    List<List<String>> rows =
        text(name)
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .skip(1)
            .map(Tsv::cells)
            .toList();
    for (List<String> row : rows) {
      if (row.size() != columns) {
        throw new IllegalStateException(
            "%s: expected %d columns, found %d in %s".formatted(name, columns, row.size(), row));
      }
    }
    return rows;
  }

  static String text(String name) {
    try (InputStream in = Tables.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(in, () -> "no resource " + name).readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
