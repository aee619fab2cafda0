package org.handsel.readiness.sample;

import java.io.IOException;
import java.util.List;

/// Defects of pages that stand in categories, or in none.
final class MemberDefects {
  static final String MARKED = "Wikipedia:Belege fehlen";
  static final String REWORK = "Wikipedia:Überarbeiten";
  static final String HIDDEN = "Verborgenes";
  static final String USERS = "Benutzer:Fotograf";
  static final String AMBIGUOUS = "Begriffsklärung";

  private MemberDefects() {}

  static List<Defect> all() {
    return List.of(
        new Defect("C2", MemberDefects::uncategorised, MemberDefects::needsNone),
        new Defect("C6", MemberDefects::twice, MemberDefects::exempt),
        new Defect("C7", MemberDefects::maintenanceOnly, MemberDefects::alsoContent),
        new Defect("C11", MemberDefects::userPage, MemberDefects::userAtHome),
        new Defect("C13", MemberDefects::wrongKind, MemberDefects::rightKind));
  }

  private static void uncategorised(Plot plot) throws IOException {
    PageDraft page = plot.article();
    String subject = plot.subjectName();
    boolean byTemplate = plot.variant % 6 == 5;
    if (plot.broken()) {
      String link = "[[Kategorie:" + subject + "]]";
      page.write(
          switch (plot.variant % 6) {
            case 0 -> "";
            case 1 -> "<!-- " + link + " -->\n";
            case 2 -> "<nowiki>" + link + "</nowiki>\n";
            case 3 -> "Mehr unter [[:Kategorie:" + subject + "]].\n";
            case 4 -> "[[Kategorie:{{{1|" + subject + "}}}]]\n";
            default -> "{{Tabelle|" + subject + "}}\n";
          });
      if (byTemplate) {
        page.added(subject);
      }
    } else {
      page.category(subject);
    }
    plot.page(page);
    plot.defect("C2", page.title, "", byTemplate ? "text" : "any");
  }

  private static void needsNone(Plot plot) throws IOException {
    PageDraft target = plot.article().category(plot.subjectName());
    plot.page(target);
    PageDraft redirect = PageDraft.redirect(0, "Veste " + plot.name(), target.title);
    plot.page(redirect);
    plot.decoy(redirect.title, "redirect");
    PageDraft ambiguous = ambiguous(plot);
    plot.page(ambiguous);
    plot.decoy(ambiguous.title, "disambiguation page, categorised by its template");
  }

  private static PageDraft ambiguous(Plot plot) {
    String name = plot.name();
    return PageDraft.article(name)
        .write("'''" + name + "''' steht für:\n* [[" + plot.place() + "]]\n\n")
        .write("{{Begriffsklärung}}\n")
        .added(AMBIGUOUS);
  }

  private static void twice(Plot plot) throws IOException {
    Subjects subjects = plot.subjects();
    boolean direct = plot.variant % 2 == 0;
    int lower = plot.subject(direct ? 2 : 3);
    int upper = subjects.parent(lower);
    upper = direct ? upper : subjects.parent(upper);
    PageDraft page = plot.article().category(subjects.name(lower));
    if (plot.broken()) {
      page.category(subjects.name(upper));
    }
    plot.page(page);
    plot.defect(page.title, subjects.name(lower) + " < " + subjects.name(upper));
  }

  /// The article of a category's own name, and members of hidden categories.
  private static void exempt(Plot plot) throws IOException {
    String subject = plot.subjectName();
    if (plot.variant % 2 == 0) {
      PageDraft own = plot.article();
      plot.filled(PageDraft.ofCategory(own.title, subject), 1);
      plot.page(own.category(own.title, " ").category(subject));
      plot.decoy(own.title, "article of the category's own name");
    } else {
      String hidden = "Verborgen " + plot.name();
      PageDraft category =
          PageDraft.ofCategory(hidden, subject).write("__VERSTECKTE_KATEGORIE__\n");
      category.hidden = true;
      plot.page(category);
      for (int i = 0; i < 2; i++) {
        PageDraft page = plot.article().category(hidden).category(subject);
        plot.page(page);
        plot.decoy(page.title, "in a hidden category below");
      }
    }
  }

  private static void maintenanceOnly(Plot plot) throws IOException {
    PageDraft page = plot.article();
    boolean inText = plot.variant % 2 == 1;
    if (!plot.broken()) {
      page.category(plot.subjectName());
    }
    if (inText) {
      page.category(REWORK);
    } else {
      page.write("{{Belege fehlen}}\n").added(MARKED);
      plot.defect("C2", page.title, "", "text");
    }
    plot.page(page);
    plot.defect("C7", page.title, "", "tables");
  }

  private static void alsoContent(Plot plot) throws IOException {
    PageDraft page = plot.article().category(plot.subjectName()).category(REWORK).added(MARKED);
    plot.page(page);
    plot.decoy(page.title, "a subject among maintenance categories");
  }

  private static void userPage(Plot plot) throws IOException {
    boolean talk = plot.variant % 3 == 2;
    String subject = plot.subjectName();
    PageDraft page =
        new PageDraft(
            talk ? 3 : 2, (talk ? "Benutzer Diskussion:" : "Benutzer:") + plot.name() + "/Entwurf");
    page.write("'''Entwurf'''\n\n");
    if (plot.broken()) {
      page.category(subject);
    } else {
      page.write("[[:Kategorie:" + subject + "]]\n");
    }
    plot.page(page);
    plot.defect(page.title, subject);
  }

  private static void userAtHome(Plot plot) throws IOException {
    PageDraft home = new PageDraft(2, "Benutzer:" + plot.name()).category(USERS);
    plot.page(home);
    plot.decoy(home.title, "category of users");
    PageDraft draft = new PageDraft(2, "Benutzer:" + plot.name() + "/Entwurf");
    String subject = plot.subjectName();
    draft.write("[[:Kategorie:" + subject + "]] <nowiki>[[Kategorie:" + subject + "]]</nowiki>\n");
    plot.page(draft);
    plot.decoy(draft.title, "categories that are none");
  }

  private static void wrongKind(Plot plot) throws IOException {
    String subject = plot.subjectName();
    PageDraft page;
    if (plot.variant % 2 == 0) {
      page = ambiguous(plot);
    } else {
      PageDraft target = plot.article().category(subject);
      plot.page(target);
      page = PageDraft.redirect(0, "Veste " + plot.name(), target.title);
    }
    if (plot.broken()) {
      page.category(subject);
    }
    plot.page(page);
    plot.defect(page.title, subject);
  }

  /// A redirect with the data of a person who has no article, among people of their year.
  private static void rightKind(Plot plot) throws IOException {
    PageDraft group = plot.article().category(plot.subjectName());
    plot.page(group);
    Biography person = plot.person();
    person.lead = "";
    person.body = "";
    person.authorityCall = "";
    PageDraft page = PageDraft.redirect(0, person.title, group.title);
    PageDraft life = person.page();
    page.text.append(life.text);
    page.categories.addAll(life.categories);
    plot.page(page);
    plot.decoy(page.title, "redirect that stands for a person");
  }
}
