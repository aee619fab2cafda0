package org.handsel.authority.matching;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.handsel.platform.Progress;
import org.handsel.testing.CaseTable;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Links against what is known of real persons; rows without an answer are not judged.
@Tag("data")
class RealPersonsIT {
  @TempDir Path out;

  /// By the sets' own numbers, and for the set whose numbers were looked at one by one also with
  /// those corrected; `pataky-adjudicated.tsv` gives the reason for each.
  @ParameterizedTest
  @CsvSource({
    "pmb, 0.957, 0.957",
    "akademie, 0.91, 0.91",
    "thun, 0.81, 0.81",
    "oeml, 0.85, 0.85",
    "pataky, 0.80, 0.858"
  })
  void germanSetsFindTheirRecords(String set, double wanted, double corrected) throws IOException {
    Linking.run(
        new Linking.Order(
            Shared.data("persons/german/B_" + set + ".jsonl"),
            Shared.data("persons/german/A_de_authority.jsonl"),
            Map.of(),
            0.95,
            out),
        Progress.NONE);
    List<String> gold = Files.readAllLines(Shared.data("persons/german/gold_" + set + ".tsv"));
    List<String> links = Files.readAllLines(out.resolve("links.tsv"));
    assertThat(links).hasSize(gold.size() + 1);
    double raw = f1(gold, links, Map.of());
    double adjudicated =
        set.equals("pataky") ? f1(gold, links, verdicts("pataky-adjudicated.tsv")) : raw;
    System.out.printf("%s: F1 %.4f, adjudicated %.4f%n", set, raw, adjudicated);
    assertThat(raw).as("F1").isGreaterThan(wanted);
    assertThat(adjudicated).as("F1, adjudicated").isGreaterThan(corrected);
  }

  /// A person whose record stands in the file twice is found with either; one whose number is a
  /// slip is not judged, unless another record was seen to be the right one.
  private static double f1(List<String> gold, List<String> links, Map<String, String> verdicts) {
    Map<String, Set<String>> corrected = new HashMap<>();
    verdicts.forEach((pair, verdict) -> {
      if (verdict.equals("same")) {
        String[] ids = pair.split(" ", -1);
        corrected.computeIfAbsent(ids[0], person -> new HashSet<>()).add(ids[1]);
      }
    });
    int right = 0;
    int wrong = 0;
    int known = 0;
    for (int i = 0; i < gold.size(); i++) {
      String[] truth = gold.get(i).split("\t", -1);
      Set<String> records = new HashSet<>(corrected.getOrDefault(truth[0], Set.of()));
      boolean slip = "other".equals(verdicts.get(truth[0] + " " + truth[1]));
      if (truth[2].equals("IN_A") && !slip) {
        records.add(truth[1]);
      }
      if (truth[2].equals("UNKNOWN") || slip && records.isEmpty()) {
        continue;
      }
      known += records.isEmpty() ? 0 : 1;
      String[] link = links.get(i + 1).split("\t", -1);
      if (!link[1].isEmpty() && Double.parseDouble(link[2]) >= 0.5) {
        boolean same = records.contains(link[1]);
        right += same ? 1 : 0;
        wrong += same ? 0 : 1;
      }
    }
    return 2.0 * right / (right + wrong + known);
  }

  /// Verdicts by "person record".
  private static Map<String, String> verdicts(String table) throws IOException {
    Map<String, String> verdicts = new HashMap<>();
    CaseTable.rows("authority/" + table)
        .forEach(row -> {
          verdicts.put(row.get(0) + " " + row.get(1), row.get(2));
          assertThat(row.get(2)).isIn("same", "other", "open");
          assertThat(row.get(3)).isNotBlank();
        });
    return verdicts;
  }

