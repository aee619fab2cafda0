package org.handsel.readiness.sample;

import java.io.IOException;
import java.util.List;

/// What stands before the articles: templates, the root, categories of years, of maintenance and of
/// sizes and depths.
final class Foundations {
  private static final String WORK = "Wikipedia:Wartung";
  private static final String SIZES = "Sammlung";
  private static final String UNDIVIDED = "Ungeteilte Sammlung";
  private static final String DIVIDED = "Geteilte Sammlung";
  private static final String ALMOST = "Beinahe zu große Sammlung";
  private static final String TEMPLATES = "Vorlage:Beispiel";

  private final Site site;

  Foundations(Site site) {
    this.site = site;
  }

  /// @param whole whether no member is missing
  static List<String> huge(boolean whole) {
    return whole ? List.of(UNDIVIDED, DIVIDED, ALMOST) : List.of(UNDIVIDED, DIVIDED);
  }

  void write(boolean huge) throws IOException {
    templates();
    site.page(new PageDraft(14, "Kategorie:" + Subjects.ROOT).write("Die Wurzel.\n"));
    maintenance();
    years();
    chain();
    if (huge) {
      sizes();
    }
  }

  private void templates() throws IOException {
    String documentation =
        "<noinclude>\n{{Dokumentation}}\n[[Kategorie:" + TEMPLATES + "]]</noinclude>";
    for (String name : List.of("Personendaten", "Normdaten")) {
      site.page(
          new PageDraft(10, "Vorlage:" + name)
              .write("<includeonly>{{#if:{{{NAME|}}}|[[Kategorie:{{{1}}}]]}}</includeonly>")
              .write(documentation)
              .member(TEMPLATES, ""));
    }
    site.page(PageDraft.redirect(10, "Vorlage:PDaten", "Vorlage:Personendaten"));
    site.page(
        new PageDraft(10, "Vorlage:Belege fehlen")
            .write("<includeonly>[[Kategorie:" + MemberDefects.MARKED + "]]</includeonly>")
            .write(documentation)
            .member(TEMPLATES, ""));
    site.page(
        new PageDraft(10, "Vorlage:Begriffsklärung")
            .write("<includeonly>[[Kategorie:" + MemberDefects.AMBIGUOUS + "]]</includeonly>")
            .write(documentation)
            .member(TEMPLATES, ""));
    PageDraft module = new PageDraft(828, "Modul:Kategorien");
    module.model = "Scribunto";
    site.page(module.write("return '[[Kategorie:Gibt es nicht]] [[Kategorie:Gibt es nicht]]'\n"));
  }

  private void maintenance() throws IOException {
    site.page(PageDraft.ofCategory(WORK, Subjects.ROOT));
    for (String name : List.of(MemberDefects.MARKED, MemberDefects.REWORK)) {
      PageDraft page = PageDraft.ofCategory(name, WORK).write("__VERSTECKTE_KATEGORIE__\n");
      page.hidden = true;
      site.page(page);
    }
    site.page(PageDraft.ofCategory(MemberDefects.AMBIGUOUS, WORK));
    site.page(PageDraft.ofCategory(MemberDefects.USERS, WORK));
    site.page(PageDraft.ofCategory(TEMPLATES, WORK));
    for (String name : List.of("Anna", "Bert")) {
      site.page(new PageDraft(2, "Benutzer:" + name).category(MemberDefects.USERS));
      site.page(
          PageDraft.article(name + " (Begriffsklärung)")
              .write("'''" + name + "''' steht für:\n* [[" + Site.placeNamed(0) + "]]\n")
              .write("{{Begriffsklärung}}\n")
              .added(MemberDefects.AMBIGUOUS));
      site.page(
          PageDraft.article("Beispiel " + name)
              .write("{{Belege fehlen}}\n")
              .category(site.subjects().name(1))
              .category(MemberDefects.REWORK)
              .added(MemberDefects.MARKED));
    }
  }

  private void years() throws IOException {
    site.page(PageDraft.ofCategory("Person", Subjects.ROOT));
    for (String kind : List.of("Geburtsjahr", "Todesjahr", "Geschlecht")) {
      site.page(PageDraft.ofCategory("Person nach " + kind, "Person"));
    }
    for (String name : List.of("Mann", "Frau")) {
      site.page(PageDraft.ofCategory(name, "Person nach Geschlecht"));
    }
    for (int year : site.lives().births()) {
      site.page(PageDraft.ofCategory("Geboren " + year, "Person nach Geburtsjahr"));
    }
    for (int year : site.lives().deaths()) {
      site.page(PageDraft.ofCategory("Gestorben " + year, "Person nach Todesjahr"));
    }
    // The year of the longest life that is possible has its people here, whatever is planted.
    for (int i = 0; i < 2; i++) {
      Biography person =
          new Biography(
              90_000_000 + i,
              site.lives().births().first(),
              site.lives().longestDeath(),
              Site.placeNamed(0),
              Site.placeNamed(1));
      person.categories.addFirst(site.subjects().name(2));
      site.page(person.page());
    }
  }

  private void chain() throws IOException {
    for (int level = 1; level <= GraphDefects.CHAIN; level++) {
      String name = GraphDefects.chain(level);
      site.page(
          PageDraft.ofCategory(name, level == 1 ? Subjects.ROOT : GraphDefects.chain(level - 1)));
      for (int i = 0; i < (level == GraphDefects.CHAIN ? 2 : 1); i++) {
        site.page(
            PageDraft.article("Sprosse %d.%d".formatted(level, i))
                .write("Ein Beispiel.\n")
                .category(name));
      }
    }
  }

  /// One category that is too large, one that is as large but divided, one that is almost too
  /// large.
  private void sizes() throws IOException {
    site.page(PageDraft.ofCategory(SIZES, Subjects.ROOT));
    for (String name : List.of(UNDIVIDED, DIVIDED, ALMOST)) {
      site.page(PageDraft.ofCategory(name, SIZES));
    }
    String part = "Teil der Sammlung";
    site.page(PageDraft.ofCategory(part, DIVIDED));
    for (int i = 0; i < 2; i++) {
      site.page(
          PageDraft.article("Sammlungsstück %d".formatted(i)).write("Eins.\n").category(part));
    }
    site.truth().defect("C9", "Kategorie:" + UNDIVIDED, "huge", "any");
    site.truth().decoy("C9", "Kategorie:" + DIVIDED, "large, but divided");
    site.truth().decoy("C9", "Kategorie:" + ALMOST, "one member below the limit");
  }
}
