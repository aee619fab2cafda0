package org.handsel.authority.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which records of small files are found to be one person.
class PersonGroupsTest {
  @TempDir Path folder;

  private PersonGroups.Summary find(Path file) {
    return PersonGroups.run(new PersonGroups.Order(file, Map.of(), folder), Progress.NONE);
  }

  private Path file(String... lines) throws IOException {
    return Files.write(folder.resolve("persons.csv"), List.of(lines));
  }

  private List<List<String>> rows() throws IOException {
    return Files.readAllLines(folder.resolve("groups.tsv")).stream()
        .skip(1)
        .map(line -> List.of(line.split("\t", -1)))
        .toList();
  }

  /// Ids of each group, with spaces between them.
  private List<String> groups() throws IOException {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    rows()
        .forEach(row -> groups.computeIfAbsent(row.get(0), n -> new ArrayList<>()).add(row.get(1)));
    return groups.values().stream().map(ids -> String.join(" ", ids)).toList();
  }

  @Test
  void visitorsAreFoundWhateverTheyWroteIntoTheBook() throws IOException {
    PersonGroups.Summary summary = find(Shared.root().resolve("samples/authority/visitors.csv"));
    assertThat(groups()).containsExactly("v01 v02 v03 v04", "v05 v06 v07", "v09 v10");
    assertThat(summary.problems()).isEmpty();
    assertThat(summary.records()).isEqualTo(13);
    assertThat(summary.grouped()).isEqualTo(9);
  }

  @Test
  void eachRowNamesTheRecordMostLikeItAndWhy() throws IOException {
    find(Shared.root().resolve("samples/authority/visitors.csv"));
    List<String> row =
        rows().stream().filter(cells -> cells.get(1).equals("v09")).findFirst().orElseThrow();
    assertThat(row.get(3)).isEqualTo("v10");
    assertThat(Double.parseDouble(row.get(4))).isGreaterThan(0.9);
    assertThat(row.get(5)).contains("Sund, Ingrid / Sundt, Ingrid", "birth 1890-11-02");
  }

  @Test
  void namesakesWhoLivedAtOtherTimesStayTwo() throws IOException {
    find(
        file(
            "id,name,birth,death",
            "a,\"Moe, Astrid\",1872,1941",
            "b,\"Moe, Astrid\",1924,2003",
            "c,\"Moe, Astrid\",,1941"));
    assertThat(groups()).containsExactly("a c");
  }

  @Test
  void oneLikenessDoesNotJoinWhatManyDifferencesPart() throws IOException {
    find(
        file(
            "id,name,birth",
            "a,\"Brekke, Olav\",1858-01-17",
            "b,\"Brekke, Olav\",1858-01-17",
            "c,\"Brekke, Olav\",",
            "d,\"Brekke, Olav\",1901-09-30",
            "e,\"Brekke, Olav\",1901-09-30"));
    assertThat(groups()).containsExactly("a b", "d e");
  }

  @Test
  void idsThatRepeatEmptyNamesAndNoDatesAreTold() throws IOException {
    PersonGroups.Summary summary =
        find(
            file(
                "id,name,birth",
                "a,\"Moe, Astrid\",0000-00-00",
                "a,\"Dahl, Sofie\",0000-00-00",
                "b,,0000-00-00",
                "c,\"Lien, Karl\",0000-00-00"));
    assertThat(groups()).isEmpty();
    assertThat(summary.records()).isEqualTo(2);
    assertThat(String.join("\n", summary.problems()))
        .contains("the id a stands on a second record", "name");
    assertThat(summary.exit().code()).isEqualTo(1);
  }

  @Test
  void aFileWithoutPersonsIsRefused() {
    Path missing = folder.resolve("nowhere.csv");
    assertThatThrownBy(() -> find(missing))
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("nowhere.csv");
  }

  @Test
  void threadsDoNotMatter() throws IOException {
    String[] lines =
        IntStream.range(0, 1_500)
            .mapToObj(i ->
                "p%d,\"%s, %s\",%d"
                    .formatted(
                        i,
                        List.of("Moe", "Dahl", "Lien", "Brekke", "Sund", "Aas", "Vik").get(i % 7)
                            + (char) ('a' + i % 11),
                        List.of("Olav", "Astrid", "Ingrid", "Karl", "Sofie").get(i % 5),
                        1800 + i % 97))
            .toArray(String[]::new);
    List<String> all = new ArrayList<>(List.of("id,name,birth"));
    all.addAll(List.of(lines));
    Path file = file(all.toArray(String[]::new));
    find(file);
    String alone = Files.readString(folder.resolve("groups.tsv"));
    try (ForkJoinPool pool = new ForkJoinPool(1)) {
      pool.submit(() -> find(file)).join();
    }
    assertThat(folder.resolve("groups.tsv")).content().isEqualTo(alone).isNotEmpty();
  }
}
