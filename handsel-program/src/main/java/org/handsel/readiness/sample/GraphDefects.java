package org.handsel.readiness.sample;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Defects of the tree of categories: circles, orphans, missing, empty, moved ones, odd sizes and
/// depths.
final class GraphDefects {
  /// Categories of a chain under the root that the defects of depth hang on.
  static final int CHAIN = 6;

  private GraphDefects() {}

  static List<Defect> all() {
    return List.of(
        new Defect("C1", GraphDefects::circle, GraphDefects::twoWays),
        new Defect("C3", GraphDefects::orphan, GraphDefects::movedOrphan),
        new Defect("C4", GraphDefects::withoutPage, GraphDefects::oddlyWritten),
        new Defect("C5", GraphDefects::empty, GraphDefects::emptyRedirect),
        new Defect("C8", GraphDefects::moved, GraphDefects::movedEmpty),
        new Defect("C9", GraphDefects::single, GraphDefects::pair),
        new Defect("C10", GraphDefects::deep, GraphDefects::almostDeep));
  }

  static String chain(int level) {
    return "Stufe %d der Leiter".formatted(level);
  }

  /// Circles of one, two, three in two circles, and five categories.
  private static void circle(Plot plot) throws IOException {
    int size = new int[] {1, 2, 3, 5}[plot.variant % 4];
    List<String> names = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      names.add("Kreis %s".formatted(plot.name()));
    }
    String parent = plot.subjectName();
    for (int i = 0; i < size; i++) {
      PageDraft page = PageDraft.ofCategory(names.get(i));
      // The five hang on their parent each, so that none is much deeper than its neighbours.
      if (i == 0 || size == 5) {
        page.category(parent);
      }
      if (i > 0) {
        page.category(names.get(size == 3 ? 0 : i - 1));
      } else if (plot.broken() && size == 3) {
        page.category(names.get(1)).category(names.get(2));
      } else if (plot.broken()) {
        page.category(names.getLast());
      }
      plot.filled(page, 2);
    }
    List<String> sorted = names.stream().sorted().toList();
    plot.defect(
        "Kategorie:" + sorted.getFirst(),
        "%s; cut %d".formatted(String.join("|", sorted), size == 3 ? 2 : 1));
  }

  /// Two ways from a category to the same one above it are no circle.
  private static void twoWays(Plot plot) throws IOException {
    String top = "Raute " + plot.name();
    String left = "Raute " + plot.name();
    String right = "Raute " + plot.name();
    String low = "Raute " + plot.name();
    plot.filled(PageDraft.ofCategory(top, plot.subjectName()), 1);
    plot.filled(PageDraft.ofCategory(left, top), 1);
    plot.filled(PageDraft.ofCategory(right, top), 1);
    plot.filled(PageDraft.ofCategory(low, left, right), 2);
    plot.decoy("Kategorie:" + low, "two ways up");
  }

  private static void orphan(Plot plot) throws IOException {
    String orphan = "Waise " + plot.name();
    PageDraft page = PageDraft.ofCategory(orphan).write("Ohne Oberkategorie.\n");
    if (!plot.broken()) {
      page.category(plot.subjectName());
    }
    plot.filled(page, 2);
    plot.defect(page.title, "no-parent");
    if (plot.variant % 2 == 1) {
      String child = "Insel " + plot.name();
      plot.filled(PageDraft.ofCategory(child, orphan), 2);
      plot.defect("Kategorie:" + child, "unreachable");
    }
  }

  private static void movedOrphan(Plot plot) throws IOException {
    PageDraft page = new PageDraft(14, "Kategorie:Umgezogen " + plot.name());
    plot.page(page.write("{{Kategorie weiterleitung|" + plot.subjectName() + "}}\n"));
    plot.decoy(page.title, "moved, and therefore without parent");
  }

  private static void withoutPage(Plot plot) throws IOException {
    String name = "Fehlend " + plot.name();
    int members = plot.variant % 2 == 0 ? 1 : 3;
    for (int i = 0; i < members; i++) {
      plot.page(plot.article().category(plot.subjectName()).category(name));
    }
    if (!plot.broken()) {
      plot.filled(PageDraft.ofCategory(name, chain(1)), 2);
    }
    plot.defect("Kategorie:" + name, "members " + members);
  }

  /// Other ways of writing the name of a category that exists.
  private static void oddlyWritten(Plot plot) throws IOException {
    String name = plot.subjectName();
    String written =
        switch (plot.variant % 3) {
          case 0 -> name.replace(' ', '_');
          case 1 -> name.replace(" ", "  ");
          default -> name.replace("(", "&#40;");
        };
    PageDraft page = plot.article().write("[[Kategorie:" + written + "]]\n").member(name, "");
    plot.page(page);
    plot.decoy(page.title, "Kategorie:" + written);
  }

  private static void empty(Plot plot) throws IOException {
    String name = "Leer " + plot.name();
    plot.page(PageDraft.ofCategory(name, chain(1)));
    if (!plot.broken()) {
      addedByTemplate(plot, name, 2);
    }
    plot.defect("C5", "Kategorie:" + name, "", "tables");
  }

  private static void addedByTemplate(Plot plot, String category, int articles) throws IOException {
    for (int i = 0; i < articles; i++) {
      plot.page(
          plot.article()
              .write("{{Tabelle|" + category + "}}\n")
              .category(plot.subjectName())
              .added(category));
    }
  }

  private static void emptyRedirect(Plot plot) throws IOException {
    String filled = "Vorlagenkategorie " + plot.name();
    plot.page(PageDraft.ofCategory(filled, chain(1)));
    addedByTemplate(plot, filled, 2);
    plot.decoy("Kategorie:" + filled, "filled by a template");
    String moved = "Umgezogen " + plot.name();
    plot.page(redirect(moved, plot.subjectName()));
    plot.decoy("Kategorie:" + moved, "moved");
  }

  private static PageDraft redirect(String name, String target) {
    return PageDraft.redirect(14, "Kategorie:" + name, "Kategorie:" + target);
  }

  private static void moved(Plot plot) throws IOException {
    String name = "Alt " + plot.name();
    String target = plot.subjectName();
    plot.page(
        plot.variant % 2 == 0
            ? new PageDraft(14, "Kategorie:" + name)
                .write("{{Kategorie weiterleitung|" + target + "}}\n")
            : redirect(name, target));
    plot.fill(plot.broken() ? name : target, 2);
    plot.defect("Kategorie:" + name, "members 2");
  }

  private static void movedEmpty(Plot plot) throws IOException {
    String name = "Alt " + plot.name();
    String target = plot.subjectName();
    plot.page(redirect(name, target));
    plot.page(plot.article().write("Siehe [[:Kategorie:" + name + "]].\n").category(target));
    plot.decoy("Kategorie:" + name, "moved, without members");
  }

  private static void single(Plot plot) throws IOException {
    String name = "Einzeln " + plot.name();
    plot.filled(PageDraft.ofCategory(name, plot.subjectName()), plot.broken() ? 1 : 2);
    plot.defect("Kategorie:" + name, "singleton");
  }

  private static void pair(Plot plot) throws IOException {
    String name = "Paar " + plot.name();
    String child = "Paar " + plot.name();
    plot.filled(PageDraft.ofCategory(name, plot.subjectName()), 1);
    plot.filled(PageDraft.ofCategory(child, name), 2);
    plot.decoy("Kategorie:" + name, "an article and a category");
  }

  private static void deep(Plot plot) throws IOException {
    String name = "Tief " + plot.name();
    PageDraft page = PageDraft.ofCategory(name, chain(CHAIN - 1));
    if (plot.broken()) {
      page.category(plot.subjects().name(1 + plot.variant % 4));
    }
    plot.filled(page, 2);
    plot.defect(page.title, "");
  }

  private static void almostDeep(Plot plot) throws IOException {
    PageDraft page = PageDraft.ofCategory("Tief " + plot.name(), chain(CHAIN - 1), chain(2));
    plot.filled(page, 2);
    plot.decoy(page.title, "three levels between its parents");
  }
}
