package org.handsel.readiness.facts;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.wiki.markup.PageMarkup;

/// Writes the facts of one page after the other. Not safe for several threads at a time.
public final class FactsWriter implements Closeable {
  /// Rows that are collected before they go to the disk.
  private static final int ENOUGH = 1 << 18;

  private final OutputStream pages;
  private final OutputStream categories;
  private final OutputStream templates;
  private final OutputStream marks;
  private final FactRows rows = new FactRows();

  /// Starts the files of a folder anew.
  ///
  /// @throws HandselException with exit 3 when they cannot be written
  public FactsWriter(FactsFolder folder) {
    try {
      Files.createDirectories(folder.path());
      pages = open(folder.pages(), FactsFolder.PAGES);
      categories = open(folder.categories(), FactsFolder.CATEGORIES);
      templates = open(folder.templates(), FactsFolder.TEMPLATES);
      marks = open(folder.marks(), FactsFolder.MARKS);
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: the facts cannot be written (%s).".formatted(folder.path(), DurableFiles.reason(e)),
          e);
    }
  }

  private static OutputStream open(Path file, List<String> header) throws IOException {
    OutputStream out = Files.newOutputStream(file);
    Utf8Rows row = new Utf8Rows(100);
    for (int i = 0; i + 1 < header.size(); i++) {
      row.cell(header.get(i));
    }
    row.lastCell(header.getLast());
    out.write(row.bytes(), 0, row.length());
    return out;
  }

  /// Writes what one page says.
  ///
  /// @param lead first words of a biography, or an empty text
  public void write(PageFact page, PageMarkup markup, String lead) {
    rows.add(page, markup, lead);
    if (rows.pages().length() + rows.categories().length() + rows.templates().length() > ENOUGH) {
      write(rows);
      rows.clear();
    }
  }

  /// Writes rows of several pages.
  void write(FactRows more) {
    try {
      write(more.pages(), pages);
      write(more.categories(), categories);
      write(more.templates(), templates);
      write(more.marks(), marks);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Utf8Rows rows, OutputStream out) throws IOException {
    out.write(rows.bytes(), 0, rows.length());
  }

  @Override
  public void close() {
    try (pages;
        categories;
        templates;
        marks) {
      write(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
