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
import org.handsel.readiness.audit.AuditRun;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// On real data both engines write the same bytes, into however many parts the work is cut, and the
/// same rows in whatever order persons come. The short form takes each set in one number of parts,
/// which its place and the seed draw; the long one (`handsel.long`) in all of them.
@Tag("data")
class SharedSetsIT {
  private static final StageLog SILENT =
      new StageLog(new PrintStream(OutputStream.nullOutputStream()), 60);

  private static final int[] PARTITIONS = {1, 2, 7};
  private static final int SEED = 3;

  @TempDir Path folder;

  /// @param set what stands for its place among the sets
  private static int[] partitions(String set) {
    return Boolean.getBoolean("handsel.long")
        ? PARTITIONS
        : new int[] {PARTITIONS[Math.floorMod(set.hashCode() + SEED, PARTITIONS.length)]};
  }

  private static Path data(String path) {
    Path file =
        Path.of(System.getProperty("handsel.shared", "../../shared"))
            .resolve("data")
            .resolve(path)
            .toAbsolutePath()
            .normalize();
    assertThat(file).as("shared data that this test needs").exists();
    return file;
  }

  private void link(int partitions, Path persons, Path authority, String out) throws IOException {
    try (Session session = Session.open("local[2]", partitions, List.of(), SILENT)) {
      new LinkJob(
              session,
              new LinkJob.Order(
                  List.of(persons),
                  List.of(authority),
                  Map.of(),
                  Linking.CHOSEN,
                  folder.resolve(out).toString(),
                  700))
          .run();
    }
  }

  private List<String> sorted(String out, String table) throws IOException {
    return Files.readAllLines(folder.resolve(out).resolve(table)).stream().sorted().toList();
  }

  @ParameterizedTest(name = "{0} to {1}")
  @CsvSource({
    "german/B_akademie.jsonl,german/A_de_authority.jsonl",
    "german/B_pmb.jsonl,german/A_de_authority.jsonl",
    "german/B_thun.jsonl,german/A_de_authority.jsonl",
    "german/B_oeml.jsonl,german/A_de_authority.jsonl",
    "german/B_pataky.jsonl,german/A_de_authority.jsonl",
    "museums/moma.csv,museums/nga.csv"
  })
  void linksAreTheSameByteForByte(String set, String library) throws IOException {
    Path persons = data("persons/" + set);
    Path index = folder.resolve("authority.index");
    AuthorityIndex.build(List.of(data("persons/" + library)), index, Progress.NONE);
    Linking.run(
        new Linking.Order(persons, index, Map.of(), Linking.CHOSEN, folder.resolve("local")),
        Progress.NONE);
    List<String> tables = List.of("links.tsv", "candidates.tsv");
    for (int partitions : partitions(set)) {
      link(partitions, persons, index, "out");
      for (String table : tables) {
        assertThat(folder.resolve("out").resolve(table))
            .as("%s, %d partitions", table, partitions)
            .isNotEmptyFile()
            .hasSameBinaryContentAs(folder.resolve("local").resolve(table));
      }
    }
    List<String> lines = new ArrayList<>(Files.readAllLines(persons));
    // The header of a table stays where it is.
    Collections.shuffle(
        set.endsWith(".csv") ? lines.subList(1, lines.size()) : lines, new Random(3));
    Path shuffled = folder.resolve("shuffled" + set.substring(set.lastIndexOf('.')));
    Files.write(shuffled, lines);
    Linking.run(
        new Linking.Order(
            shuffled, index, Map.of(), Linking.CHOSEN, folder.resolve("local-shuffled")),
        Progress.NONE);
    link(7, shuffled, index, "shuffled");
    for (String table : tables) {
      assertThat(folder.resolve("shuffled").resolve(table))
          .as("%s of shuffled persons", table)
          .hasSameBinaryContentAs(folder.resolve("local-shuffled").resolve(table));
      assertThat(sorted("local-shuffled", table))
          .as("rows of %s, sorted", table)
          .isEqualTo(sorted("local", table));
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "aawiki-20260101-pages-meta-current.xml.bz2",
        "enwiki-p10p30302-shortened.bz2",
        "ltgwiki-latest-pages-articles.xml.xz",
        "elwiki-truncated-100k.xml.xz",
        "hywiki-truncated-100k.xml.xz",
        "mrwiki-truncated-100k.xml.xz",
        "tinywiki-latest-pages-articles.xml",
        "minidumps/de.wiki.xml.bz2",
        "minidumps/en.wiki.xml.bz2",
        "minidumps/ja.wiki.xml.bz2",
        "minidumps/ar.wiki.xml.bz2"
      })
  void factsAndFindingsAreTheSameByteForByte(String dump) throws IOException {
    Path file = data("wikis/" + dump);
    Path local = folder.resolve("local");
    AuditRun.run(new AuditRun.Order(file, null, null, 2, local), Progress.NONE, () -> false);
    for (int partitions : partitions(dump)) {
      String facts = folder.resolve("facts-" + partitions).toString();
      Path audit = folder.resolve("audit-" + partitions);
      try (Session session = Session.open("local[2]", partitions, List.of(), SILENT)) {
        new FactsJob(session, new FactsJob.Order(List.of(file.toString()), null, facts)).run();
        new AuditJob(session, new AuditJob.Order(List.of(facts), audit.toString())).run();
      }
      for (String table : List.of("pages.tsv", "categories.tsv", "templates.tsv", "marks.tsv")) {
        assertThat(Path.of(facts).resolve(table))
            .as("%s, %d partitions", table, partitions)
            .hasSameBinaryContentAs(local.resolve(table));
      }
      assertThat(audit.resolve("findings.jsonl"))
          .as("%d partitions", partitions)
          .hasSameBinaryContentAs(local.resolve("findings.jsonl"));
    }
  }
}
