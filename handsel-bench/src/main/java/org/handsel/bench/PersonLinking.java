package org.handsel.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.handsel.authority.matching.Linking;
import org.handsel.platform.Progress;
import org.jspecify.annotations.Nullable;

/// Links real persons whose records are known, and prints precision, recall and F1 of all links
/// from a probability of .5 on, those of a third of the persons that no rule was chosen by (by hash
/// of their id), precision and recall of the accepted links, and how far probabilities are from
/// what is observed. Persons whose record is not known are not judged.
final class PersonLinking {
  private static final int ENOUGH = 200;
  private static final double[] BANDS = {.02, .1, .3, .5, .7, .8, .9, .95, .99, 1.01};

  private PersonLinking() {}

  /// One judged candidate.
  ///
  /// @param right whether it is the person's record; null where that is not known
  private record Judged(
      String person, double probability, String decision, boolean first, @Nullable Boolean right) {}

  /// Says whether a record is that of a person.
  private interface Truth {
    @Nullable Boolean same(int row, String person, String record);
  }

  public static void main(String[] args) throws IOException {
    List<String> sets = List.of("museums", "pmb", "akademie", "thun", "oeml", "pataky");
    System.out.printf(
        "%-9s %7s %7s %7s | %-11s | %-8s %-8s | %-9s | %9s %6s%n",
        "set",
        "P",
        "R",
        "F1",
        "F1 held out",
        "accept P",
        "accept R",
        "worst gap",
        "records/s",
        "MB");
    for (String set : sets) {
      if (set.equals("museums")) {
        museums();
      } else {
        german(set);
      }
    }
  }

  private static void german(String set) throws IOException {
    List<String> gold = Files.readAllLines(Places.shared("persons/german/gold_" + set + ".tsv"));
    List<String[]> truths = gold.stream().map(line -> line.split("\t", -1)).toList();
    int[] known = new int[2];
    for (String[] truth : truths) {
      if (truth[2].equals("IN_A")) {
        known[held(truth[0]) ? 1 : 0]++;
      }
    }
    measure(
        set,
        Places.shared("persons/german/B_" + set + ".jsonl"),
        Places.shared("persons/german/A_de_authority.jsonl"),
        (row, person, record) -> {
          String[] truth = truths.get(row);
          return truth[2].equals("UNKNOWN")
              ? null
              : truth[2].equals("IN_A") && truth[1].equals(record);
        },
        known);
  }

