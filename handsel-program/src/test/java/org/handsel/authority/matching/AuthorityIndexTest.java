package org.handsel.authority.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.handsel.authority.record.PersonRecord;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Links found by an index are those found by the file.
class AuthorityIndexTest {
  private static final List<String> SURNAMES =
      List.of("Moe", "Brekke", "Lindqvist", "Sund", "Haavik", "Eide", "Tangen", "Dahl", "Aas");
  private static final List<String> GIVEN =
      List.of("Astrid", "Olaf", "Ingrid", "Nils", "Marta", "Per", "Sofie", "Jon", "Anna", "Liv");

  @TempDir Path folder;

  private Path people(long seed, int count, String name) throws IOException {
    Random random = new Random(seed);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      int birth = 1800 + random.nextInt(120);
      lines.append(
          "{\"id\":\"%s%d\",\"name\":\"%s, %s %s\",\"birth\":\"%d\",\"death\":\"%d\",\"gender\":\"%s\"}\n"
              .formatted(
                  name,
                  i,
                  SURNAMES.get(random.nextInt(SURNAMES.size())) + random.nextInt(40),
                  GIVEN.get(random.nextInt(GIVEN.size())),
                  GIVEN.get(random.nextInt(GIVEN.size())).charAt(0),
                  birth,
                  birth + 40 + random.nextInt(50),
                  random.nextBoolean() ? "male" : "female"));
    }
    return Files.writeString(folder.resolve(name + ".jsonl"), lines);
  }

  private Path index(Path file) {
    Path index = folder.resolve(file.getFileName() + ".index");
    AuthorityIndex.build(List.of(file), index, Progress.NONE);
    return index;
  }

  private void link(Path persons, Path authority, String out) {
    Linking.run(
        new Linking.Order(persons, authority, Map.of(), Linking.CHOSEN, folder.resolve(out)),
        Progress.NONE);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2})
  void linksByIndexAreThoseByTheFile(long seed) throws IOException {
    Path authority = people(seed, 800, "a");
    Path persons = people(seed + 100, 300, "p");
    link(persons, authority, "file");
    link(persons, index(authority), "index");
    for (String name : List.of("links.tsv", "candidates.tsv")) {
      assertThat(folder.resolve("index").resolve(name))
          .hasSameTextualContentAs(folder.resolve("file").resolve(name));
    }
  }

  @Test
  void questionsToTheIndexHaveTheAnswersOfTheFile() throws IOException {
    Path authority = people(3, 500, "a");
    Linker file = Linker.open(authority);
    Linker mapped = Linker.open(index(authority));
    for (int i = 0; i < 40; i++) {
      PersonRecord asked =
          new PersonRecord(
              "",
              SURNAMES.get(i % SURNAMES.size()) + i + ", " + GIVEN.get(i % GIVEN.size()),
              "",
              List.of(),
              Integer.toString(1800 + i * 3),
              "",
              List.of(),
              "",
              "",
              List.of(),
              "");
      assertThat(mapped.candidates(asked, 5)).isEqualTo(file.candidates(asked, 5));
    }
  }

  @Test
  void sameFileGivesTheSameIndex() throws IOException {
    Path authority = people(4, 100, "a");
    byte[] first = Files.readAllBytes(index(authority));
    assertThat(Files.readAllBytes(index(authority))).isEqualTo(first);
  }

  @Test
  void recordsThatNoLinkMayLeadToAreKeptButNotFound() {
    Path library = Shared.root().resolve("samples/authority/library.xml");
    Path index = folder.resolve("library.index");
    AuthorityIndex.Summary summary = AuthorityIndex.build(List.of(library), index, Progress.NONE);
    assertThat(summary.records()).isEqualTo(10);
    assertThat(summary.linkable()).isEqualTo(8);
    PersonRecord eide =
        new PersonRecord(
            "", "Eide, Marta", "", List.of(), "", "", List.of(), "", "", List.of(), "");
    assertThat(Linker.open(index).candidates(eide, 5)).isEmpty();
  }

  @Test
  void indexOfAnotherVersionLinksNobody() throws IOException {
    Path authority = people(5, 50, "a");
    Path index = index(authority);
    try (RandomAccessFile file = new RandomAccessFile(index.toFile(), "rw")) {
      file.seek(8);
      file.write(77);
    }
    assertThatThrownBy(() -> link(authority, index, "out"))
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("format 77")
        .hasMessageContaining("Build it again");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void damagedFileGivesAnIndexOfTheRestAndSaysSo() throws IOException {
    byte[] whole = Files.readAllBytes(Shared.root().resolve("samples/authority/library.mrc"));
    Path cut = Files.write(folder.resolve("cut.mrc"), Arrays.copyOf(whole, whole.length - 30));
    AuthorityIndex.Summary summary =
        AuthorityIndex.build(List.of(cut), folder.resolve("cut.index"), Progress.NONE);
    assertThat(summary.records()).isEqualTo(9);
    assertThat(summary.exit().code()).isEqualTo(1);
    assertThat(summary.problems()).singleElement().asString().contains("fetch the file again");
  }

  @Test
  void repeatedIdsAndEmptyNamesInTheFileLinkNobodyWrongly() throws IOException {
    Path authority =
        Files.writeString(
            folder.resolve("odd.jsonl"),
            """
            {"id":"1","name":"Moe, Astrid","birth":"1872","death":"1941"}
            {"id":"1","name":"Brekke, Olaf","birth":"1858","death":"1930"}
            {"id":"2","name":""}
            {"id":"3","name":"Sund, Ingrid","birth":"0000-00-00","death":"0000-00-00"}
            """);
    Path persons =
        Files.writeString(
            folder.resolve("p.jsonl"),
            """
            {"id":"x","name":"Brekke, Olaf","birth":"1858","death":"1930"}
            {"id":"y","name":""}
            {"id":"z","name":"Moe, Astrid","birth":"1872","death":"1941"}
            """);
    Linking.Summary summary =
        Linking.run(
            new Linking.Order(persons, authority, Map.of(), Linking.CHOSEN, folder.resolve("out")),
            Progress.NONE);
    assertThat(Files.readAllLines(folder.resolve("out/links.tsv")).stream().skip(1))
        .extracting(line -> line.split("\t")[0] + ">" + line.split("\t")[1])
        .containsExactly("x>", "y>", "z>1");
    assertThat(summary.exit().code()).isEqualTo(1);
    assertThat(summary.problems())
        .anyMatch(problem -> problem.contains("the id 1 stands on a second record"))
        .anyMatch(problem -> problem.contains("2 has no name"));
  }
}
