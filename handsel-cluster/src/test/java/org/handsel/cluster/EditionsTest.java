package org.handsel.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.handsel.authority.matching.Linking;
import org.handsel.platform.Tsv;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One person in several editions meets in one authority record, with the evidence of all editions.
class EditionsTest {
  private static final StageLog SILENT =
      new StageLog(new PrintStream(OutputStream.nullOutputStream()), 60);

  @TempDir Path folder;
  private final List<Path> editions = new ArrayList<>();
  private Path authority = Path.of("");

  private static String person(String id, String name, String birth, String death, String item) {
    return "{\"id\":\"%s\",\"name\":\"%s\",\"birth\":\"%s\",\"death\":\"%s\",\"identifiers\":{%s}}"
        .formatted(id, name, birth, death, item.isEmpty() ? "" : "\"wikidata\":\"" + item + "\"");
  }

  /// Made persons around those who are looked at, so that there is something to learn from.
  @BeforeEach
  void write() throws IOException {
    MadePersons made = MadePersons.write(folder, 51, 1_500, 0);
    List<String> german = new ArrayList<>(Files.readAllLines(made.persons()));
    german.addFirst(person("de:Moe", "Mollvik, Astrid Torgunn", "1866", "1931", "Q11"));
    german.add(person("de:Sohn", "Halvorsen, Peder", "1840", "", "Q12"));
    german.add(person("de:Alone", "Mollvik, Ragna", "1880", "1950", ""));
    editions.add(Files.write(folder.resolve("de.jsonl"), german));
    // The other editions know neither years nor the whole name.
    editions.add(
        Files.write(
            folder.resolve("en.jsonl"),
            List.of(
                person("en:Moe", "Astrid Mollvik", "", "", "Q11"),
                person("en:Sohn", "Peder Halvorsen", "1899", "1960", "Q12"),
                person("en:Other", "Nobody Atall", "", "", "Q13"))));
    editions.add(
        Files.write(
            folder.resolve("nb.jsonl"),
            List.of(
                person("nb:Again", "Mollvik, A.", "", "1931", "Q11"),
                person("nb:Moe", "Astrid T. Mollvik", "1866", "", "Q11"))));
    List<String> records = new ArrayList<>(Files.readAllLines(made.authority()));
    records.add(person("g1", "Mollvik, Astrid Torgunn", "1866", "1931", ""));
    records.add(person("g2", "Mollvik, Astrid", "1702", "1760", ""));
    records.add(person("g3", "Mollvik, Astrid", "1901", "1970", ""));
    records.add(person("g4", "Halvorsen, Peder", "1840", "1902", ""));
    records.add(person("g5", "Mollvik, Ragna", "1880", "1950", ""));
    authority = Files.write(folder.resolve("library.jsonl"), records);
  }

  private Linking.Summary link(int partitions, @Nullable String scheme, String out)
      throws IOException {
    try (Session session = Session.open("local[2]", partitions, List.of(), SILENT)) {
      return new LinkJob(
              session,
              new LinkJob.Order(
                  editions,
                  List.of(authority),
                  Map.of(),
                  Linking.CHOSEN,
                  folder.resolve(out).toString(),
                  100,
                  scheme))
          .run();
    }
  }

  private Map<String, List<String>> rows(String out) throws IOException {
    Map<String, List<String>> rows = new HashMap<>();
    for (String line : Files.readAllLines(folder.resolve(out).resolve("links.tsv"))) {
      List<String> cells = Tsv.cells(line);
      rows.put(cells.getFirst(), cells);
    }
    return rows;
  }

  private static List<String> row(Map<String, List<String>> rows, String id) {
    return Objects.requireNonNull(rows.get(id), id);
  }

  @Test
  void allEditionsGetTheRecordThatTheirEvidenceTogetherLeadsTo() throws IOException {
    link(3, null, "alone");
    assertThat(row(rows("alone"), "en:Moe").get(3)).as("by itself").isNotEqualTo("accept");
    Linking.Summary summary = link(3, "wikidata", "out");
    Map<String, List<String>> rows = rows("out");
    for (String article : List.of("de:Moe", "en:Moe", "nb:Again", "nb:Moe")) {
      assertThat(row(rows, article).subList(1, 5))
          .as(article)
          .isEqualTo(row(rows, "de:Moe").subList(1, 5))
          .startsWith("g1");
    }
    assertThat(row(rows, "de:Moe").get(3)).isEqualTo("accept");
    assertThat(row(rows, "de:Alone").subList(1, 2)).containsExactly("g5");
    assertThat(summary.persons()).isEqualTo(rows.size() - 1);
    assertThat(folder.resolve("out/same.tsv"))
        .content()
        .contains("Q11\tde:Moe|en:Moe|nb:Again|nb:Moe\tg1\t");
    assertThat(folder.resolve("out/.work")).doesNotExist();
  }

  @Test
  void editionsThatContradictEachOtherAreForPeopleToLookAt() throws IOException {
    link(2, "wikidata", "out");
    Map<String, List<String>> rows = rows("out");
    assertThat(row(rows, "de:Sohn").get(3)).isNotEqualTo("accept");
    assertThat(row(rows, "en:Sohn").subList(1, 5)).isEqualTo(row(rows, "de:Sohn").subList(1, 5));
    assertThat(folder.resolve("out/same.tsv"))
        .content()
        .containsPattern("Q12\tde:Sohn\\|en:Sohn\t.*\tbirth\n");
  }

  @ParameterizedTest(name = "{0} partitions")
  @ValueSource(ints = {1, 7})
  void rowsStandInTheOrderOfTheFilesHoweverManyPartitionsThereAre(int partitions)
      throws IOException {
    link(2, "wikidata", "two");
    link(partitions, "wikidata", "out");
    for (String table : List.of("links.tsv", "candidates.tsv", "same.tsv")) {
      assertThat(folder.resolve("out").resolve(table))
          .isNotEmptyFile()
          .hasSameBinaryContentAs(folder.resolve("two").resolve(table));
    }
    List<String> wanted = new ArrayList<>();
    for (Path edition : editions) {
      for (String line : Files.readAllLines(edition)) {
        wanted.add(line.replaceFirst("^\\{\"id\":\"([^\"]*)\".*", "$1"));
      }
    }
    assertThat(
            Files.readAllLines(folder.resolve("out/links.tsv")).stream()
                .skip(1)
                .map(line -> Tsv.cells(line).getFirst()))
        .isEqualTo(wanted);
  }
}
