package org.handsel.authority.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.handsel.platform.Progress;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Links against what is known of real persons; rows without an answer are not judged.
@Tag("data")
class RealPersonsIT {
  @TempDir Path out;

  @ParameterizedTest
  @CsvSource({"pmb, 0.95", "akademie, 0.90", "thun, 0.79", "oeml, 0.84", "pataky, 0.77"})
  void germanSetsFindTheirRecords(String set, double wanted) throws IOException {
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
    int right = 0;
    int wrong = 0;
    int known = 0;
    for (int i = 0; i < gold.size(); i++) {
      String[] truth = gold.get(i).split("\t", -1);
      String[] link = links.get(i + 1).split("\t", -1);
      if (truth[2].equals("UNKNOWN")) {
        continue;
      }
      known += truth[2].equals("IN_A") ? 1 : 0;
      if (!link[1].isEmpty() && Double.parseDouble(link[2]) >= 0.5) {
        boolean same = truth[2].equals("IN_A") && truth[1].equals(link[1]);
        right += same ? 1 : 0;
        wrong += same ? 0 : 1;
      }
    }
    assertThat(2.0 * right / (right + wrong + known)).as("F1").isGreaterThan(wanted);
  }
}
