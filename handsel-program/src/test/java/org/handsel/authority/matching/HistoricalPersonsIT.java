package org.handsel.authority.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.handsel.authority.record.PersonFiles;
import org.handsel.platform.Progress;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Splink's 50,578 records of 5,156 historical persons, with slips and gaps. The made-up post codes
/// are left out.
@Tag("data")
class HistoricalPersonsIT {
  @TempDir Path folder;

  @Test
  void recordsOfOnePersonAreFound() throws IOException {
    Path file = Shared.data("persons/splink_historical_50k.csv.gz");
    PersonGroups.Summary summary =
        PersonGroups.run(
            new PersonGroups.Order(file, Map.of("id", "unique_id", "name", "full_name"), folder),
            Progress.NONE);
    assertThat(summary.problems()).isNotEmpty().allMatch(problem -> problem.contains("no name"));
    // The number of a record begins with that of its person.
    Map<String, Integer> persons = new HashMap<>();
    PersonFiles.read(
        file,
        Map.of("id", "unique_id"),
        record -> persons.merge(person(record.id()), 1, Integer::sum));
    Map<String, Integer> together = new HashMap<>();
    Map<String, Integer> groups = new HashMap<>();
    for (String line : Files.readAllLines(folder.resolve("groups.tsv")).stream().skip(1).toList()) {
      String[] cells = line.split("\t", -1);
      groups.merge(cells[0], 1, Integer::sum);
      together.merge(cells[0] + " " + person(cells[1]), 1, Integer::sum);
    }
    double f1 = 2.0 * pairs(together) / (pairs(groups) + pairs(persons));
    System.out.printf(
        "precision %.4f recall %.4f F1 %.4f%n",
        pairs(together) / (double) pairs(groups), pairs(together) / (double) pairs(persons), f1);
    assertThat(pairs(persons)).isEqualTo(303_961);
    assertThat(f1).as("F1 of pairs").isGreaterThan(0.855);
  }

  private static String person(String id) {
    return id.substring(0, id.indexOf('-'));
  }

  private static long pairs(Map<String, Integer> sizes) {
    return sizes.values().stream().mapToLong(size -> size * (size - 1L) / 2).sum();
  }
}
