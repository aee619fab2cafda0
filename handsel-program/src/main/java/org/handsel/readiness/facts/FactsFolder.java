package org.handsel.readiness.facts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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

  /// How many rows a table has below its header.
  static int rows(Path table) {
    try (InputStream in = Files.newInputStream(table)) {
      byte[] piece = new byte[1 << 16];
      long ends = 0;
      byte last = '\n';
      for (int read = in.read(piece); read > 0; read = in.read(piece)) {
        for (int i = 0; i < read; i++) {
          ends += piece[i] == '\n' ? 1 : 0;
        }
        last = piece[read - 1];
      }
      return Math.toIntExact(Math.max(0, ends - (last == '\n' ? 1 : 0)));
    } catch (IOException e) {
      throw new UncheckedIOException(table.toString(), e);
    }
  }
}
