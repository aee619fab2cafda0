package org.handsel.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;
import org.handsel.testing.SetClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files of page views by month, day and hour, and all that is wrong with a folder of them.
class PageviewFilesTest {
  @TempDir Path home;
  @TempDir Path folder;

  private final SetClock clock = new SetClock("2026-11-24T08:00:00Z");
  private Measurement pages;

  @BeforeEach
  void pages() throws IOException {
    PageLists.write(
        home.resolve("list.xlsx"),
        List.of(
            PageLists.HEADER,
            PageLists.row("de.wikipedia", "German", "Hafen_von_Skarvik", 2, "A.jpg -- B.jpg"),
            PageLists.row("nb.wikipedia", "Norwegian (Bokmål)", "Skarvik_fyr", 1, "A.jpg")));
    pages =
        new Measurements(clock)
            .pages(
                home.resolve("list.xlsx"),
                new MeasureOptions(50, null, java.time.LocalDate.of(2026, 11, 1), null, null));
  }

  private void write(String name, String... lines) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream bytes = Files.newOutputStream(file);
        OutputStream out =
            name.endsWith(".bz2")
                ? new BZip2CompressorOutputStream(bytes)
                : name.endsWith(".gz") ? new GZIPOutputStream(bytes) : bytes) {
      out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  private Measurement measure() {
    return new LiveMeasurements(clock)
        .withViews(
            pages,
            new Views.ByFiles(folder, YearMonth.of(2026, 9), YearMonth.of(2026, 10)),
            Progress.NONE);
  }

  private static Measure views(Measurement measurement) {
    return measurement.measures().stream()
        .filter(measure -> measure.measure().equals("views"))
        .findFirst()
        .orElseThrow();
  }

  private static List<List<String>> months(Measurement measurement) {
    return Objects.requireNonNull(measurement.lists().get("months")).rows();
  }

  private static List<String> codes(Measurement measurement) {
    return measurement.problems().stream().map(DataProblem::code).toList();
  }

  @Test
  void monthsAreAddedUpOverDesktopAndMobile() throws IOException {
    write(
        "pageviews-202609-user.bz2",
        "de.wikipedia Hafen_von_Skarvik 12 desktop 7 A7",
        "de.wikipedia Hafen_von_Skarvik 12 mobile-web 3 A3",
        "de.wikipedia Other 13 desktop 700 A700",
        "en.wikipedia Skarvik_fyr 14 desktop 9 A9",
        "nb.wikipedia Skarvik_fyr null desktop 5 A5");
    write("pageviews-202610-user.bz2", "nb.wikipedia Skarvik_fyr desktop 4 A4");
    Measurement measured = measure();
    assertThat(views(measured).value()).isEqualTo(19L);
    assertThat(months(measured)).containsExactly(List.of("2026-09", "15"), List.of("2026-10", "4"));
    assertThat(measured.partial()).isFalse();
  }

  @Test
  void monthWithoutAFileIsAGapAndAMonthWithoutAViewIsZero() throws IOException {
    write("pageviews-202610-user.bz2", "de.wikipedia Other 13 desktop 700 A700");
    Measurement measured = measure();
    assertThat(months(measured)).containsExactly(List.of("2026-09", ""), List.of("2026-10", "0"));
    assertThat(views(measured).gaps()).contains("no data for 2026-09");
  }

  @Test
  void daysThatAreMissingAreNamed() throws IOException {
    for (int day = 1; day <= 30; day++) {
      write(
          "pageviews-202609%02d-user.bz2".formatted(day),
          "de.wikipedia Hafen_von_Skarvik 12 desktop 1 A1");
    }
    write("pageviews-20261003-user.bz2", "de.wikipedia Hafen_von_Skarvik 12 desktop 1 A1");
    Measurement measured = measure();
    assertThat(months(measured)).containsExactly(List.of("2026-09", "30"), List.of("2026-10", "1"));
    assertThat(views(measured).gaps()).contains("2026-10: 1 of 31 days");
    assertThat(codes(measured)).containsExactly("MONTH_PARTIAL");
    assertThat(measured.partial()).isTrue();
  }

  @Test
  void hourIsNamedByItsEnd() throws IOException {
    write("pageviews-20261001-000000.gz", "de Hafen_von_Skarvik 2 0", "de.m Hafen_von_Skarvik 1 0");
    write("pageviews-20261001-010000.gz", "de Hafen_von_Skarvik 5 0", "nb Skarvik_fyr 1 0");
    assertThat(months(measure())).containsExactly(List.of("2026-09", "3"), List.of("2026-10", "6"));
  }

  @ParameterizedTest
  @CsvSource({
    "de,de.wikipedia",
    "de.m,de.wikipedia",
    "de.b,de.wikibooks",
    "fr.voy,fr.wikivoyage",
    "commons.m,commons.wikimedia",
    "commons.m.m,commons.wikimedia",
    "www.wd,wikidata",
    "zh-min-nan.d,zh-min-nan.wiktionary"
  })
  void codesOfHourlyFilesAreProjects(String code, String project) {
    PageviewLines files = new PageviewLines(java.util.Set.of());
    assertThat(files.project(code)).isEqualTo(project);
  }

  @Test
  void whatComesTwiceCountsOnceAndProgramsDoNotCount() throws IOException {
    String line = "de.wikipedia Hafen_von_Skarvik 12 desktop 7 A7";
    write("pageviews-202609-user.bz2", line);
    Files.createDirectories(folder.resolve("copy"));
    write("copy/pageviews-202609-user.gz", line);
    write("pageviews-20260903-user.bz2", line);
    write("pageviews-202609-spider.bz2", line);
    write("pageviews-202709-user.bz2", line);
    Measurement measured = measure();
    assertThat(views(measured).value()).isEqualTo(7L);
    assertThat(codes(measured))
        .containsExactlyInAnyOrder(
            "FILE_TWICE", "FILE_TWICE", "AGENT_LEFT_OUT", "MONTH_UNEXPECTED");
  }

  @Test
  void negativeAndAbsurdNumbersAreNamedWithTheirLine() throws IOException {
    write(
        "pageviews-202609-user.bz2",
        "de.wikipedia Hafen_von_Skarvik 12 desktop -7 A7",
        "de.wikipedia Hafen_von_Skarvik 12 desktop 99999999999 A7",
        "de.wikipedia Hafen_von_Skarvik",
        "de.wikipedia Hafen_von_Skarvik 12 desktop 2 A7");
    Measurement measured = measure();
    assertThat(views(measured).value()).isEqualTo(2L);
    assertThat(measured.problems())
        .extracting(DataProblem::place)
        .containsExactly("pageviews-202609-user.bz2, line 1", "pageviews-202609-user.bz2, line 2");
    assertThat(measured.partial()).isTrue();
  }

  @Test
  void fileThatBreaksOffIsKnownUpToThere() throws IOException {
    write("pageviews-202609-user.gz", "de.wikipedia Hafen_von_Skarvik 12 desktop 7 A7");
    byte[] whole = Files.readAllBytes(folder.resolve("pageviews-202609-user.gz"));
    Files.write(
        folder.resolve("pageviews-202609-user.gz"),
        java.util.Arrays.copyOf(whole, whole.length - 6));
    Measurement measured = measure();
    assertThat(codes(measured)).containsExactly("FILE_BROKEN");
    assertThat(views(measured).gaps()).contains("2026-09: part of the data is damaged");
  }

  @Test
  void folderWithoutSuchFilesIsRefusedWithAnExample() throws IOException {
    write("readme.txt", "hello");
    assertThatThrownBy(this::measure)
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("pageviews-202603-user.bz2");
  }
}
