package org.handsel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Handsel beside Duke 1.2, JedAI 3.1 and a short script on the same persons, one after another,
/// each in a process of its own. One table: precision, recall and F1; the largest gap between
/// predicted probability and what was observed, over bands of 200 pairs or more; persons and
/// records per second of the wall clock and of the processors; memory. Links of Handsel count from
/// a probability of .5 on; those of the peers from the score that is best on the very set, which
/// nobody knows beforehand. Similarities of JedAI are no probabilities, so that they have no gap.
final class LinkingPeers {
  private static final int MINUTES = 10;

  private LinkingPeers() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    boolean large = args[0].equals("long");
    Path scratch = Places.scratch();
    try {
      System.out.printf(
          "%-14s %-12s %6s %6s %6s | %-12s | %8s %9s %7s | %s%n",
          "set", "program", "P", "R", "F1", "worst gap", "per s", "per CPU s", "MB", "from");
      beside(PersonSet.museums(), scratch);
      if (large) {
        beside(PersonSet.german("pmb"), scratch);
        beside(PersonSet.german("akademie"), scratch);
        beside(PersonSet.german("thun"), scratch);
      }
      for (int thousands : large ? new int[] {20, 200, 1000} : new int[] {20}) {
        Path folder = scratch.resolve("made-up");
        beside(PersonSet.madeUp(folder, thousands * 1000, thousands * 100), scratch);
      }
    } finally {
      Places.remove(scratch);
    }
  }

  private static void beside(PersonSet set, Path scratch) throws IOException, InterruptedException {
    Path persons = scratch.resolve("persons.tsv");
    Path records = scratch.resolve("records.tsv");
    PlainPersons.write(set.persons(), persons);
    PlainPersons.write(set.records(), records);
    long all = lines(persons) + lines(records);
    Path out = scratch.resolve("links");
    Measured ours =
        Measured.java(
            LinkingStep.class,
            "link",
            set.persons().toString(),
            set.records().toString(),
            out.toString());
    JudgedLinks judged = JudgedLinks.handsel(out, set);
    row(set, "Handsel", judged, .5, judged.gap(set, JudgedLinks.Asked.ALL), ours, all);
    Path links = scratch.resolve("links.tsv");
    for (Class<?> peer : List.of(ExactLinks.class, DukeLinks.class, JedaiLinks.class)) {
      String name = peer.getSimpleName().replace("Links", "");
      try {
        Measured run =
            Measured.peer(peer, MINUTES, persons.toString(), records.toString(), links.toString());
        judged = JudgedLinks.peer(links, set);
        double best = judged.bestFrom(set.allKnown());
        String gap = peer == DukeLinks.class ? judged.gap(set, JudgedLinks.Asked.ALL) : "none";
        row(set, name, judged, best, gap, run, all);
      } catch (Measured.Stopped e) {
        System.out.printf("%-14s %-12s %s%n", set.name(), name, e.reason());
      }
    }
  }

  private static void row(
      PersonSet set,
      String program,
      JudgedLinks judged,
      double from,
      String gap,
      Measured run,
      long all) {
    JudgedLinks.Quality quality = judged.from(from, set.allKnown());
    System.out.printf(
        Locale.ROOT,
        "%-14s %-12s %6.4f %6.4f %6.4f | %-12s | %,8.0f %,9.0f %,7.0f | %.3f%n",
        set.name(),
        program,
        quality.precision(),
        quality.recall(),
        quality.f1(),
        gap,
        all / run.wall(),
        all / run.cpu(),
        run.memory(),
        from);
  }

  private static long lines(Path file) throws IOException {
    try (var lines = Files.lines(file)) {
      return lines.count();
    }
  }
}
