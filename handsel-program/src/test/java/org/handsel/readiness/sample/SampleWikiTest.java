package org.handsel.readiness.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;
import org.handsel.platform.Tsv;
import org.handsel.wiki.dump.DumpHandler;
import org.handsel.wiki.dump.DumpPage;
import org.handsel.wiki.dump.DumpReading;
import org.handsel.wiki.dump.DumpSite;
import org.handsel.wiki.dump.Dumps;
import org.handsel.wiki.dump.SqlTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The made-up wiki: always the same, whole in every packing, and true to what it says of itself.
class SampleWikiTest {
  @TempDir Path folder;

  private SampleOrder order(String name) {
    return SampleOrder.small(folder.resolve(name), 7, 150, 4);
  }

  private static SampleResult write(SampleOrder order) {
    return SampleWiki.write(order, Progress.NONE, () -> false);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  @Test
  void sameOrderGivesTheSameBytes() throws IOException {
    write(order("a").with(SampleOrder.Tables.NEW).with(SampleOrder.Packing.MULTISTREAM));
    write(order("b").with(SampleOrder.Tables.NEW).with(SampleOrder.Packing.MULTISTREAM));
    List<Path> first = files(folder.resolve("a"));
    assertThat(first).hasSize(12);
    for (Path file : first) {
      assertThat(file)
          .hasSameBinaryContentAs(folder.resolve("b").resolve(file.getFileName().toString()));
    }
  }

  @ParameterizedTest
  @EnumSource(SampleOrder.Packing.class)
  void everyPackingHoldsTheSameXml(SampleOrder.Packing packing) throws IOException {
    write(order("plain"));
    SampleResult result = write(order("packed").with(packing));
    byte[] packed = Files.readAllBytes(order("packed").with(packing).dump());
    if (packing != SampleOrder.Packing.PLAIN) {
      try (var in =
          new BZip2CompressorInputStream(new java.io.ByteArrayInputStream(packed), true)) {
        packed = in.readAllBytes();
      }
    }
    assertThat(packed).isEqualTo(Files.readAllBytes(order("plain").dump()));
    assertThat(result.bytes()).isEqualTo(packed.length);
  }

  @ParameterizedTest
  @EnumSource(SampleOrder.Version.class)
  void titlesAreUniqueAndTheTruthNamesPages(SampleOrder.Version version) throws IOException {
    SampleOrder order = order("wiki").with(version);
    SampleResult result = write(order);
    Set<String> titles = new HashSet<>();
    DumpReading reading =
        Dumps.read(
            order.dump(),
            1,
            new DumpHandler() {
              @Override
              public void site(DumpSite site) {
                assertThat(site.database()).isEqualTo("dewiki");
                assertThat(site.version())
                    .isEqualTo(version == SampleOrder.Version.V0_10 ? "0.10" : "0.11");
              }

              @Override
              public void page(DumpPage page) {
                assertThat(titles.add(page.title())).as(page.title()).isTrue();
              }
            },
            Progress.NONE,
            () -> false);
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.pages()).isEqualTo(result.pages());
    for (String row : Files.readAllLines(order.truth()).stream().skip(1).toList()) {
      List<String> cells = Tsv.cells(row);
      if (!cells.getFirst().equals("C4")) {
        assertThat(titles).contains(cells.get(1));
      }
    }
  }

  @Test
  void secondEditionMendsSomeDefectsAndBringsOthers() throws IOException {
    SampleOrder first = order("first");
    SampleOrder second = first.ofEdition(2, folder.resolve("second"));
    write(first);
    write(second);
    Set<String> before = rows(first.truth());
    Set<String> after = rows(second.truth());
    Set<String> mended = new TreeSet<>(before);
    mended.removeAll(after);
    Set<String> fresh = new TreeSet<>(after);
    fresh.removeAll(before);
    assertThat(mended).isNotEmpty();
    assertThat(fresh).isNotEmpty();
    Set<String> told =
        Stream.concat(
                mended.stream().map(row -> row + "\tmended"),
                fresh.stream().map(row -> row + "\tnew"))
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> changes = Files.readAllLines(second.changes());
    assertThat(new TreeSet<>(changes.subList(1, changes.size()))).isEqualTo(told);
  }

  private static Set<String> rows(Path truth) throws IOException {
    return Files.readAllLines(truth).stream()
        .skip(1)
        .map(row -> String.join("\t", Tsv.cells(row).subList(0, 2)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @EnumSource(value = SampleOrder.Tables.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void tablesHoldWhatTheTextShowsAndWhatTemplatesAdd(SampleOrder.Tables tables) throws IOException {
    SampleOrder order = order("wiki").with(tables);
    SampleResult result = write(order);
    long[] rows = new long[2];
    var links =
        SqlTables.read(
            order.out().resolve("dewiki-20260101-categorylinks.sql.gz"),
            "categorylinks",
            List.of("cl_from", "cl_to", "cl_target_id"),
            cells -> rows[cells.has(1) ? 0 : 1]++,
            () -> false);
    assertThat(links.database()).isEqualTo("dewiki");
    assertThat(rows[tables == SampleOrder.Tables.OLD ? 0 : 1]).isEqualTo(links.rows());
    assertThat(links.rows()).isGreaterThan(result.memberships());
    var pages =
        SqlTables.read(
            order.out().resolve("dewiki-20260101-page.sql.gz"),
            "page",
            List.of("page_id"),
            cells -> {},
            () -> false);
    assertThat(pages.rows()).isEqualTo(result.pages());
  }

  @Test
  void numberThatMakesNoWikiIsRefusedWithWhatIsPossible() {
    assertThatThrownBy(() -> SampleOrder.small(folder, 1, 50, 1))
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("articles")
        .hasMessageContaining("120")
        .hasMessageContaining("50");
  }

  @Test
  void folderThatCannotBeWrittenIsAFaultOfTheSurroundings() throws IOException {
    Path file = Files.write(folder.resolve("file"), "no folder".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> write(SampleOrder.small(file, 1, 120, 1)))
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("file");
  }
}
