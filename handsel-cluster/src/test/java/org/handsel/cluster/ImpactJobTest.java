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
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.handsel.impact.LiveMeasurements;
import org.handsel.impact.MeasureFolder;
import org.handsel.impact.Measurement;
import org.handsel.impact.Views;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Views that many machines add up are those of one.
class ImpactJobTest {
  private static final StageLog SILENT =
      new StageLog(new PrintStream(OutputStream.nullOutputStream()), 60);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), ZoneOffset.UTC);
  private static final YearMonth FROM = YearMonth.of(2025, 9);
  private static final YearMonth TO = YearMonth.of(2026, 10);

  @TempDir Path folder;
  private Path measured = Path.of("");
  private Path views = Path.of("");

  @BeforeEach
  void measure() throws IOException {
    views = Files.createDirectories(folder.resolve("views"));
    measured = folder.resolve("by-pages");
    List<List<String>> pages = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      pages.add(
          List.of(
              i % 3 == 0 ? "nb.wikipedia" : "de.wikipedia",
              "Havn " + i,
              "",
              Integer.toString(60 - i),
              "A.jpg"));
    }
    new MeasureFolder(measured)
        .write(
            new Measurement(
                new Measurement.About(
                    "pages",
                    "Skarvik museum",
                    "list.xlsx",
                    "",
                    "2026-11-01",
                    "2026-11-24T08:00:00Z",
                    Map.of("page-counted", "once")),
                List.of(),
                Map.of(
                    "pages",
                    new Measurement.ListTable(
                        List.of("wiki", "page", "url", "usages", "files"), pages)),
                List.of()));
  }

  private void file(String name, List<String> lines) throws IOException {
    Path file = views.resolve(name);
    Files.createDirectories(file.getParent());
    try (OutputStream bytes = Files.newOutputStream(file);
        OutputStream out =
            name.endsWith(".bz2")
                ? new BZip2CompressorOutputStream(bytes)
                : name.endsWith(".gz") ? new GZIPOutputStream(bytes) : bytes) {
      out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  private static List<String> lines(Random random, int count, boolean hourly) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String title = "Havn_" + random.nextInt(200);
      int seen = random.nextInt(500);
      boolean nb = random.nextBoolean();
      lines.add(
          hourly
              ? "%s %s %d 0".formatted(nb ? "nb" : "de.m", title, seen)
              : "%s.wikipedia %s 12 %s %d A1"
                  .formatted(
                      nb ? "nb" : "de",
                      title,
                      random.nextBoolean() ? "desktop" : "mobile-web",
                      seen));
    }
    return lines;
  }

  /// Months, days of one month and hours of another, with all that is wrong with such files.
  private void years() throws IOException {
    Random random = new Random(4);
    for (YearMonth month = FROM;
        month.isBefore(YearMonth.of(2026, 9));
        month = month.plusMonths(1)) {
      if (month.getMonthValue() != 2) {
        file(
            "%d/pageviews-%s-user.bz2"
                .formatted(month.getYear(), month.toString().replace("-", "")),
            lines(random, 300, false));
      }
    }
    for (int day = 1; day <= 29; day++) {
      file("days/pageviews-202609%02d-user.gz".formatted(day), lines(random, 60, false));
    }
    file("hours/pageviews-20261001-010000.gz", lines(random, 60, true));
    file("hours/pageviews-20261001-020000.gz", lines(random, 60, true));
    file("copy/pageviews-202603-user.gz", lines(random, 60, false));
    file("pageviews-202604-spider.bz2", lines(random, 10, false));
    file("pageviews-202702-user.bz2", lines(random, 10, false));
    List<String> absurd = new ArrayList<>(lines(random, 10, false));
    for (int i = 0; i < 70; i++) {
      absurd.add("de.wikipedia Havn_1 12 desktop -5 A1");
    }
    file("2026/pageviews-202605-user.bz2", absurd);
    file("2026/pageviews-202606-user.bz2", absurd);
    Path cut = views.resolve("2026/pageviews-202607-user.bz2");
    byte[] whole = Files.readAllBytes(cut);
    Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
  }

  private Measurement cluster(int partitions) throws IOException {
    try (Session session = Session.open("local[2]", partitions, List.of(), SILENT)) {
      return new ImpactJob(
              session,
              new ImpactJob.Order(
                  measured,
                  views.toString(),
                  FROM,
                  TO,
                  YearMonth.now(CLOCK),
                  folder.resolve("out").toString()))
          .run();
    }
  }

  @ParameterizedTest(name = "{0} partitions")
  @ValueSource(ints = {1, 2, 7})
  void viewsAreThoseOfTheLocalEngine(int partitions) throws IOException {
    years();
    Measurement expected =
        new LiveMeasurements(CLOCK)
            .withViews(
                new MeasureFolder(measured).read(),
                new Views.ByFiles(views, FROM, TO),
                Progress.NONE);
    new MeasureFolder(folder.resolve("local")).write(expected);
    assertThat(expected.partial()).isTrue();
    assertThat(expected.problems())
        .extracting(problem -> problem.code())
        .contains(
            "MONTH_PARTIAL",
            "FILE_TWICE",
            "AGENT_LEFT_OUT",
            "MONTH_UNEXPECTED",
            "NUMBER_IMPOSSIBLE",
            "ROWS_REFUSED",
            "FILE_BROKEN");
    Measurement got = cluster(partitions);
    assertThat(got.problems()).isEqualTo(expected.problems());
    for (String name :
        List.of("pages.tsv", "months.tsv", "measures.json", "about.json", "problems.jsonl")) {
      assertThat(folder.resolve("out").resolve(name))
          .as(name)
          .isNotEmptyFile()
          .hasSameBinaryContentAs(folder.resolve("local").resolve(name));
    }
    assertThat(folder.resolve("out/.work")).doesNotExist();
    long sum = 0;
    for (String line : Files.readAllLines(folder.resolve("out/months.tsv"))) {
      String[] cells = line.split("\t", -1);
      sum += cells[0].equals("month") || cells[1].isEmpty() ? 0 : Long.parseLong(cells[1]);
    }
    try (Session session = Session.open("local[2]", 2, List.of(), SILENT)) {
      assertThat(
              session
                  .spark()
                  .read()
                  .parquet(folder.resolve("out/parquet/views").toString())
                  .selectExpr("sum(views)")
                  .first()
                  .getLong(0))
          .isPositive()
          .isEqualTo(sum);
    }
  }

  @Test
  void workThatWasStoppedGoesOnBehindTheFilesThatWereRead() throws IOException {
    file("pageviews-202609-user.bz2", List.of("de.wikipedia Havn_1 12 desktop 7 A1"));
    file("pageviews-202610-user.bz2", List.of("de.wikipedia Havn_1 12 desktop 5 A1"));
    // A folder that is in the way of the results stops the job when all files are read.
    Path way = Files.createDirectories(folder.resolve("out/measures.json/in-the-way"));
    assertThatThrownBy(() -> cluster(2)).isNotNull();
    assertThat(folder.resolve("out/.work")).isNotEmptyDirectory();
    // What a second reading would find is not there: nothing is read again.
    for (String name : List.of("pageviews-202609-user.bz2", "pageviews-202610-user.bz2")) {
      Path file = views.resolve(name);
      var modified = Files.getLastModifiedTime(file);
      Files.write(file, new byte[(int) Files.size(file)]);
      Files.setLastModifiedTime(file, modified);
    }
    Files.delete(way);
    Files.delete(folder.resolve("out/measures.json"));
    Measurement measured = cluster(2);
    assertThat(measured.value("views")).contains(12L);
    assertThat(measured.problems()).isEmpty();
  }

  @Test
  void aFolderWithoutFilesOfViewsIsRefusedWithAnExample() {
    assertThatThrownBy(() -> cluster(1))
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("pageviews-202603-user.bz2");
  }

  @Test
  void aMeasurementWithoutPagesIsRefused() throws IOException {
    Files.delete(measured.resolve("pages.tsv"));
    file("pageviews-202609-user.bz2", List.of("de.wikipedia Havn_1 12 desktop 7 A1"));
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        Main.run(
            new PrintStream(OutputStream.nullOutputStream()),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            "impact",
            measured.toString(),
            "--pageview-files",
            views.toString(),
            "--master",
            "local[2]",
            "--out",
            folder.resolve("out").toString());
    assertThat(exit).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("expected a measurement that lists its pages");
  }
}
