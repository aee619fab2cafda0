package org.handsel.readiness.facts;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Tsv;
import org.handsel.wiki.markup.CategoryLink;
import org.handsel.wiki.markup.PageMarkup;
import org.handsel.wiki.markup.TemplateCall;

/// Writes the facts of one page after the other. Not safe for several threads at a time.
///
/// A category whose name depends on a template or parameter is no membership: what the reader of
/// wikitext cannot know, the files do not say.
public final class FactsWriter implements Closeable {
  private final BufferedWriter pages;
  private final BufferedWriter categories;
  private final BufferedWriter templates;
  private final BufferedWriter marks;

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

  private static BufferedWriter open(Path file, List<String> header) throws IOException {
    BufferedWriter out = Files.newBufferedWriter(file);
    row(out, header);
    return out;
  }

  /// Writes what one page says.
  ///
  /// @param lead first words of a biography, or an empty text
  public void write(PageFact page, PageMarkup markup, String lead) {
    String id = Long.toString(page.id());
    try {
      row(
          pages,
          List.of(
              id, Integer.toString(page.namespace()), page.title(), page.redirect(), page.model()));
      for (CategoryLink link : markup.categories()) {
        if (!link.dynamic()) {
          row(categories, List.of(id, page.title(), link.category(), link.sortKey()));
        }
      }
      for (TemplateCall call : markup.templates()) {
        call(id, page.title(), call);
      }
      for (String key : markup.defaultSorts()) {
        row(marks, List.of(id, page.title(), "default-sort", key));
      }
      if (markup.hidden()) {
        row(marks, List.of(id, page.title(), "hidden", ""));
      }
      if (!lead.isEmpty()) {
        row(marks, List.of(id, page.title(), "lead", lead));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void call(String id, String title, TemplateCall call) throws IOException {
    if (call.arguments().isEmpty()) {
      row(templates, List.of(id, title, call.name(), "", ""));
    }
    for (Map.Entry<String, String> argument : call.arguments().entrySet()) {
      row(
          templates,
          List.of(id, title, call.name(), argument.getKey(), argument.getValue().strip()));
    }
  }

  private static void row(BufferedWriter out, List<String> cells) throws IOException {
    out.write(Tsv.row(cells));
    out.write('\n');
  }

  @Override
  public void close() {
    try (pages;
        categories;
        templates;
        marks) {
      pages.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
