package org.handsel.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;
import org.handsel.testing.SetClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Numbers that came in damaged: what is known is shown as known, the rest as unknown.
class ImpactBadInputTest {
  @TempDir Path folder;

  private final SetClock clock = new SetClock("2026-11-24T08:00:00Z");
  private final Measurements measurements = new Measurements(clock);

  private Measurement pages(List<List<Object>> rows) throws IOException {
    Path file = folder.resolve("list.xlsx");
    PageLists.write(file, rows);
    return measurements.pages(
        file, new MeasureOptions(50, null, LocalDate.of(2026, 11, 1), null, null));
  }

  private void dump(String table, String month, String... rows) throws IOException {
    Path place = Files.createDirectories(folder.resolve("cim"));
    Files.writeString(
        place.resolve("commons_%s_%s.tsv".formatted(table, month)),
        String.join("\n", rows) + "\n",
        StandardCharsets.UTF_8);
  }

  private static String category(String name, String month, Object used) {
    return "%s\tArchives\t%s\t50\t100\t10\t%s\t3\t5\t12\t30\t%s".formatted(name, name, used, month);
  }

  private Measurement cim(String... categories) {
    return measurements.cim(
        folder.resolve("cim"), List.of(categories), MeasureOptions.standard(), Progress.NONE);
  }

  private static List<String> codes(Measurement measured) {
    return measured.problems().stream().map(DataProblem::code).distinct().toList();
  }

  private static List<List<String>> months(Measurement measured) {
    return Objects.requireNonNull(measured.lists().get("months")).rows();
  }

  @Test
  void workbookOfAnotherLayoutIsRefusedWithWhatWasExpected() throws IOException {
    assertThatThrownBy(() -> pages(List.of(List.of("Name", "City"), List.of("Skarvik", "Vik"))))
        .isInstanceOf(HandselException.class)
        .hasMessageContainingAll("another layout", "images");
    Path text = Files.writeString(folder.resolve("no.xlsx"), "hello");
    assertThatThrownBy(() -> measurements.pages(text, MeasureOptions.standard()))
        .isInstanceOf(HandselException.class);
  }

  @Test
  void columnsInAnotherOrderAndMoreOfThemAreRead() throws IOException {
    Measurement measured =
        pages(
            List.of(
                List.of("Note", "Images", "ArticleTitle", "ProjectCode", "NumberOfImages"),
                List.of("x", "A.jpg -- B.jpg", "Skarvik", "de.wikipedia", 2)));
    assertThat(measured.value("usages")).contains(2L);
    assertThat(measured.value("pages")).contains(1L);
  }

