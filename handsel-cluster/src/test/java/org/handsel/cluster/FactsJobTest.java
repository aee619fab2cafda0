package org.handsel.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;
import org.handsel.platform.Tsv;
import org.handsel.readiness.facts.FactsExtraction;
import org.handsel.readiness.facts.FactsFolder;
import org.handsel.readiness.sample.SampleOrder;
import org.handsel.readiness.sample.SampleWiki;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Facts that many read are those of one reader, and what is no whole dump is refused or named.
class FactsJobTest {
  private static final StageLog SILENT =
      new StageLog(new PrintStream(OutputStream.nullOutputStream()), 60);

  @TempDir static Path wiki;
  private static String dump = "";
  private static final List<String> PAGES = new ArrayList<>();
  private static String head = "";

  @TempDir Path folder;

  @BeforeAll
  static void makeWiki() throws IOException {
    SampleOrder order = SampleOrder.small(wiki, 8, 2_000, 2);
    SampleWiki.write(order, Progress.NONE, () -> false);
    dump = Files.readString(order.dump());
    int at = dump.indexOf("<page>");
    head = dump.substring(0, at);
    while (at >= 0) {
      int end = dump.indexOf("</page>", at) + 7;
      PAGES.add(dump.substring(at, end) + "\n");
      at = dump.indexOf("<page>", end);
    }
    assertThat(PAGES).hasSizeGreaterThan(2_000);
  }

