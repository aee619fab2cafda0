package org.handsel.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.handsel.authority.matching.AuthorityIndex;
import org.handsel.authority.matching.Linker;
import org.handsel.authority.matching.Linking;
import org.handsel.authority.record.PersonFiles;
import org.handsel.authority.record.PersonRecord;
import org.handsel.platform.Progress;

/// One step of linking in a process of its own, so that its time and memory are its own: `index
/// FILE INDEX`, `link PERSONS AUTHORITY FOLDER`, `ask PERSONS INDEX`.
final class LinkingStep {
  private static final int ASKED = 3_000;
  private static final int FIRST = 500;

  private LinkingStep() {}

  public static void main(String[] args) throws IOException {
    switch (args[0]) {
      case "index" ->
          AuthorityIndex.build(List.of(Path.of(args[1])), Path.of(args[2]), Progress.NONE);
      case "link" ->
          Linking.run(
              new Linking.Order(
                  Path.of(args[1]), Path.of(args[2]), Map.of(), Linking.CHOSEN, Path.of(args[3])),
              Progress.NONE);
      case "ask" -> ask(Path.of(args[1]), Path.of(args[2]));
      default -> throw new IllegalArgumentException(args[0]);
    }
    Measured.sayMemory();
  }

  /// Opens an index and asks it for persons, one after another, as a service is asked.
  private static void ask(Path persons, Path index) {
    List<PersonRecord> asked = new java.util.ArrayList<>();
    PersonFiles.read(
        persons,
        Map.of(),
        person -> {
          if (asked.size() < ASKED) {
            asked.add(person);
          }
        });
    long begin = System.nanoTime();
    Linker linker = Linker.open(index);
    double open = (System.nanoTime() - begin) / 1e9;
    double[] millis = new double[asked.size()];
    for (int i = 0; i < millis.length; i++) {
      long from = System.nanoTime();
      linker.candidates(asked.get(i), 10);
      millis[i] = (System.nanoTime() - from) / 1e6;
    }
    int first = Math.min(FIRST, millis.length / 2);
    System.out.printf(
        Locale.ROOT,
        "asked %.3f %.2f %.2f %.2f%n",
        open,
        quantile(millis, 0, first, .95),
        quantile(millis, first, millis.length, .5),
        quantile(millis, first, millis.length, .95));
  }

  private static double quantile(double[] millis, int from, int to, double share) {
    double[] sorted = Arrays.copyOfRange(millis, from, to);
    Arrays.sort(sorted);
    return sorted[(int) (share * (sorted.length - 1))];
  }
}
