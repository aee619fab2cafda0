package org.handsel.readiness.facts;

import java.util.Map;
import org.handsel.wiki.markup.CategoryLink;
import org.handsel.wiki.markup.Oddity;
import org.handsel.wiki.markup.PageMarkup;
import org.handsel.wiki.markup.TemplateCall;

/// Rows of the tables of facts for pages one after the other. Not safe for several threads at a
/// time.
///
/// A category whose name depends on a template or parameter is no membership: what the reader of
/// wikitext cannot know, the files do not say.
final class FactRows {
  private final Utf8Rows pages = new Utf8Rows(1 << 13);
  private final Utf8Rows categories = new Utf8Rows(1 << 15);
  private final Utf8Rows templates = new Utf8Rows(1 << 15);
  private final Utf8Rows marks = new Utf8Rows(1 << 13);
  private final Utf8Rows page = new Utf8Rows(1 << 9);

  Utf8Rows pages() {
    return pages;
  }

  Utf8Rows categories() {
    return categories;
  }

  Utf8Rows templates() {
    return templates;
  }

  Utf8Rows marks() {
    return marks;
  }

  void clear() {
    pages.clear();
    categories.clear();
    templates.clear();
    marks.clear();
  }

  /// Adds what one page says.
  ///
  /// @param lead first words of a biography, or an empty text
  void add(PageFact fact, PageMarkup markup, String lead) {
    pages.cell(Long.toString(fact.id()));
    pages.cell(Integer.toString(fact.namespace()));
    pages.cell(fact.title());
    pages.cell(fact.redirect());
    pages.lastCell(fact.model());
    page.clear();
    page.cell(Long.toString(fact.id()));
    page.cell(fact.title());
    for (CategoryLink link : markup.categories()) {
      if (!link.dynamic()) {
        categories.begin(page);
        categories.cell(link.category());
        categories.lastCell(link.sortKey());
      }
    }
    for (TemplateCall call : markup.templates()) {
      call(call);
    }
    for (String key : markup.defaultSorts()) {
      mark("default-sort", key);
    }
    if (markup.hidden()) {
      mark("hidden", "");
    }
    if (!lead.isEmpty()) {
      mark("lead", lead);
    }
    if (fact.namespace() == 0 && fact.redirect().isEmpty()) {
      for (Oddity oddity : markup.oddities()) {
        mark(oddity.kind().word(), oddity.category() + "|" + oddity.passage());
      }
    }
  }

  private void call(TemplateCall call) {
    if (call.arguments().isEmpty()) {
      argument(call.name(), "", "");
    }
    for (Map.Entry<String, String> argument : call.arguments().entrySet()) {
      argument(call.name(), argument.getKey(), argument.getValue().strip());
    }
  }

  private void argument(String template, String parameter, String value) {
    templates.begin(page);
    templates.cell(template);
    templates.cell(parameter);
    templates.lastCell(value);
  }

  private void mark(String mark, String value) {
    marks.begin(page);
    marks.cell(mark);
    marks.lastCell(value);
  }
}
