package org.handsel.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.handsel.authority.matching.Linking;
import org.handsel.platform.Progress;

/// Links real persons whose records are known, and prints precision, recall and F1 of all links
/// from a probability of .5 on, those of a third of the persons that no rule was chosen by (by hash
/// of their id), F1 where records that a set's makers call doubtful count as right, too, precision
/// and recall of the accepted links, and how far probabilities are from what is observed: of all
/// pairs, of those of persons who have a record, and of which of several shown is the person's.
/// Persons whose record is not known are not judged. The long form adds made-up sets of 200,000
/// records and a million.
final class PersonLinking {
  private PersonLinking() {}

  public static void main(String[] args) throws IOException {
    List<PersonSet> sets = new ArrayList<>();
    sets.add(PersonSet.museums());
    for (String set : PersonSet.GERMAN) {
      sets.add(PersonSet.german(set));
    }
    Path scratch = Places.scratch();
    if (args[0].equals("long")) {
      for (int records : new int[] {200_000, 1_000_000}) {
        sets.add(
            PersonSet.madeUp(scratch.resolve(Integer.toString(records)), records, records / 10));
      }
    }
    System.out.printf(
        "%-15s %7s %7s %7s | %-11s | %-7s | %-8s %-8s | %-12s %-14s %-14s | %9s %6s%n",
        "set",
        "P",
        "R",
        "F1",
        "F1 held out",
        "doubted",
        "accept P",
        "accept R",
        "worst gap",
        "of who has one",
        "of those shown",
        "records/s",
        "MB");
    for (PersonSet set : sets) {
      measure(set);
    }
    Places.remove(scratch);
  }

  private static void measure(PersonSet set) throws IOException {
    Path out = Places.scratch();
    double cpu = Figure.cpuSeconds();
    Linking.Summary summary =
        Linking.run(
            new Linking.Order(set.persons(), set.records(), Map.of(), Linking.CHOSEN, out),
            Progress.NONE);
    cpu = Figure.cpuSeconds() - cpu;
    Runtime runtime = Runtime.getRuntime();
    long used = runtime.totalMemory() - runtime.freeMemory() >> 20;
    JudgedLinks judged = JudgedLinks.handsel(out, set);
    String doubted = "-";
    if (PersonSet.GERMAN.contains(set.name())) {
      PersonSet also = PersonSet.german(set.name(), true);
      JudgedLinks both = JudgedLinks.handsel(out, also);
      doubted = "%.4f".formatted(both.from(.5, also.allKnown()).f1());
    }
    Places.remove(out);
    JudgedLinks.Quality all = judged.from(.5, set.allKnown());
    JudgedLinks.Quality accepted = judged.accepted(set.allKnown());
    System.out.printf(
        Locale.ROOT,
        "%-15s %7.4f %7.4f %7.4f | %11.4f | %7s | %8.4f %8.4f | %-12s %-14s %-14s | %9.0f %6d%n",
        set.name(),
        all.precision(),
        all.recall(),
        all.f1(),
        judged.heldOut(.5, set.known()[1]).f1(),
        doubted,
        accepted.precision(),
        accepted.recall(),
        judged.gap(set, JudgedLinks.Asked.ALL),
        judged.gap(set, JudgedLinks.Asked.HAVING),
        judged.gap(set, JudgedLinks.Asked.GIVEN_SHOWN),
        (summary.persons() + summary.records()) / cpu,
        used);
  }
}