  private static void museums() throws IOException {
    Path moma = Places.shared("persons/museums/moma.csv");
    Path nga = Places.shared("persons/museums/nga.csv");
    Map<String, NamedCsvRecord> persons = rows(moma);
    Map<String, NamedCsvRecord> records = rows(nga);
    Set<String> pairs = new HashSet<>();
    int[] known = new int[2];
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(Places.shared("persons/museums/gold_moma_nga.csv"))) {
      for (NamedCsvRecord row : reader) {
        if (row.getField("status").startsWith("pos")) {
          pairs.add(row.getField("id_a") + ">" + row.getField("id_b"));
          known[held(row.getField("id_a")) ? 1 : 0]++;
        }
      }
    }
    measure(
        "museums",
        moma,
        nga,
        (row, person, record) ->
            pairs.contains(person + ">" + record)
                ? Boolean.TRUE
                : differ(persons.get(person), records.get(record)),
        known);
  }

  /// False where both have an identifier of one kind and they differ, unknown otherwise.
  private static @Nullable Boolean differ(@Nullable NamedCsvRecord a, @Nullable NamedCsvRecord b) {
    if (a == null || b == null) {
      return null;
    }
    boolean comparable = false;
    boolean equal = false;
    for (String scheme : List.of("ulan", "qid")) {
      String first = a.getField(scheme);
      String second = b.getField(scheme);
      if (!first.isEmpty() && !second.isEmpty()) {
        comparable = true;
        equal |= first.equals(second);
      }
    }
    // Equal by one identifier and different by the other: the sources contradict each other.
    return comparable && !equal ? Boolean.FALSE : null;
  }

  private static Map<String, NamedCsvRecord> rows(Path file) throws IOException {
    Map<String, NamedCsvRecord> rows = new HashMap<>();
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : reader) {
        rows.put(row.getField("id"), row);
      }
    }
    return rows;
  }

  private static void measure(String set, Path persons, Path records, Truth truth, int[] known) {
    Path out = Places.scratch();
    double cpu = Figure.cpuSeconds();
    Linking.Summary summary =
        Linking.run(
            new Linking.Order(persons, records, Map.of(), Linking.CHOSEN, out), Progress.NONE);
    cpu = Figure.cpuSeconds() - cpu;
    Runtime runtime = Runtime.getRuntime();
    long used = runtime.totalMemory() - runtime.freeMemory() >> 20;
    List<Judged> judged = judged(out, truth);
    Places.remove(out);
    double[] all = quality(judged, .5, "", -1, known[0] + known[1]);
    double[] heldOut = quality(judged, .5, "", 1, known[1]);
    double[] accepted = quality(judged, 0, "accept", -1, known[0] + known[1]);
    System.out.printf(
        Locale.ROOT,
        "%-9s %7.4f %7.4f %7.4f | %11.4f | %8.4f %8.4f | %-9s | %9.0f %6d%n",
        set,
        all[0],
        all[1],
        all[2],
        heldOut[2],
        accepted[0],
        accepted[1],
        gap(judged),
        (summary.persons() + summary.records()) / cpu,
        used);
  }

  private static List<Judged> judged(Path out, Truth truth) {
    try {
      List<Judged> judged = new ArrayList<>();
      List<String> links = Files.readAllLines(out.resolve("links.tsv"));
      Map<String, Integer> rows = new HashMap<>();
      for (int row = 0; row + 1 < links.size(); row++) {
        String[] link = links.get(row + 1).split("\t", -1);
        rows.put(link[0], row);
        if (!link[1].isEmpty()) {
          judged.add(one(link, row, true, truth));
        }
      }
      for (String line :
          Files.readAllLines(out.resolve("candidates.tsv")).stream().skip(1).toList()) {
        String[] link = line.split("\t", -1);
        judged.add(one(link, rows.getOrDefault(link[0], 0), false, truth));
      }
      return judged;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Judged one(String[] link, int row, boolean first, Truth truth) {
    Boolean right = truth.same(row, link[0], link[1]);
    return new Judged(link[0], Double.parseDouble(link[2]), link[3], first, right);
  }

  /// Precision, recall and F1 of first links.
  private static double[] quality(
      List<Judged> judged, double least, String decision, int part, int known) {
    int right = 0;
    int wrong = 0;
    for (Judged link : judged) {
      if (link.first
          && link.right != null
          && link.probability >= least
          && (decision.isEmpty() || link.decision.equals(decision))
          && (part < 0 || held(link.person) == (part == 1))) {
        right += link.right ? 1 : 0;
        wrong += link.right ? 0 : 1;
      }
    }
    double precision = right / (double) Math.max(1, right + wrong);
    double recall = right / (double) Math.max(1, known);
    return new double[] {precision, recall, 2.0 * right / Math.max(1, right + wrong + known)};
  }

  /// Largest difference of predicted and observed in points, over bands with enough pairs.
  private static String gap(List<Judged> judged) {
    double worst = -1;
    for (int band = 0; band + 1 < BANDS.length; band++) {
      double predicted = 0;
      double observed = 0;
      int pairs = 0;
      for (Judged link : judged) {
        if (link.right != null
            && link.probability >= BANDS[band]
            && link.probability < BANDS[band + 1]) {
          predicted += link.probability;
          observed += link.right ? 1 : 0;
          pairs++;
        }
      }
      if (pairs >= ENOUGH) {
        worst = Math.max(worst, 100 * Math.abs(predicted - observed) / pairs);
      }
    }
    return worst < 0 ? "-" : String.format(Locale.ROOT, "%.1f", worst);
  }

  private static boolean held(String id) {
    int hash = id.hashCode();
    hash = (hash ^ hash >>> 16) * 0x45d9f3b;
    return Integer.remainderUnsigned(hash ^ hash >>> 13, 3) == 2;
  }
}
