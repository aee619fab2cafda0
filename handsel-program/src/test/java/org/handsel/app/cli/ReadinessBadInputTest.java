package org.handsel.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.handsel.readiness.sample.SampleOrder;
import org.handsel.readiness.sample.SampleWiki;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;
import tools.jackson.databind.JsonNode;

/// Dumps and tables that are not what they should be, as a person meets them on the command line: a
/// clear error, or a result that says it is partial, and never one that says all is well.
class ReadinessBadInputTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int audit(Path dump, String... more) {
    System.setProperty("handsel.root", Shared.root().toString());
    String[] arguments = {
      "readiness", "audit", dump.toString(), "--out", folder.resolve("audit").toString()
    };
    String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return Commands.run(
        new Surroundings(
            Clock.systemUTC(),
            Map.of("HANDSEL_HOME", folder.resolve("home").toString()),
            InputStream.nullInputStream(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false),
        all);
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
  }

  private JsonNode summary() throws IOException {
    return Json.mapper()
        .readTree(Files.readString(folder.resolve("audit").resolve("summary.json")));
  }

  private void isPartial(int exit) throws IOException {
    assertThat(exit).as(said()).isEqualTo(1);
    assertThat(summary().get("partial").asBoolean()).isTrue();
    assertThat(said()).contains("The result is partial.");
  }

  private void isRefused(int exit) {
    assertThat(exit).as(said()).isEqualTo(1);
    assertThat(folder.resolve("audit").resolve("summary.json")).doesNotExist();
    assertThat(said()).doesNotContain("Exception").doesNotContain("\tat ");
  }

  private SampleOrder wiki(SampleOrder.Packing packing, SampleOrder.Tables tables) {
    SampleOrder order =
        SampleOrder.small(folder.resolve("wiki"), 11, 400, 2).with(packing).with(tables);
    SampleWiki.write(order, Progress.NONE, () -> false);
    return order;
  }

