package org.handsel.readiness.sample;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// The ground for one defect or one page that only looks like one: hands out names that nobody else
/// has, takes pages and writes down what is wrong with them.
final class Plot {
  private static final int NAMES = 8;

  /// What becomes of a defect between the two editions.
  enum Fate {
    MENDED,
    STAYS,
    NEW;

    static Fate of(int variant) {
      return switch (variant % 4) {
        case 0 -> MENDED;
        case 3 -> NEW;
        default -> STAYS;
      };
    }
  }

  final int variant;
  final SplittableRandom random;
  private final Site site;
  private final String audit;
  private final int number;
  private final Fate fate;
  private int names;
  private int people;
  private int numbers;

  /// @param variant counts the defects of one audit, from 0
  /// @param number counts all plots, from 0
  Plot(Site site, String audit, int variant, int number, long seed) {
    this.site = site;
    this.audit = audit;
    this.variant = variant;
    this.number = number;
    this.fate = Fate.of(variant);
    this.random = new SplittableRandom(seed * 1_000_003 + number);
  }

  /// Whether the defect is there in this edition; otherwise the same pages are written in order.
  boolean broken() {
    return fate == Fate.STAYS || (fate == Fate.NEW) == (site.order().edition() == 2);
  }

  Lives lives() {
    return site.lives();
  }

  String name() {
    names++;
    return Words.proper(1_000_000 + number * NAMES + names) + "-" + number;
  }

  /// Name of a subject category so many levels under the root or more.
  int subject(int level) {
    return site.subjects().deep(level, random);
  }

  String subjectName() {
    return site.subjects().name(subject(2));
  }

  Subjects subjects() {
    return site.subjects();
  }

  String place() {
    return site.place(random);
  }

  Biography person() {
    int life = site.lives().any(random);
    return person(site.lives().birthOf(life), site.lives().deathOf(life));
  }

  Biography person(int birth, int death) {
    people++;
    int person = site.lives().people() + number * NAMES + people;
    Biography biography = new Biography(person, birth, death, place(), place());
    biography.body = site.prose(random, 10) + "\n";
    biography.categories.addFirst(subjectName());
    return biography;
  }

  /// An article on no person, without categories.
  PageDraft article() {
    return article("Burg " + name());
  }

  PageDraft article(String title) {
    return PageDraft.article(title)
        .write("'''" + title + "''' ist ein Beispiel.\n\n" + site.prose(random, 12) + "\n");
  }

  void page(PageDraft page) throws IOException {
    site.page(page);
  }

  /// A number that no other plot has.
  int serial() {
    return number + 1;
  }

  /// A number of the Gemeinsame Normdatei that no page has.
  String number() {
    numbers++;
    return Biography.gnd(80_000_000 + number * NAMES + numbers);
  }

  /// A record of the authority file.
  void record(Map<String, Object> record) throws IOException {
    site.library().write(record);
  }

  /// A page that has an item on Wikidata.
  void item(PageDraft page, Map<String, List<String>> identifiers) throws IOException {
    site.library().item(page.item("Q" + (100_000_000 + number)), identifiers);
    site.page(page);
  }

  /// A category page with so many articles that stand in nothing else.
  void filled(PageDraft category, int articles) throws IOException {
    page(category);
    fill(category.title.substring("Kategorie:".length()), articles);
  }

  void fill(String category, int articles) throws IOException {
    for (int i = 0; i < articles; i++) {
      page(article().category(category));
    }
  }

  /// Writes the defect down, where it is one in this edition.
  void defect(String page, String detail) throws IOException {
    defect(audit, page, detail, "any");
  }

  void defect(String also, String page, String detail, String input) throws IOException {
    if (broken()) {
      site.truth().defect(also, page, detail, input);
    }
    if (site.order().edition() == 2 && fate != Fate.STAYS) {
      site.truth().change(also, page, fate == Fate.NEW ? "new" : "mended");
    }
  }

  void decoy(String page, String detail) throws IOException {
    site.truth().decoy(audit, page, detail);
  }
}