  private Path packed(String name, List<String> pages, String end) throws IOException {
    Path file = folder.resolve("dumps").resolve(name);
    Files.createDirectories(file.getParent());
    try (OutputStream out = new BZip2CompressorOutputStream(Files.newOutputStream(file), 1)) {
      out.write((head + String.join("", pages) + end).getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  private Path part(int number, String date, int parts) throws IOException {
    int from = PAGES.size() * (number - 1) / parts;
    int to = PAGES.size() * number / parts;
    return packed(
        "skarvwiki-%s-pages-articles%d.xml.bz2".formatted(date, number),
        PAGES.subList(from, to),
        "</mediawiki>\n");
  }

  private FactsFolder local(Path file) {
    FactsFolder facts = new FactsFolder(folder.resolve("local"));
    FactsExtraction.run(file, null, 2, facts, Progress.NONE, () -> false);
    return facts;
  }

  private List<FactsSummary> facts(int partitions, Path... dumps) throws IOException {
    try (Session session = Session.open("local[2]", partitions, List.of(), SILENT)) {
      return new FactsJob(
              session,
              new FactsJob.Order(
                  List.of(dumps).stream().map(Path::toString).toList(),
                  null,
                  folder.resolve("out").toString()))
          .run();
    }
  }

  private void same(FactsFolder expected) {
    FactsFolder out = new FactsFolder(folder.resolve("out"));
    assertThat(out.pages()).hasSameBinaryContentAs(expected.pages());
    assertThat(out.categories()).hasSameBinaryContentAs(expected.categories());
    assertThat(out.templates()).hasSameBinaryContentAs(expected.templates());
    assertThat(out.marks()).hasSameBinaryContentAs(expected.marks());
    assertThat(folder.resolve("out/.work")).doesNotExist();
  }

  @ParameterizedTest(name = "{0} partitions")
  @ValueSource(ints = {1, 2, 7})
  void oneFileGivesTheFactsOfTheLocalEngine(int partitions) throws IOException {
    Path file = packed("dump.xml.bz2", PAGES, "</mediawiki>\n");
    FactsFolder expected = local(file);
    List<FactsSummary> summaries = facts(partitions, file);
    same(expected);
    assertThat(summaries)
        .singleElement()
        .satisfies(one -> {
          assertThat(one.partial()).isFalse();
          assertThat(one.reading().pages()).isEqualTo(PAGES.size());
        });
  }

  /// What the job says that it does.
  private String said(Path file) throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    StageLog log = new StageLog(new PrintStream(said, true, StandardCharsets.UTF_8), 0);
    try (Session session = Session.open("local[2]", 7, List.of(), log)) {
      new FactsJob(
              session,
              new FactsJob.Order(List.of(file.toString()), null, folder.resolve("out").toString()))
          .run();
    }
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void namesOfTemplatesThatTheBeginningTeachesAreKnownToAll() throws IOException {
    Path file = packed("dump.xml.bz2", PAGES, "</mediawiki>\n");
    FactsFolder expected = local(file);
    // The beginning itself calls the template before it is told the name.
    assertThat(said(file)).contains("reading again 1 of 8 ranges");
    same(expected);
  }

  @Test
  void namesOfTemplatesThatTheEndTeachesHaveSharesReadAgain() throws IOException {
    List<String> pages = new ArrayList<>(PAGES);
    List<String> templates = pages.stream().filter(page -> page.contains("<ns>10</ns>")).toList();
    pages.removeAll(templates);
    pages.addAll(templates);
    Path file = packed("dump.xml.bz2", pages, "</mediawiki>\n");
    FactsFolder expected = local(file);
    assertThat(said(file)).containsPattern("reading again [5-8] of 8 ranges");
    same(expected);
  }

  @Test
  void partsInAnyOrderGiveTheFactsOfTheWholeAndParquetSaysTheSame() throws IOException {
    List<Path> parts = new ArrayList<>();
    for (int number = 1; number <= 12; number++) {
      parts.add(part(number, "20261101", 12));
    }
    Collections.shuffle(parts, new Random(5));
    FactsFolder expected = local(packed("whole.xml.bz2", PAGES, "</mediawiki>\n"));
    facts(7, parts.toArray(Path[]::new));
    same(expected);
    try (Session session = Session.open("local[2]", 2, List.of(), SILENT)) {
      String parquet = folder.resolve("out/parquet").toString();
      assertThat(session.spark().read().parquet(parquet + "/pages").count())
          .isEqualTo(PAGES.size());
      long rows;
      try (var lines = Files.lines(expected.categories())) {
        rows = lines.count() - 1;
      }
      assertThat(session.spark().read().parquet(parquet + "/categories").count()).isEqualTo(rows);
      for (String table : FactsJob.tables()) {
        List<String> lines = Files.readAllLines(folder.resolve("out").resolve(table + ".tsv"));
        assertThat(
                session.spark().read().parquet(parquet + "/" + table).collectAsList().stream()
                    .map(row -> {
                      List<String> cells = new ArrayList<>();
                      for (int i = 1; i < row.size(); i++) {
                        cells.add(row.get(i).toString());
                      }
                      assertThat(row.getString(0)).isEqualTo("dewiki");
                      return Tsv.row(cells);
                    }))
            .as(table)
            .containsExactlyInAnyOrderElementsOf(lines.subList(1, lines.size()));
      }
    }
  }

  private void refused(String reason, Path... dumps) {
    assertThatThrownBy(() -> facts(2, dumps))
        .isInstanceOf(HandselException.class)
        .hasMessageContaining(reason);
    assertThat(folder.resolve("out/pages.tsv")).doesNotExist();
  }

  @Test
  void aPartThatIsMissingIsNamed() throws IOException {
    Path first = part(1, "20261101", 4);
    Path fourth = part(4, "20261101", 4);
    refused("the part with the number 2 of the dump is missing", first, fourth);
    refused("the part with the number 1 of the dump is missing", fourth);
    Files.writeString(
        folder.resolve("dumps/skarvwiki-20261101-sha1sums.txt"),
        "da39a3ee5e6b4b0d3255bfef95601890afd80709  skarvwiki-20261101-pages-articles5.xml.bz2\n");
    part(2, "20261101", 4);
    part(3, "20261101", 4);
    refused("skarvwiki-20261101-pages-articles5.xml.bz2 is missing", folder.resolve("dumps"));
  }

  @Test
  void aPartThatComesTwiceIsNamed() throws IOException {
    Path first = part(1, "20261101", 2);
    Path second = part(2, "20261101", 2);
    refused("hold the same pages", first, first, second);
    Path copy = Files.copy(second, folder.resolve("dumps/copy.xml.bz2"));
    Path other = Files.copy(first, folder.resolve("dumps/other.xml.bz2"));
    Path again = Files.copy(first, folder.resolve("dumps/again.xml.bz2"));
    refused("again.xml.bz2 and other.xml.bz2 hold the same pages", copy, other, again);
  }

  @Test
  void partsOfDifferentDaysAreRefused() throws IOException {
    refused("are of different days", part(1, "20261101", 2), part(2, "20261120", 2));
  }

  @Test
  void aPartThatIsCutOffIsNamedAndTheRestIsRead() throws IOException {
    Path first = part(1, "20261101", 2);
    Path second = part(2, "20261101", 2);
    byte[] bytes = Files.readAllBytes(second);
    Files.write(second, java.util.Arrays.copyOf(bytes, bytes.length - 20_000));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int exit =
        Main.run(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(OutputStream.nullOutputStream()),
            "facts",
            first.toString(),
            second.toString(),
            "--master",
            "local[2]",
            "--partitions",
            "5",
            "--out",
            folder.resolve("out").toString());
    assertThat(exit).isEqualTo(1);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("skarvwiki-20261101-pages-articles2.xml.bz2: ")
        .contains("The result is partial.");
    assertThat(folder.resolve("out/pages.tsv")).isNotEmptyFile();
  }

  @Test
  void workThatWasStoppedGoesOnBehindTheLastShare() throws IOException {
    // Without templates, whose redirects would have shares read again by other names.
    List<String> pages = PAGES.stream().filter(page -> !page.contains("<ns>10</ns>")).toList();
    Path file = packed("dump.xml.bz2", pages, "</mediawiki>\n");
    FactsFolder expected = local(file);
    try (Session session = Session.open("local[2]", 5, List.of(), SILENT)) {
      Store store = new Store(session.spark().sparkContext().hadoopConfiguration());
      Parts.Dump dumps = new Parts(store).find(List.of(file.toString()), null).getFirst();
      String work = store.full(folder.resolve("out/.work").toString());
      Share share = FactsJob.shares(dumps, 5, work).getFirst();
      share.read(store, 1);
      Path kept = Path.of(java.net.URI.create(share.kept()));
      // What a second reading would write is not there: it is not read again.
      Files.writeString(kept.resolve("pages.tsv"), "4711\t0\tKept\t\twikitext\n");
    }
    facts(5, file);
    assertThat(Files.readString(folder.resolve("out/pages.tsv")))
        .contains("\n4711\t0\tKept\t\twikitext\n");
    facts(7, file);
    same(expected);
  }
}