  private Path changed(SampleOrder.Packing packing, String name, UnaryOperator<byte[]> change)
      throws IOException {
    byte[] bytes = Files.readAllBytes(wiki(packing, SampleOrder.Tables.NONE).dump());
    return Files.write(folder.resolve(name), change.apply(bytes));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PLAIN", "BZIP2", "MULTISTREAM"})
  void dumpThatEndsEarlyGivesWhatIsThereAndSaysSo(SampleOrder.Packing packing) throws IOException {
    isPartial(audit(changed(packing, "cut", all -> Arrays.copyOf(all, all.length * 2 / 3))));
    assertThat(said()).containsAnyOf("ends", "damaged").contains("cut");
    assertThat(summary().get("audits").has("P7")).as("red links are not known").isFalse();
  }

  @Test
  void packedDumpThatEndsEarlyGivesWhatIsThere() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(
          Files.readAllBytes(wiki(SampleOrder.Packing.PLAIN, SampleOrder.Tables.NONE).dump()));
    }
    byte[] all = packed.toByteArray();
    isPartial(
        audit(
            Files.write(
                folder.resolve("cut.xml.gz"), Arrays.copyOf(all, all.length - all.length / 4))));
    assertThat(summary().get("pages").asLong()).isPositive();
  }

  @Test
  void damagedBlockIsNamedByItsPlaceAndTheRestIsRead() throws IOException {
    isPartial(
        audit(
            changed(
                SampleOrder.Packing.MULTISTREAM,
                "flipped.xml.bz2",
                all -> {
                  all[all.length / 2] ^= 0x10;
                  return all;
                })));
    assertThat(said()).containsPattern("byte [0-9,]+");
    long pages = summary().get("pages").asLong();
    audit(folder.resolve("wiki/dewiki-20260101-pages-articles-multistream.xml.bz2"));
    assertThat(pages)
        .isBetween(summary().get("pages").asLong() / 2, summary().get("pages").asLong() - 1);
  }

  @Test
  void fileThatIsNoDumpIsRefused() throws IOException {
    byte[] noise = new byte[100_000];
    new SplittableRandom(5).nextBytes(noise);
    isRefused(audit(Files.write(folder.resolve("noise.bin"), noise)));
    assertThat(said()).contains("noise.bin").contains("no dump of a wiki");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "name;date\nHals;1582\n", "{\"pages\":[]}", "%PDF-1.7\n", "<rss></rss>"})
  void otherFilesAreRefused(String content) throws IOException {
    isRefused(audit(Files.writeString(folder.resolve("other"), content)));
    assertThat(said()).contains("other").contains("no dump of a wiki");
  }

  @Test
  void webPageInsteadOfADumpIsCalledOne() throws IOException {
    isRefused(
        audit(
            Files.writeString(
                folder.resolve("dewiki-latest-pages-articles.xml.bz2"),
                "<!DOCTYPE html>\n"
                    + "<html><head><title>503 Service Unavailable</title></head></html>")));
    assertThat(said()).contains("a web page").contains("Fetch the file again");
  }

  @Test
  void fileThatIsNotThereIsSaid() {
    isRefused(audit(folder.resolve("nothing.xml")));
    assertThat(said()).contains("nothing.xml");
  }

  @Test
  void profileOfAnotherWikiIsNoticedAndTheFittingOneNamed() throws IOException {
    SampleOrder order = wiki(SampleOrder.Packing.PLAIN, SampleOrder.Tables.NONE);
    isPartial(audit(order.dump(), "--wiki", "fr"));
    assertThat(said()).contains("--wiki de").contains("frwiki");
  }

  private Path table(SampleOrder order, String table, UnaryOperator<String> change)
      throws IOException {
    Path file = order.out().resolve("dewiki-20260101-" + table + ".sql.gz");
    String text;
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
    try (OutputStream to = new GZIPOutputStream(Files.newOutputStream(file))) {
      to.write(change.apply(text).getBytes(StandardCharsets.ISO_8859_1));
    }
    return file;
  }

  private int withTable(SampleOrder.Tables tables, String table, UnaryOperator<String> change)
      throws IOException {
    SampleOrder order = wiki(SampleOrder.Packing.PLAIN, tables);
    table(order, table, change);
    return audit(order.dump(), "--sql", order.out().toString());
  }

  private void databaseIsNotUsed(int exit) throws IOException {
    isPartial(exit);
    assertThat(summary().get("audits").has("C5")).isFalse();
    assertThat(summary().get("audits").has("C7")).isFalse();
    assertThat(summary().get("unknown").toString()).contains("C5").contains("C7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"categorylinks", "linktarget"})
  void tableOfAnotherWikiIsNotUsed(String table) throws IOException {
    databaseIsNotUsed(
        withTable(
            SampleOrder.Tables.NEW,
            table,
            text -> text.replace("Database: dewiki", "Database: frwiki")));
    assertThat(said()).contains("frwiki").contains("dewiki");
  }

  @ParameterizedTest
  @ValueSource(strings = {"categorylinks", "linktarget"})
  void tableThatEndsEarlyIsNotUsed(String table) throws IOException {
    databaseIsNotUsed(
        withTable(
            SampleOrder.Tables.NEW, table, text -> text.substring(0, text.lastIndexOf("),(") - 5)));
    assertThat(said()).contains(table);
  }

  @ParameterizedTest
  @ValueSource(strings = {"categorylinks", "linktarget"})
  void webPageInsteadOfATableIsNotUsed(String table) throws IOException {
    int exit = withTable(SampleOrder.Tables.NEW, table, text -> "<html>404 Not Found</html>");
    assertThat(exit).as(said()).isEqualTo(1);
    assertThat(said()).contains(table);
  }

  @Test
  void handfulOfMembershipsIsAnErrorAndNoResult() throws IOException {
    databaseIsNotUsed(
        withTable(
            SampleOrder.Tables.NEW,
            "categorylinks",
            text -> text.substring(0, text.indexOf("),(")) + ");\n"));
    assertThat(said()).contains("categorylinks").contains("Nothing of it is used");
  }

  /// What once made another program take sort keys for names of categories: a column moved away and
  /// the next one took its place.
  @Test
  void columnThatMovedAwayIsNoticed() throws IOException {
    databaseIsNotUsed(
        withTable(
            SampleOrder.Tables.OLD,
            "categorylinks",
            text -> text.replace("`cl_to`", "`cl_moved`")));
    assertThat(said()).contains("cl_moved");
  }

  @Test
  void orderOfColumnsDoesNotMatter() throws IOException {
    SampleOrder order = wiki(SampleOrder.Packing.PLAIN, SampleOrder.Tables.NEW);
    Path usual = order.out();
    assertThat(audit(order.dump(), "--sql", usual.toString())).isZero();
    String before = summary().get("audits").toString();
    // lt_id, lt_namespace, lt_title become lt_title, lt_id, lt_namespace: definition and rows.
    table(
        order,
        "linktarget",
        text ->
            text.replaceAll(
                    "(?s)(  `lt_id`[^\n]*\n  `lt_namespace`[^\n]*\n)(  `lt_title`[^\n]*\n)", "$2$1")
                .replaceAll("\\((\\d+),(\\d+),('(?:[^'\\\\]|\\\\.)*')\\)", "($3,$1,$2)"));
    assertThat(audit(order.dump(), "--sql", usual.toString())).as(said()).isZero();
    assertThat(summary().get("audits").toString()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pages.tsv",
        "categories.tsv",
        "templates.tsv",
        "marks.tsv",
        "findings.jsonl",
        "summary.json.part"
      })
  void fullDiskIsAFaultOfTheSurroundings(String file) throws IOException {
    SampleOrder order = wiki(SampleOrder.Packing.PLAIN, SampleOrder.Tables.NONE);
    Path results = Files.createDirectories(folder.resolve("audit"));
    Files.createSymbolicLink(results.resolve(file), Path.of("/dev/full"));
    assertThat(audit(order.dump())).as(said()).isEqualTo(3);
    assertThat(said()).contains("No space left").doesNotContain("\tat ");
    assertThat(results.resolve("summary.json")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"report.html.part", "report.de.html.part", "edits/edits.json.part"})
  void diskThatFillsUpAtTheEndIsNotAllWell(String file) throws IOException {
    SampleOrder order = wiki(SampleOrder.Packing.PLAIN, SampleOrder.Tables.NONE);
    Path link = folder.resolve("audit").resolve(file);
    Files.createDirectories(link.resolveSibling("."));
    Files.createSymbolicLink(link, Path.of("/dev/full"));
    assertThat(audit(order.dump())).as(said()).isEqualTo(3);
    assertThat(said()).contains("No space left").doesNotContain("\tat ").doesNotContain("Report:");
  }

  @Test
  void xzThatEndsEarlyGivesWhatIsThere() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream xz = new XZOutputStream(packed, new LZMA2Options(1))) {
      xz.write(Files.readAllBytes(wiki(SampleOrder.Packing.PLAIN, SampleOrder.Tables.NONE).dump()));
    }
    byte[] all = packed.toByteArray();
    isPartial(
        audit(
            Files.write(
                folder.resolve("cut.xml.xz"), Arrays.copyOf(all, all.length - all.length / 4))));
    assertThat(summary().get("pages").asLong()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--authority", "--wikidata"})
  void webPageInsteadOfALibraryIsNoAllWell(String option) throws IOException {
    SampleOrder order = wiki(SampleOrder.Packing.PLAIN, SampleOrder.Tables.NONE);
    Path page = Files.writeString(folder.resolve("authority.jsonl"), "<html>404 Not Found</html>");
    assertThat(audit(order.dump(), option, page.toString())).as(said()).isEqualTo(1);
    assertThat(said()).contains("authority.jsonl").doesNotContain("\tat ");
  }
}
