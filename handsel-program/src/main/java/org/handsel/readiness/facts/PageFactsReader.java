package org.handsel.readiness.facts;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.handsel.wiki.markup.CategoryLink;
import org.handsel.wiki.markup.Oddity;
import org.handsel.wiki.markup.TemplateCall;

/// Joins the tables of a facts folder page by page: their rows stand in the same order.
final class PageFactsReader implements Closeable {
  private final FactsTable pages;
  private final Table categories;
  private final Table templates;
  private final Table marks;

  PageFactsReader(FactsFolder folder) {
    pages = new FactsTable(folder.pages(), FactsFolder.PAGES);
    categories = new Table(folder.categories(), FactsFolder.CATEGORIES);
    templates = new Table(folder.templates(), FactsFolder.TEMPLATES);
    marks = new Table(folder.marks(), FactsFolder.MARKS);
  }

  void read(Consumer<PageFacts> taker) {
    while (pages.next()) {
      taker.accept(page());
    }
  }

  private PageFacts page() {
    PageFact page =
        new PageFact(
            pages.number(0), (int) pages.number(1), pages.text(2), pages.text(3), pages.text(4));
    List<CategoryLink> links = new ArrayList<>();
    categories.each(pages, row -> links.add(new CategoryLink(row.text(2), row.text(3), false)));
    Marks told = new Marks();
    marks.each(pages, told::take);
    Calls calls = new Calls();
    templates.each(pages, calls::take);
    return new PageFacts(
        page, links, calls.calls, told.sorts, told.hidden, told.lead, told.oddities);
  }

  private static final class Marks {
    private final List<String> sorts = new ArrayList<>();
    private final List<Oddity> oddities = new ArrayList<>();
    private boolean hidden;
    private String lead = "";

    void take(FactsTable row) {
      switch (row.text(2)) {
        case "default-sort" -> sorts.add(row.text(3));
        case "hidden" -> hidden = true;
        case "lead" -> lead = row.text(3);
        // Any other is a mark of a later version.
        default ->
            Oddity.Kind.of(row.text(2)).ifPresent(kind -> oddities.add(oddity(kind, row.text(3))));
      }
    }

    /// A category's name holds no pipe, so that the first one parts it from the passage.
    private static Oddity oddity(Oddity.Kind kind, String value) {
      int pipe = value.indexOf('|');
      return new Oddity(kind, value.substring(0, Math.max(0, pipe)), value.substring(pipe + 1));
    }
  }

  /// A parameter that comes again begins a further call of the same template.
  private static final class Calls {
    private final List<TemplateCall> calls = new ArrayList<>();
    private String name = "";
    private Map<String, String> arguments = new LinkedHashMap<>();

    void take(FactsTable row) {
      String template = row.text(2);
      String parameter = row.text(3);
      boolean bare = row.isEmpty(3) && row.isEmpty(4);
      if (bare || !template.equals(name) || arguments.containsKey(parameter)) {
        arguments = new LinkedHashMap<>();
        name = template;
        calls.add(new TemplateCall(name, arguments));
      }
      if (!bare) {
        arguments.put(parameter, row.text(4));
      }
    }
  }

  @Override
  public void close() {
    pages.close();
    categories.close();
    templates.close();
    marks.close();
  }

  /// A table that is read along with the pages.
  private static final class Table implements Closeable {
    private final FactsTable rows;
    private boolean ahead;

    Table(Path path, List<String> header) {
      rows = new FactsTable(path, header);
      ahead = rows.next();
    }

    /// Hands over the rows of the page that was read last.
    void each(FactsTable page, Consumer<FactsTable> taker) {
      while (ahead && rows.same(0, page, 0) && rows.same(1, page, 2)) {
        taker.accept(rows);
        ahead = rows.next();
      }
    }

    @Override
    public void close() {
      rows.close();
    }
  }
}
