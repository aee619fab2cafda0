package org.handsel.readiness.facts;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.handsel.platform.HandselException;
import org.handsel.platform.Tsv;
import org.handsel.wiki.markup.CategoryLink;
import org.handsel.wiki.markup.Oddity;
import org.handsel.wiki.markup.TemplateCall;
import org.jspecify.annotations.Nullable;

/// Joins the tables of a facts folder page by page: their rows stand in the same order.
final class PageFactsReader implements Closeable {
  private final Table categories;
  private final Table templates;
  private final Table marks;
  private final FactsFolder folder;

  PageFactsReader(FactsFolder folder) {
    this.folder = folder;
    categories = new Table(folder.categories(), FactsFolder.CATEGORIES);
    templates = new Table(folder.templates(), FactsFolder.TEMPLATES);
    marks = new Table(folder.marks(), FactsFolder.MARKS);
  }

  void read(Consumer<PageFacts> pages) {
    FactsFolder.read(folder.pages(), FactsFolder.PAGES, cells -> pages.accept(page(cells)));
  }

  private PageFacts page(List<String> cells) {
    PageFact page =
        new PageFact(
            Long.parseLong(cells.get(0)),
            Integer.parseInt(cells.get(1)),
            cells.get(2),
            cells.get(3),
            cells.get(4));
    List<CategoryLink> links = new ArrayList<>();
    for (List<String> row : categories.rowsOf(cells)) {
      links.add(new CategoryLink(row.get(2), row.get(3), false));
    }
    List<String> sorts = new ArrayList<>();
    List<Oddity> oddities = new ArrayList<>();
    boolean hidden = false;
    String lead = "";
    for (List<String> row : marks.rowsOf(cells)) {
      switch (row.get(2)) {
        case "default-sort" -> sorts.add(row.get(3));
        case "hidden" -> hidden = true;
        case "lead" -> lead = row.get(3);
        // Any other is a mark of a later version.
        default ->
            Oddity.Kind.of(row.get(2)).ifPresent(kind -> oddities.add(oddity(kind, row.get(3))));
      }
    }
    return new PageFacts(
        page, links, calls(templates.rowsOf(cells)), sorts, hidden, lead, oddities);
  }

  /// A category's name holds no pipe, so that the first one parts it from the passage.
  private static Oddity oddity(Oddity.Kind kind, String value) {
    int pipe = value.indexOf('|');
    return new Oddity(kind, value.substring(0, Math.max(0, pipe)), value.substring(pipe + 1));
  }

  /// A parameter that comes again begins a further call of the same template.
  private static List<TemplateCall> calls(List<List<String>> rows) {
    List<TemplateCall> calls = new ArrayList<>();
    String name = "";
    Map<String, String> arguments = new LinkedHashMap<>();
    for (List<String> row : rows) {
      String parameter = row.get(3);
      boolean begins =
          !row.get(2).equals(name)
              || arguments.containsKey(parameter)
              || parameter.isEmpty() && row.get(4).isEmpty();
      if (begins) {
        arguments = new LinkedHashMap<>();
        name = row.get(2);
        calls.add(new TemplateCall(name, arguments));
      }
      if (!parameter.isEmpty() || !row.get(4).isEmpty()) {
        arguments.put(parameter, row.get(4));
      }
    }
    return calls;
  }

  @Override
  public void close() {
    categories.close();
    templates.close();
    marks.close();
  }

  /// A table that is read along with the pages.
  private static final class Table implements Closeable {
    private final Path path;
    private final BufferedReader in;
    private final int columns;
    private @Nullable List<String> ahead;

    Table(Path path, List<String> header) {
      this.path = path;
      this.columns = header.size();
      try {
        in = Files.newBufferedReader(path);
        in.readLine();
        ahead = next();
      } catch (IOException e) {
        throw new UncheckedIOException(path.toString(), e);
      }
    }

    List<List<String>> rowsOf(List<String> page) {
      List<String> row = ahead;
      if (row == null || !belongs(row, page)) {
        return List.of();
      }
      List<List<String>> rows = new ArrayList<>();
      while (row != null && belongs(row, page)) {
        rows.add(row);
        row = next();
      }
      ahead = row;
      return rows;
    }

    private static boolean belongs(List<String> row, List<String> page) {
      return row.get(0).equals(page.get(0)) && row.get(1).equals(page.get(2));
    }

    private @Nullable List<String> next() {
      try {
        String line = in.readLine();
        if (line == null) {
          return null;
        }
        List<String> cells = Tsv.cells(line);
        if (cells.size() != columns) {
          throw HandselException.input(
              "%s: expected %d columns, found %d in \"%s\". Extract the facts again."
                  .formatted(path, columns, cells.size(), line));
        }
        return cells;
      } catch (IOException e) {
        throw new UncheckedIOException(path.toString(), e);
      }
    }

    @Override
    public void close() {
      try {
        in.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
