package org.handsel.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.handsel.testing.SetClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From a partner's list to each table that somebody opens in a spreadsheet: what looks like a
/// formula arrives as a text. The page's tables are in `IllIntentTest` and `ProspectPagesTest`, the
/// list of failures in `PlansTest`.
class FormulasTest {
  private static final String NAME = "=HYPERLINK(\"http://evil.example\")";
  private static final String CITY = "@SUM(1+1)";

  @TempDir Path folder;

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private void run(String... arguments) {
    err.reset();
    int exit =
        Commands.run(
            new Surroundings(
                new SetClock("2026-11-24T08:00:00Z"),
                Map.of("HANDSEL_HOME", folder.resolve("home").toString()),
                InputStream.nullInputStream(),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false),
            arguments);
    assertThat(exit).as(err.toString(StandardCharsets.UTF_8)).isZero();
  }

  private Path at(String name) {
    return folder.resolve(name);
  }

  @BeforeEach
  void partnersList() throws IOException {
    Files.writeString(
        at("list.tsv"),
        "source\tsource_id\tname\tcountry\ttype\tcity\n"
            + "l\t1\t%s\tDE\tmuseum\t%s\n".formatted(NAME, CITY));
    run("institutions", "import", at("list.tsv").toString());
  }

  @Test
  void listOfInstitutionsHoldsTexts() throws IOException {
    run("institutions", "list", "--out", at("list.csv").toString());
    run("institutions", "list", "--out", at("list.xlsx").toString());
    csvHoldsTexts(at("list.csv"), NAME, CITY);
    workbookHoldsTexts(at("list.xlsx"), NAME, CITY);
  }

  @Test
  void shoppingListHoldsTexts() throws IOException {
    run("institutions", "rank", "--out", at("rank.csv").toString());
    csvHoldsTexts(at("rank.csv"), NAME);
  }

  @Test
  void reportHoldsTexts() throws IOException {
    Files.writeString(
        at("figures.csv"),
        "Institution;Commons category;Category depth;Files available;Files used;Distinct"
            + " articles;Image reuse percentage;Date\n"
            + "%s;Cat A;2;100;20;30;20,00;01-10-2026\n".formatted(CITY));
    run(
        "impact",
        "measure",
        "--key-figures",
        at("figures.csv").toString(),
        "--out",
        at("figures").toString());
    run("impact", "report", at("figures").toString(), "--format", "csv,xlsx", "--language", "en");
    boolean seen = false;
    try (Stream<Path> files = Files.walk(at("figures"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (file.toString().endsWith(".csv")) {
          csvHoldsTexts(file);
          seen |= Files.readString(file).contains("'" + CITY);
        } else if (file.toString().endsWith(".xlsx")) {
          workbookHoldsTexts(file, CITY);
        }
      }
    }
    assertThat(seen).as("the name stands in a table").isTrue();
    run("impact", "compare", at("figures.csv").toString(), "--out", at("compared").toString());
    csvHoldsTexts(at("compared/comparison.csv"), CITY);
  }

  /// No cell begins as a formula does; the texts are there, behind an apostrophe.
  private static void csvHoldsTexts(Path file, String... texts) throws IOException {
    try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(file)) {
      List<String> cells =
          rows.stream()
              .flatMap(row -> row.getFields().stream())
              .map(cell -> cell.startsWith("\uFEFF") ? cell.substring(1) : cell)
              .toList();
      assertThat(cells)
          .as(file.toString())
          .noneMatch(cell -> cell.strip().matches("(?s)[=+@|%].*|-[^0-9].*"));
      for (String text : texts) {
        assertThat(cells).as(file.toString()).contains("'" + text);
      }
    }
  }

  /// No cell of any sheet is a formula; the texts are there as they were written.
  private static void workbookHoldsTexts(Path file, String... texts) throws IOException {
    StringBuilder all = new StringBuilder();
    try (ReadableWorkbook workbook = new ReadableWorkbook(Files.newInputStream(file))) {
      workbook
          .getSheets()
          .forEach(sheet -> {
            try (Stream<Row> rows = sheet.openStream()) {
              rows.flatMap(Row::stream)
                  .filter(cell -> cell != null)
                  .forEach(cell -> {
                    assertThat(cell.getType()).isNotEqualTo(CellType.FORMULA);
                    all.append(cell.getText()).append('\n');
                  });
            } catch (IOException e) {
              throw new IllegalStateException(e);
            }
          });
    }
    for (String text : texts) {
      assertThat(all.toString().lines()).as(file.toString()).contains(text);
    }
  }
}
