package org.handsel.readiness.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;

/// Writes the dump of a made-up wiki of any size, in which every defect is known: with the shapes
/// of templates that the German Wikipedia has, with defects for every audit, with pages that only
/// look like one, and with what is true beside it.
///
/// It streams: memory does not grow with the number of articles, and only by the names of
/// categories where tables of the database are wanted.
public final class SampleWiki {
  /// Articles of one kind repeat after so many.
  private static final int CYCLE = 30;

  private static final int PEOPLE_A_CYCLE = 9;
  private static final int PLACE = 1;

  /// One of so many people is in the authority file and on Wikidata.
  private static final int PEOPLE_A_RECORD = 10;

  private static final int HUGE = 2_000;
  private static final int ENOUGH_FOR_HUGE = 2_500;

  private final SampleOrder order;
  private final Site site;

  private SampleWiki(SampleOrder order, Site site) {
    this.order = order;
    this.site = site;
  }

  /// Writes the wiki.
  ///
  /// @param stopped asked now and then; when it says so, the rest is left out and the dump ends
  ///   well
  /// @throws HandselException with exit 3 when the files cannot be written
  public static SampleResult write(SampleOrder order, Progress progress, BooleanSupplier stopped) {
    int people = peopleBefore(order.articles());
    int places = (order.articles() + CYCLE - 1 - PLACE) / CYCLE;
    progress.total(order.articles());
    try {
      Files.createDirectories(order.out());
      Site site = new Site(order, people, places);
      try (site) {
        new SampleWiki(order, site).write(progress, stopped);
      }
      return site.result();
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: the sample wiki cannot be written (%s). Make room or choose another folder."
              .formatted(order.out(), DurableFiles.reason(e)),
          e);
    }
  }

  private void write(Progress progress, BooleanSupplier stopped) throws IOException {
    new Foundations(site).write(order.articles() >= ENOUGH_FOR_HUGE);
    List<Planted> planted = planted();
    int next = 0;
    Subjects subjects = site.subjects();
    for (int subject = 1; subject <= subjects.count() && !stopped.getAsBoolean(); subject++) {
      subject(subject);
      int first = subjects.firstArticle(subject, order.articles());
      int last = subjects.firstArticle(subject + 1, order.articles());
      for (int article = first; article < last; article++) {
        article(article, subject);
      }
      progress.step(last - first, "");
      int due = (int) ((long) planted.size() * subject / subjects.count());
      for (; next < due; next++) {
        plant(planted.get(next), next);
      }
    }
  }

  private record Planted(Defect defect, int variant, boolean decoy) {}

  private List<Planted> planted() {
    List<Defect> kinds = new ArrayList<>(GraphDefects.all());
    kinds.addAll(MemberDefects.all());
    kinds.addAll(SyntaxDefects.all());
    kinds.addAll(PersonDefects.all());
    kinds.addAll(LibraryDefects.all());
    List<Planted> planted = new ArrayList<>();
    for (int variant = 0; variant < order.defects(); variant++) {
      for (Defect kind : kinds) {
        planted.add(new Planted(kind, variant, false));
        planted.add(new Planted(kind, variant, true));
      }
    }
    return planted;
  }

  private void plant(Planted planted, int number) throws IOException {
    Plot plot = new Plot(site, planted.defect.audit(), planted.variant, number, order.seed());
    (planted.decoy ? planted.defect.decoy() : planted.defect.planter()).plant(plot);
  }

  private void subject(int subject) throws IOException {
    Subjects subjects = site.subjects();
    PageDraft page = PageDraft.ofCategory(subjects.name(subject));
    page.write("{{Kategoriegraph}}\n");
    for (int parent : subjects.parents(subject)) {
      page.category(subjects.name(parent));
    }
    site.page(page);
  }

  /// People among the articles before this one.
  private static int peopleBefore(int article) {
    return article / CYCLE * PEOPLE_A_CYCLE + Math.min(PEOPLE_A_CYCLE, (article % CYCLE + 2) / 3);
  }

  private void article(int article, int subject) throws IOException {
    SplittableRandom random = new SplittableRandom(order.seed() * 7_919 + article);
    int rest = article % CYCLE;
    int length = order.words() / 2 + (order.words() > 1 ? random.nextInt(order.words()) : 0);
    PageDraft page =
        rest % 3 == 0 && rest / 3 < PEOPLE_A_CYCLE
            ? person(peopleBefore(article), article, subject, length, random)
            : thing(article, subject, length, random);
    site.page(page);
    if (rest == 17) {
      site.page(PageDraft.redirect(0, page.title + " (Beispiel)", page.title));
    }
  }

  private PageDraft person(
      int person, int article, int subject, int length, SplittableRandom random)
      throws IOException {
    Lives lives = site.lives();
    Biography biography =
        new Biography(
            person,
            lives.birthOf(person),
            lives.deathOf(person),
            site.place(random),
            site.place(random));
    biography.body = body(length, random);
    biography.categories.addAll(0, subjects(article, subject, random));
    Noise.apply(biography, person);
    PageDraft page = biography.page();
    if (person % PEOPLE_A_RECORD == 3) {
      site.library().write(LibraryFiles.record(biography.gnd(), biography));
      site.library()
          .item(page.item("Q" + (1_000_000 + person)), LibraryFiles.identifiers(biography));
    }
    return page;
  }

  private PageDraft thing(int article, int subject, int length, SplittableRandom random) {
    boolean place = article % CYCLE == PLACE;
    String title = place ? Site.placeNamed(article / CYCLE) : "Schloss " + Words.proper(article);
    PageDraft page = PageDraft.article(title);
    page.write("{{Infobox\n| NAME = " + title + "\n| EINWOHNER = {{EWZ|" + article + "}}\n}}\n");
    page.write("'''" + title + "''' ist ein Beispiel in [[" + site.place(random) + "]].\n\n");
    page.write(body(length, random));
    if (article % 7 == 5) {
      page.write("{{Belege fehlen}}\n").added(MemberDefects.MARKED);
    }
    if (place) {
      String gnd = Biography.gnd(50_000_000 + article);
      page.write("{{Normdaten|TYP=g|GND=" + gnd + "}}\n\n");
    }
    for (String name : subjects(article, subject, random)) {
      page.category(name);
    }
    return page;
  }

  private String body(int length, SplittableRandom random) {
    return length == 0
        ? ""
        : "== Geschichte ==\n"
            + site.prose(random, length)
            + "\n== Einzelnachweise ==\n<references />\n\n";
  }

  /// The article's subject and up to two others that are neither above nor below it.
  private List<String> subjects(int article, int subject, SplittableRandom random) {
    List<String> names = new ArrayList<>();
    names.add(site.subjects().name(subject));
    for (int more = article % 3; more > 0; more--) {
      String name = site.subjects().name(site.subjects().neighbour(subject, random));
      if (!names.contains(name)) {
        names.add(name);
      }
    }
    if (order.articles() >= ENOUGH_FOR_HUGE && article < HUGE) {
      names.addAll(Foundations.huge(article < HUGE - 1));
    }
    return names;
  }
}
