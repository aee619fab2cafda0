package org.handsel.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.handsel.platform.Tsv;
import org.handsel.readiness.audit.AuditRun;
import org.handsel.readiness.audit.AuditSummary;
import org.handsel.readiness.facts.Extraction;
import org.handsel.readiness.facts.FactsFolder;
import org.handsel.wiki.dump.DumpReading;
import org.handsel.wiki.dump.DumpSite;
import org.handsel.wiki.profile.WikiProfiles;

/// Time and memory of all audits after the facts, on a graph of the size of the German Wikipedia's:
/// 600,000 categories with 1.4 million links among them, 3 million articles with 14.6 million
/// memberships. Categories stand in others some eight times rarer, so that one has some nine levels
/// and hundreds of ancestors above it.
final class AuditGraph {
  private static final int CATEGORIES = 600_000;
  private static final int ARTICLES = 3_000_000;

  private AuditGraph() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args[0].equals("audit")) {
      audit(Path.of(args[1]));
      return;
    }
    int share = args[0].equals("long") ? 1 : 20;
    Path folder = Places.scratch();
    try {
      long memberships = facts(new FactsFolder(folder), CATEGORIES / share, ARTICLES / share);
      Measured run = Measured.java(AuditGraph.class, "audit", folder.toString());
      System.out.printf(
          Locale.ROOT, "%,d categories, %,d memberships%n", CATEGORIES / share, memberships);
      Figure.print("audits after the facts, time", run.wall(), "s", 60, false);
      Figure.print("audits after the facts, memory", run.memory(), "MB", 1_000, false);
    } finally {
      Places.remove(folder);
    }
  }

  private static long facts(FactsFolder folder, int categories, int articles) throws IOException {
    Random random = new Random(11);
    long memberships = 0;
    try (BufferedWriter pages = Files.newBufferedWriter(folder.pages());
        BufferedWriter links = Files.newBufferedWriter(folder.categories());
        BufferedWriter templates = Files.newBufferedWriter(folder.templates());
        BufferedWriter marks = Files.newBufferedWriter(folder.marks())) {
      pages.write(Tsv.row(FactsFolder.PAGES) + "\n");
      links.write(Tsv.row(FactsFolder.CATEGORIES) + "\n");
      templates.write(Tsv.row(FactsFolder.TEMPLATES) + "\n");
      marks.write(Tsv.row(FactsFolder.MARKS) + "\n");
      for (int i = 0; i < categories; i++) {
        String title = "Kategorie:" + category(i);
        pages.write((i + 1) + "\t14\t" + title + "\t\twikitext\n");
        int parents = i == 0 ? 0 : 1 + random.nextInt(100) * 3 / 75;
        for (int k = 0; k < parents; k++) {
          int parent = i / 16 + random.nextInt(i / 8 + 1);
          links.write((i + 1) + "\t" + title + "\t" + category(Math.min(parent, i - 1)) + "\t\n");
          memberships++;
        }
      }
      for (int i = 0; i < articles; i++) {
        int id = categories + i + 1;
        String title = "Artikel über das Thema " + i;
        pages.write(id + "\t0\t" + title + "\t\twikitext\n");
        int count = 1 + random.nextInt(9);
        for (int k = 0; k < count; k++) {
          links.write(id + "\t" + title + "\t" + category(random.nextInt(categories)) + "\t\n");
          memberships++;
        }
      }
    }
    return memberships;
  }

  private static String category(int i) {
    return "Gegenstand Nummer " + Integer.toString(i, 36);
  }

  private static void audit(Path folder) throws IOException {
    Extraction extraction =
        new Extraction(
            "dewiki",
            DumpSite.UNKNOWN,
            WikiProfiles.of("dewiki"),
            new DumpReading(0, 0, List.of(), 0, false),
            "Kategorie",
            "");
    AuditSummary summary =
        AuditRun.ofFacts(
            new AuditRun.Order(folder.resolve("dump"), null, null, 2, folder),
            extraction,
            () -> false);
    System.out.println(summary.audits());
    Measured.sayMemory();
  }
}
