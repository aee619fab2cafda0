package org.handsel.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// A large authority file: its index is built, opened and asked, and persons are linked by it.
/// Prints time, processor time and memory of each step, and how good the links are. The short form
/// has 100,000 records and 10,000 persons, the long one a million and 100,000, and ten million and
/// a million; `LinkingScale sizes 3000000 300000` has others.
final class LinkingScale {
  private static final long SEED = 11;

  private LinkingScale() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    switch (args[0]) {
      case "sizes" -> measure(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
      case "long" -> {
        measure(1_000_000, 100_000);
        measure(10_000_000, 1_000_000);
      }
      default -> measure(100_000, 10_000);
    }
  }

  private static void measure(int records, int persons) throws IOException, InterruptedException {
    Path folder = Places.scratch();
    try {
      MadeUpPersons.write(folder, Places.shared("persons/museums/nga.csv"), SEED, records, persons);
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
    } finally {
      Places.remove(folder);
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