  private static Map<String, CsvRow> rows(String museum) throws IOException {
    Map<String, CsvRow> rows = new HashMap<>();
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(Shared.data("persons/museums/" + museum + ".csv"))) {
      csv.forEach(row ->
          rows.put(row.getField("id"), new CsvRow(row.getField("ulan"), row.getField("qid"))));
    }
    return rows;
  }

  private record CsvRow(String ulan, String qid) {
    private static boolean same(String a, String b) {
      return !a.isEmpty() && a.equals(b);
    }

    private static boolean differ(String a, String b) {
      return !a.isEmpty() && !b.isEmpty() && !a.equals(b);
    }

    boolean same(CsvRow other) {
      return same(ulan, other.ulan) || same(qid, other.qid);
    }

    boolean differs(CsvRow other) {
      return differ(ulan, other.ulan) || differ(qid, other.qid);
    }
  }

  private record Museums(double f1, double acceptedPrecision, double acceptedRecall) {}

  private Museums museums(Map<String, String> verdicts) throws IOException {
    Map<String, CsvRow> moma = rows("moma");
    Map<String, CsvRow> nga = rows("nga");
    Set<String> conflicts = new HashSet<>();
    int pairs = 0;
    Set<String> persons = new HashSet<>();
    for (String line : Files.readAllLines(Shared.data("persons/museums/gold_moma_nga.csv"))) {
      String[] cells = line.split(",", -1);
      boolean right = cells[cells.length - 1].startsWith("pos");
      if (!right) {
        conflicts.add(cells[1] + " " + cells[3]);
      }
      if (right && !"other".equals(verdicts.get(cells[1] + " " + cells[3]))) {
        pairs++;
        persons.add(cells[1]);
      }
    }
    verdicts.forEach((pair, verdict) -> {
      if (verdict.equals("same")) {
        persons.add(pair.substring(0, pair.indexOf(' ')));
      }
    });
    // Who stands in the other museum's file twice is found with either.
    int known = verdicts.isEmpty() ? pairs : persons.size();
    int[] right = {0, 0};
    int[] wrong = {0, 0};
    for (String line : Files.readAllLines(out.resolve("links.tsv")).stream().skip(1).toList()) {
      String[] link = line.split("\t", -1);
      if (link[1].isEmpty()) {
        continue;
      }
      CsvRow a = Objects.requireNonNull(moma.get(link[0]));
      CsvRow b = Objects.requireNonNull(nga.get(link[1]));
      String verdict = verdicts.getOrDefault(link[0] + " " + link[1], "");
      boolean same = verdict.equals("same") || !verdict.equals("other") && a.same(b);
      // Pairs without numbers of one kind are not judged, nor such whose numbers contradict.
      if (conflicts.contains(link[0] + " " + link[1])
          || verdict.isEmpty() && !same && !a.differs(b)) {
        continue;
      }
      boolean accepted = link[3].equals("accept");
      if (Double.parseDouble(link[2]) >= 0.5) {
        right[0] += same ? 1 : 0;
        wrong[0] += same ? 0 : 1;
      }
      right[1] += accepted && same ? 1 : 0;
      wrong[1] += accepted && !same ? 1 : 0;
    }
    return new Museums(
        2.0 * right[0] / (right[0] + wrong[0] + known),
        right[1] / (double) (right[1] + wrong[1]),
        right[1] / (double) known);
  }

  /// Once by the museums' own numbers as they are, and once with those pairs corrected that were
  /// looked at one by one; `moma-nga-adjudicated.tsv` gives the reason for each.
  @Test
  void makersOfAMuseumFindThemselvesInAnother() throws IOException {
    Linking.run(
        new Linking.Order(
            Shared.data("persons/museums/moma.csv"),
            Shared.data("persons/museums/nga.csv"),
            Map.of(),
            Linking.CHOSEN,
            out),
        Progress.NONE);
    Museums raw = museums(Map.of());
    Museums adjudicated = museums(verdicts("moma-nga-adjudicated.tsv"));
    System.out.println("raw " + raw + ", adjudicated " + adjudicated);
    assertThat(raw.f1).isGreaterThanOrEqualTo(0.992);
    assertThat(raw.acceptedPrecision).isGreaterThanOrEqualTo(0.995);
    assertThat(raw.acceptedRecall).isGreaterThanOrEqualTo(0.96);
    assertThat(adjudicated.f1).isGreaterThanOrEqualTo(0.995);
    assertThat(adjudicated.acceptedPrecision).isGreaterThanOrEqualTo(0.995);
    assertThat(adjudicated.acceptedRecall).isGreaterThanOrEqualTo(0.96);
  }
}
