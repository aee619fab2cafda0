package org.handsel.readiness.facts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.handsel.platform.HandselException;
import org.handsel.platform.Tsv;

/// The facts of a dump as files.
///
/// `pages.tsv`, `categories.tsv` and `templates.tsv` are described in docs/formats.md; `marks.tsv`
/// (`page_id title mark value`) holds default sort keys (`default-sort`) and switches that hide a
/// category (`hidden`), the first words of biographies (`lead`), and what of an article is not
/// written as is usual (the words of [org.handsel.wiki.markup.Oddity.Kind], `category|passage`).
/// Rows of one page stand together, in the order of `pages.tsv`.
///
/// @param path of the folder
public record FactsFolder(Path path) {
  public static final List<String> PAGES = List.of("page_id", "ns", "title", "redirect", "model");
  public static final List<String> CATEGORIES = List.of("page_id", "title", "category", "sortkey");
  public static final List<String> TEMPLATES =
      List.of("page_id", "title", "template", "parameter", "value");
  public static final List<String> MARKS = List.of("page_id", "title", "mark", "value");

  public Path pages() {
    return path.resolve("pages.tsv");
  }

  public Path categories() {
    return path.resolve("categories.tsv");
  }

  public Path templates() {
    return path.resolve("templates.tsv");
  }

  public Path marks() {
    return path.resolve("marks.tsv");
  }

  /// Takes one row of a table.
  public interface RowReader {
    void row(List<String> cells);
  }

  /// Reads a table of the folder row by row.
  ///
  /// @throws HandselException with exit 1 when a row is not what the header promises
  public static void read(Path table, List<String> header, RowReader reader) {
    try (BufferedReader in = Files.newBufferedReader(table)) {
      String first = in.readLine();
      if (first == null || !Tsv.cells(first).equals(header)) {
        throw HandselException.input(
            "%s, line 1: expected the columns %s, found \"%s\". Extract the facts again."
                .formatted(table, String.join(", ", header), first == null ? "" : first));
      }
      int line = 1;
      for (String row = in.readLine(); row != null; row = in.readLine()) {
        line++;
        List<String> cells = Tsv.cells(row);
        if (cells.size() != header.size()) {
          throw HandselException.input(
              "%s, line %d: expected %d columns, found %d. Extract the facts again."
                  .formatted(table, line, header.size(), cells.size()));
        }
        reader.row(cells);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(table.toString(), e);
    }
  }
}
