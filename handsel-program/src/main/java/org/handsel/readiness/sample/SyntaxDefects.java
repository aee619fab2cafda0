package org.handsel.readiness.sample;

import java.io.IOException;
import java.util.List;

/// Defects in how categories and sort keys are written and placed (C12).
final class SyntaxDefects {
  /// As many as have no divisor in common with the four fates of a defect, so that each kind meets
  /// each fate.
  private static final List<String> KINDS =
      List.of(
          "duplicate",
          "several-sort-keys",
          "odd-sort-key",
          "no-blank-after-comma",
          "missing-sort-key",
          "categories-on-one-line",
          "small-letter",
          "english-namespace",
          "blank-in-category",
          "category-before-headline",
          "interwiki-before-headline",
          "blank-before-sort-key",
          "blank-in-category");

  private static final String HEADLINE = "\n== Werk ==\n";

  private SyntaxDefects() {}

  static List<Defect> all() {
    return List.of(new Defect("C12", SyntaxDefects::odd, SyntaxDefects::harmless));
  }

  private static void odd(Plot plot) throws IOException {
    int form = plot.variant % KINDS.size();
    Biography person = plot.person();
    String category = person.categories.getLast();
    String link = "[[Kategorie:" + category + "]]";
    String above = "";
    if (plot.broken()) {
      switch (form) {
        case 0 -> person.categories.add(category);
        case 1 -> person.body += "{{DEFAULTSORT:" + person.title + "}}\n";
        case 2 -> person.sortKey = person.family + ", _" + person.given;
        case 3 -> person.sortKey = person.family + "," + person.given;
        case 4 -> person.sortKey = null;
        case 9 -> {
          above = link;
          person.categories.removeLast();
        }
        case 10 -> above = "[[en:" + person.title + "]]";
        case 11 -> person.sortKey = " " + person.family + ", " + person.given;
        default -> {
          // These change how the link is written.
        }
      }
    }
    if (form == 9 || form == 10) {
      person.body = above + HEADLINE + person.body;
    }
    PageDraft page = person.page();
    if (form == 9 && plot.broken()) {
      page.member(category, "");
    }
    if (plot.broken()) {
      String written = page.text.toString();
      page.text.setLength(0);
      page.text.append(
          switch (form) {
            case 5 -> written.replace(link + "\n", link + " ");
            case 6 ->
                written.replace(
                    link,
                    "[[Kategorie:"
                        + Character.toLowerCase(category.charAt(0))
                        + category.substring(1)
                        + "]]");
            case 7 -> written.replace(link, "[[Category:" + category + "]]");
            case 8 -> written.replace(link, "[[ Kategorie:" + category + "]]");
            case 12 -> written.replace(link, "[[Kategorie: " + category + "]]");
            default -> written;
          });
    }
    plot.page(page);
    plot.defect(person.title, KINDS.get(form));
  }

  private static void harmless(Plot plot) throws IOException {
    String subject = plot.subjectName();
    PageDraft page = plot.article();
    page.write("{{SORTIERUNG:" + page.title + "}}\n<!-- {{SORTIERUNG: anders}} -->\n");
    page.category(subject).write("<nowiki>[[Kategorie:" + subject + "]]</nowiki>\n");
    plot.page(page);
    plot.decoy(page.title, "the repetition stands in nowiki and a comment");
    Biography person = plot.person();
    person.sortKey = null;
    PageDraft keyed = person.page();
    keyed.category(GraphDefects.chain(1), person.family + ", " + person.given);
    plot.page(keyed);
    plot.decoy(keyed.title, "every category has a sort key of its own, or one has");
    PageDraft shown = plot.article();
    shown
        .write("Siehe [[:Category:" + subject + "]][[:kategorie: " + subject + "]], ")
        .write("[[:en:Castle]]" + HEADLINE)
        .write("<nowiki>[[Category: x]][[category:y]]</nowiki>\n")
        .category(subject, " ")
        .write("<!--" + HEADLINE + "-->\n<pre>" + HEADLINE + "</pre>\n");
    plot.page(shown);
    plot.decoy(shown.title, "links with a colon, and headlines that are none");
  }
}