  @Test
  void rowsThatContradictThemselvesAreNamed() throws IOException {
    Measurement measured =
        pages(
            List.of(
                PageLists.HEADER,
                PageLists.row("de.wikipedia", "German", "A", -3, "A.jpg"),
                PageLists.row("de.wikipedia", "German", "B", 99_999_999, "A.jpg -- B.jpg"),
                PageLists.row("de.wikipedia", "German", "A", 1, "A.jpg"),
                PageLists.row("de.wikipedia", "German", "C", 0, "")));
    assertThat(measured.value("pages").orElseThrow().longValue()).isBetween(2L, 3L);
    assertThat(measured.value("usages")).as("what the list holds counts").contains(3L);
    assertThat(measured.problems()).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void keyFiguresWithNegativeAndAbsurdNumbersAreUnknownThere() throws IOException {
    Path csv =
        Files.writeString(
            folder.resolve("figures.csv"),
            "Institution;Files available;Files used;Distinct articles;Date\n"
                + "Skarvik;100;20;30;01-10-2026\n"
                + "Nordholm;-5;7;8;01-10-2026\n"
                + "Vik;10;9999999999999999999;4;01-10-2026\n"
                + "Future;10;2;4;01-10-2031\n"
                + "Skarvik;100;20;30;01-10-2026\n");
    Measurement measured = measurements.keyFigures(csv, MeasureOptions.standard());
    assertThat(measured.problems()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(measured.partial()).isTrue();
    assertThat(measured.value("files-available").orElseThrow().longValue())
        .as("no negative number in the sum, nor a row whose day has not come")
        .isEqualTo(110);
    assertThat(measured.about().asOf()).as("no day that has not come").isEqualTo("2026-10-01");
    assertThatThrownBy(() ->
            measurements.keyFigures(
                Files.writeString(folder.resolve("other.csv"), "a;b\n1;2\n"),
                MeasureOptions.standard()))
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("another layout");
  }

  @Test
  void monthThatIsMissingIsAGap() throws IOException {
    dump("category_metrics_snapshot", "2026-07", category("Skarvik", "2026-07", 20));
    dump("category_metrics_snapshot", "2026-09", category("Skarvik", "2026-09", 22));
    Measurement measured = cim();
    assertThat(codes(measured)).containsExactly("MONTH_MISSING");
    assertThat(months(measured)).hasSize(3);
    assertThat(months(measured).get(1)).startsWith("2026-08", "", "");
    assertThat(measured.value("files-used")).contains(22L);
  }

  @Test
  void monthThatComesTwiceCountsOnce() throws IOException {
    dump("category_metrics_snapshot", "2026-09", category("Skarvik", "2026-09", 22));
    dump("category_metrics_snapshot", "2026-09-again", category("Skarvik", "2026-09", 22));
    dump(
        "pageviews_per_category_monthly",
        "2026-09",
        "Skarvik\tdeep\tSkarvik\tde.wikipedia\tA\t7\t2026-09");
    dump(
        "pageviews_per_category_monthly",
        "2026-09b",
        "Skarvik\tdeep\tSkarvik\tde.wikipedia\tA\t7\t2026-09");
    Measurement measured = cim();
    assertThat(measured.value("files-used")).contains(22L);
    assertThat(measured.value("views")).contains(7L);
    assertThat(codes(measured)).contains("ROWS_TWICE");
  }

  @Test
  void monthFromTheFutureIsLeftOut() throws IOException {
    dump("category_metrics_snapshot", "2026-09", category("Skarvik", "2026-09", 22));
    dump("category_metrics_snapshot", "2031-01", category("Skarvik", "2031-01", 99));
    Measurement measured = cim();
    assertThat(months(measured)).hasSize(1);
    assertThat(measured.value("files-used")).contains(22L);
    assertThat(codes(measured)).containsExactly("ROW_REFUSED");
    assertThat(measured.partial()).isTrue();
  }

  @Test
  void negativeAndAbsurdRowsAreRefusedOneByOne() throws IOException {
    dump(
        "category_metrics_snapshot",
        "2026-09",
        category("Skarvik", "2026-09", -22),
        category("Nordholm", "2026-09", "9000000000000000"),
        category("Vik", "2026-09", 101),
        category("Good", "2026-09", 15),
        "torn\trow");
    Measurement measured = cim();
    assertThat(measured.value("files-used")).contains(15L);
    assertThat(measured.problems()).hasSize(4);
    assertThat(measured.problems()).allMatch(DataProblem::lost);
  }

  @Test
  void categoryThatWasRenamedIsToldAndTheSeriesGoesOnUnderBothNames() throws IOException {
    dump("category_metrics_snapshot", "2026-08", category("Old_Skarvik", "2026-08", 20));
    dump("category_metrics_snapshot", "2026-09", category("Skarvik", "2026-09", 22));
    Measurement both = cim("Old Skarvik", "Skarvik");
    assertThat(codes(both)).containsExactly("CATEGORY_RENAMED");
    assertThat(months(both)).hasSize(2);
    assertThat(both.value("files-used")).contains(22L);
    assertThatThrownBy(() -> cim("Nobody"))
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("renamed");
  }

  @Test
  void dumpThatBreaksOffIsKnownUpToThere() throws IOException {
    Path place = Files.createDirectories(folder.resolve("cim"));
    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    try (var out = new java.util.zip.GZIPOutputStream(bytes)) {
      out.write((category("Skarvik", "2026-09", 22) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    byte[] whole = bytes.toByteArray();
    Files.write(
        place.resolve("commons_category_metrics_snapshot_2026-09.tsv.gz"),
        java.util.Arrays.copyOf(whole, whole.length - 5));
    dump("category_metrics_snapshot", "2026-08", category("Skarvik", "2026-08", 20));
    Measurement measured = cim();
    assertThat(codes(measured)).contains("FILE_BROKEN");
    assertThat(measured.partial()).isTrue();
    assertThat(measured.value("files-used")).isPresent();
  }
}
