package org.handsel.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// A large authority file: its index is built, opened and asked, and persons are linked by it.
/// Prints time, processor time and memory of each step, and how good the links are, beside the
/// limits. The short form has 100,000 records and 10,000 persons, with Duke 1.2 on the same file;
/// the long one a million and 100,000, and ten million and a million; `LinkingScale sizes 3000000
/// 300000` has others.
final class LinkingScale {
  private static final int MILLION = 1_000_000;

  /// After so many minutes the peer is stopped.
  private static final int MINUTES = 8;

  private LinkingScale() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    switch (args[0]) {
      case "sizes" -> measure(Integer.parseInt(args[1]), Integer.parseInt(args[2]), false);
      case "long" -> {
        measure(MILLION, MILLION / 10, false);
        measure(10 * MILLION, MILLION, false);
      }
      default -> measure(MILLION / 10, MILLION / 100, true);
    }
  }

  private static void measure(int records, int persons, boolean beside)
      throws IOException, InterruptedException {
    Path folder = Places.scratch();
    try {
      MadeUpPersons.write(
          folder, Places.shared("persons/museums/nga.csv"), PersonSet.SEED, records, persons);
      Path index = folder.resolve("authority.index");
      Path out = folder.resolve("links");
      String known = folder.resolve("persons.csv").toString();
      System.out.printf(Locale.ROOT, "%,d records, %,d persons%n", records, persons);
      Measured built =
          Measured.java(
              LinkingStep.class,
              "index",
              folder.resolve("authority.csv").toString(),
              index.toString());
      say("index", built);
      System.out.printf(Locale.ROOT, "  size of the index %,.0f MB%n", Files.size(index) / 1e6);
      Measured asked = Measured.java(LinkingStep.class, "ask", known, index.toString());
      String[] times = asked.said("asked").split(" ");
      System.out.printf(
          Locale.ROOT,
          "  opened in %s s (limit 1), questions: first 500 p95 %s ms, then median %s ms, p95 %s ms"
              + " (limit 20)%n",
          times[0],
          times[1],
          times[2],
          times[3]);
      say("questions", asked);
      Measured linked =
          Measured.java(LinkingStep.class, "link", known, index.toString(), out.toString());
      say("links", linked);
      System.out.printf(
          Locale.ROOT,
          "  index and links: %,.0f s wall, %,.0f CPU s, %,.0f records and persons per CPU s%n",
          built.wall() + linked.wall(),
          built.cpu() + linked.cpu(),
          (records + persons) / (built.cpu() + linked.cpu()));
      judge(folder, out);
      if (records == MILLION) {
        System.out.printf(
            Locale.ROOT,
            "  limits: 75 CPU s: %.2f of it; 4,000 MB: %.2f; F1 .95%n",
            (built.cpu() + linked.cpu()) / 75,
            Math.max(built.memory(), linked.memory()) / 4_000);
      }
      if (beside) {
        duke(folder, records, persons);
      }
    } finally {
      Places.remove(folder);
    }
  }

  /// Duke on the same persons and records, at the threshold that is best on this very set.
  private static void duke(Path folder, int records, int persons)
      throws IOException, InterruptedException {
    PersonSet set = PersonSet.madeUp(folder, records, persons);
    Path plain = folder.resolve("persons.tsv");
    Path file = folder.resolve("records.tsv");
    Path links = folder.resolve("duke.tsv");
    PlainPersons.write(set.persons(), plain);
    PlainPersons.write(set.records(), file);
    try {
      Measured run =
          Measured.peer(
              DukeLinks.class, MINUTES, plain.toString(), file.toString(), links.toString());
      say("Duke 1.2", run);
      JudgedLinks judged = JudgedLinks.peer(links, set);
      double from = judged.bestFrom(set.allKnown());
      JudgedLinks.Quality quality = judged.from(from, set.allKnown());
      System.out.printf(
          Locale.ROOT,
          "  Duke, p >= %.3f precision %.4f recall %.4f F1 %.4f%n",
          from,
          quality.precision(),
          quality.recall(),
          quality.f1());
    } catch (Measured.Stopped e) {
      System.out.printf("  Duke 1.2   %s%n", e.reason());
    }
  }

  private static void say(String step, Measured run) {
    System.out.printf(
        Locale.ROOT,
        "  %-10s %,9.1f s wall %,9.1f CPU s %,8.0f MB%n",
        step,
        run.wall(),
        run.cpu(),
        run.memory());
  }

  /// Links and truths are in the order of the persons; neither is held.
  private static void judge(Path folder, Path out) throws IOException {
    int[][] counts = new int[2][3];
    try (BufferedReader truths = Files.newBufferedReader(folder.resolve("truth.tsv"));
        BufferedReader links = Files.newBufferedReader(out.resolve("links.tsv"))) {
      links.readLine();
      String truth;
      while ((truth = truths.readLine()) != null) {
        String[] link = links.readLine().split("\t", -1);
        for (int cut = 0; cut < 2; cut++) {
          boolean linked =
              !link[1].isEmpty()
                  && (cut == 0 ? Double.parseDouble(link[2]) >= .5 : link[3].equals("accept"));
          counts[cut][0] += linked && link[1].equals(truth) ? 1 : 0;
          counts[cut][1] += linked ? 1 : 0;
          counts[cut][2] += truth.isEmpty() ? 0 : 1;
        }
      }
    }
    for (int cut = 0; cut < 2; cut++) {
      double right = counts[cut][0];
      System.out.printf(
          Locale.ROOT,
          "  %-9s precision %.4f recall %.4f F1 %.4f%n",
          cut == 0 ? "p >= .5" : "accepted",
          right / Math.max(1, counts[cut][1]),
          right / Math.max(1, counts[cut][2]),
          2 * right / Math.max(1, counts[cut][1] + counts[cut][2]));
    }
  }
}
