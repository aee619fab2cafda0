package org.handsel.authority.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Small files of persons and what they are linked to.
class LinkingTest {
  @TempDir Path folder;

  private Linking.Summary link(Path persons, Path authority, Map<String, String> columns) {
    return Linking.run(
        new Linking.Order(persons, authority, columns, 0.95, folder.resolve("out")), Progress.NONE);
  }

  private List<String> links() throws IOException {
    return Files.readAllLines(folder.resolve("out/links.tsv")).stream()
        .skip(1)
        .map(line -> line.split("\t", -1)[0] + ">" + line.split("\t", -1)[1])
        .toList();
  }

  private Path file(String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), List.of(lines));
  }

  @Test
  void samplePersonsFindTheirRecords() throws IOException {
    Path samples = Shared.root().resolve("samples/authority");
    Linking.Summary summary =
        link(samples.resolve("persons.jsonl"), samples.resolve("library.jsonl"), Map.of());
    assertThat(links())
        .containsExactly("p1>118650130", "p2>100000010", "p3>100000037", "p4>", "p5>");
    assertThat(summary.problems()).isEmpty();
  }

  @Test
  void everyRowIsAnsweredInItsOrderAlsoWhereIdsRepeat() throws IOException {
    Path persons =
        file(
            "persons.jsonl",
            "{\"id\":\"b\",\"name\":\"Moe, Astrid\",\"birth\":\"1872\"}",
            "{\"id\":\"a\",\"name\":\"\"}",
            "{\"id\":\"b\",\"name\":\"Astrid Moe\",\"birth\":\"0000-00-00\"}");
    link(persons, Shared.root().resolve("samples/authority/library.jsonl"), Map.of());
    assertThat(links()).hasSize(3);
    assertThat(links().get(0)).startsWith("b>");
    assertThat(links().get(1)).isEqualTo("a>");
  }

  @Test
  void linesThatAreNoPersonsAreListedAndTheRestIsLinked() throws IOException {
    Path persons =
        file("persons.jsonl", "{broken", "{\"name\":\"X\"}", "{\"id\":\"a\",\"name\":\"X\"}");
    Linking.Summary summary =
        link(persons, Shared.root().resolve("samples/authority/library.jsonl"), Map.of());
    assertThat(summary.persons()).isEqualTo(1);
    assertThat(summary.problems()).hasSize(2).anyMatch(problem -> problem.contains("line 1"));
    assertThat(summary.exit().code()).isEqualTo(1);
  }

  @Test
  void columnsOfAnotherTableAreNamed() throws IOException {
    Path persons = file("persons.csv", "nr,wer,geb", "1,\"Brekke, Olav\",1858");
    link(
        persons,
        Shared.root().resolve("samples/authority/library.jsonl"),
        Map.of("id", "nr", "name", "wer", "birth", "geb"));
    assertThat(links()).containsExactly("1>100000010");
  }

  @Test
  void fileWithoutPersonsIsRefused() throws IOException {
    Path persons = file("persons.csv", "a,b", "1,2");
    Path library = Shared.root().resolve("samples/authority/library.jsonl");
    assertThatThrownBy(() -> link(persons, library, Map.of()))
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("--columns");
  }
}
