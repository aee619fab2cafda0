package org.handsel.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.handsel.authority.matching.AuthorityIndex;
import org.handsel.authority.matching.Linking;
import org.handsel.platform.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Links that many machines make are those of one.
class LinkJobTest {
  private static final StageLog SILENT =
      new StageLog(new PrintStream(OutputStream.nullOutputStream()), 60);

  @TempDir Path folder;

  private Linking.Summary cluster(int partitions, Path persons, Path... authority)
      throws IOException {
    try (Session session = Session.open("local[2]", partitions, List.of(), SILENT)) {
      return new LinkJob(
              session,
              new LinkJob.Order(
                  List.of(persons),
                  List.of(authority),
                  Map.of(),
                  Linking.CHOSEN,
                  folder.resolve("out").toString(),
                  150))
          .run();
    }
  }

  private Linking.Summary local(Path persons, Path authority) {
    return Linking.run(
        new Linking.Order(persons, authority, Map.of(), Linking.CHOSEN, folder.resolve("local")),
        Progress.NONE);
  }

  private void same() {
    for (String table : List.of("links.tsv", "candidates.tsv")) {
      assertThat(folder.resolve("out").resolve(table))
          .hasSameBinaryContentAs(folder.resolve("local").resolve(table));
    }
    assertThat(folder.resolve("out/.work")).doesNotExist();
  }

  @ParameterizedTest(name = "{0} partitions")
  @ValueSource(ints = {1, 2, 7})
  void linksAreThoseOfTheLocalEngine(int partitions) throws IOException {
    MadePersons made = MadePersons.write(folder, 11, 2_000, 0);
    Linking.Summary expected = local(made.persons(), made.authority());
    assertThat(expected.accepted()).isGreaterThan(300);
    assertThat(cluster(partitions, made.persons(), made.authority())).isEqualTo(expected);
    same();
    try (Session session = Session.open("local[2]", 2, List.of(), SILENT)) {
      assertThat(
              session
                  .spark()
                  .read()
                  .parquet(folder.resolve("out/parquet/links").toString())
                  .count())
          .isEqualTo(expected.persons());
    }
  }

  @Test
  void aNameThatManyShareChangesNothing() throws IOException {
    MadePersons made = MadePersons.write(folder, 12, 2_000, 200);
    Linking.Summary expected = local(made.persons(), made.authority());
    assertThat(cluster(5, made.persons(), made.authority())).isEqualTo(expected);
    same();
  }

  @Test
  void theOrderOfPersonsChangesNothing() throws IOException {
    MadePersons made = MadePersons.write(folder, 16, 2_000, 40);
    List<String> lines = new ArrayList<>(Files.readAllLines(made.persons()));
    // Words that no record has.
    for (int i = 0; i < 300; i++) {
      lines.add(
          "{\"id\":\"o%d\",\"name\":\"Xy%s, Qu%s\"}"
              .formatted(i, Integer.toString(i * 7, 26), Integer.toString(i * 11 + 999, 26)));
    }
    List<List<String>> rows = new ArrayList<>();
    for (int order = 0; order < 3; order++) {
      Files.write(made.persons(), lines);
      local(made.persons(), made.authority());
      cluster(1 + order * 3, made.persons(), made.authority());
      same();
      List<String> sorted = new ArrayList<>();
      for (String table : List.of("links.tsv", "candidates.tsv")) {
        sorted.addAll(Files.readAllLines(folder.resolve("out").resolve(table)));
      }
      rows.add(sorted.stream().sorted().toList());
      Collections.shuffle(lines, new Random(16 + order));
    }
    assertThat(rows.get(1)).isEqualTo(rows.get(0));
    assertThat(rows.get(2)).isEqualTo(rows.get(0));
  }

  @Test
  void anIndexGivesTheSame() throws IOException {
    MadePersons made = MadePersons.write(folder, 13, 500, 0);
    Path index = folder.resolve("authority.index");
    AuthorityIndex.build(List.of(made.authority()), index, Progress.NONE);
    local(made.persons(), made.authority());
    cluster(3, made.persons(), index);
    same();
  }

  @Test
  void anIdThatStandsInTwoPartsIsNamedWithThePart() throws IOException {
    MadePersons made = MadePersons.write(folder, 14, 300, 0);
    Path second =
        Files.write(
            folder.resolve("second-part.jsonl"),
            List.of("{\"id\":\"r5\",\"name\":\"Somebody, Else\"}"));
    Linking.Summary summary = cluster(2, made.persons(), made.authority(), second);
    assertThat(summary.exit().code()).isEqualTo(1);
    assertThat(summary.problems())
        .singleElement()
        .asString()
        .contains("second-part.jsonl: the id r5 stands on a second record");
  }

  @Test
  void linesThatAreNoPersonsAreNamed() throws IOException {
    MadePersons made = MadePersons.write(folder, 15, 300, 0);
    List<String> lines = new ArrayList<>(Files.readAllLines(made.persons()));
    lines.add(2, "{broken");
    Files.write(made.persons(), lines);
    Linking.Summary summary = cluster(2, made.persons(), made.authority());
    assertThat(summary.problems()).singleElement().asString().contains("persons.jsonl, line 3");
    assertThat(summary).isEqualTo(local(made.persons(), made.authority()));
    same();
  }
}
