package org.handsel.collection.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.handsel.platform.HandselException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkbooksTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "2786726, 2786726",
    "2786726.0, 2786726",
    "1.0E7, 10000000",
    "1.2345678901234E13, 12345678901234",
    "0.1, 0.1",
    "0.10000000000000001, 0.1",
    "107.5, 107.5",
    "-3, -3",
    "1E-7, 0.0000001",
    "text, text"
  })
  void numbersAreWrittenAsPeopleWriteThem(String raw, String expected) {
    assertThat(Workbooks.number(raw)).isEqualTo(expected);
  }

  private Path xls() throws Exception {
    Path file = folder.resolve("book.xls");
    try (HSSFWorkbook book = new HSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      book.createSheet("Leer");
      Sheet first = book.createSheet("Mexiko");
      Row header = first.createRow(0);
      List.of("Nr", "Länk", "Datum", "Namn", "Namn")
          .forEach(
              name -> header.createCell(Math.max(0, header.getLastCellNum())).setCellValue(name));
      Row row = first.createRow(2);
      row.createCell(0).setCellValue(2786726);
      row.createCell(1).setCellFormula("CONCATENATE(\"a\",\"b\")");
      book.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(row.getCell(1));
      CellStyle date = book.createCellStyle();
      date.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
      row.createCell(2).setCellValue(12055);
      row.getCell(2).setCellStyle(date);
      row.createCell(4).setCellValue(true);
      Sheet second = book.createSheet("Cypern");
      second.createRow(0).createCell(0).setCellValue("Postnr.");
      second.createRow(1).createCell(0).setCellValue("0307.a");
      book.write(out);
    }
    return file;
  }

  @Test
  void xlsGivesCachedFormulasPlainNumbersAndIsoDates() throws Exception {
    Read read = Read.all(xls());

    assertThat(read.columns()).containsExactly("Nr", "Länk", "Datum", "Namn", "Namn");
    assertThat(read.rows()).containsExactly(List.of("2786726", "ab", "1933-01-01", "", "true"));
    assertThat(read.origins().getFirst().line()).isEqualTo(3);
    assertThat(read.description())
        .contains("XLS, sheet \"Mexiko\" (2 of 3; the others: \"Leer\", \"Cypern\")");
    assertThat(read.resolved().sheet()).isEqualTo("Mexiko");
  }

  @Test
  void sheetsAreChosenByNameOrNumber() throws Exception {
    Path file = xls();

    assertThat(Read.all(file, Read.spec("sheet", "Cypern")).rows())
        .containsExactly(List.of("0307.a"));
    assertThat(Read.all(file, Read.spec("sheet", "3")).columns()).containsExactly("Postnr.");
    assertThatThrownBy(() -> Sources.open(file, Read.spec("sheet", "Malta")))
        .hasMessageContaining("expected one of \"Leer\", \"Mexiko\", \"Cypern\"")
        .hasMessageContaining("found \"Malta\"");
  }

  private Path xlsx(String sheet) throws Exception {
    Map<String, String> parts = new LinkedHashMap<>();
    String types = "http://schemas.openxmlformats.org/package/2006/content-types";
    String spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    String sheets = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    String relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    parts.put(
        "[Content_Types].xml",
        ("<Types xmlns='%s'><Default Extension='xml' ContentType='application/xml'/>"
                + "<Override PartName='/xl/workbook.xml' ContentType='%s.sheet.main+xml'/>"
                + "<Override PartName='/xl/styles.xml' ContentType='%s.styles+xml'/></Types>")
            .formatted(types, spreadsheet, spreadsheet));
    parts.put(
        "_rels/.rels",
        "<Relationships xmlns='%s'><Relationship Id='r' Type='%s/officeDocument' Target='xl/workbook.xml'/></Relationships>"
            .formatted(relations, office));
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns='%s' xmlns:r='%s'><sheets><sheet name='Blad1' sheetId='1' r:id='rId1'/></sheets></workbook>"
            .formatted(sheets, office));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns='%s'><Relationship Id='rId1' Type='%s/worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='rId2' Type='%s/styles' Target='styles.xml'/></Relationships>"
            .formatted(relations, office, office));
    parts.put(
        "xl/styles.xml",
        ("<styleSheet xmlns='%s'><numFmts count='1'><numFmt numFmtId='164' formatCode='yyyy\\-mm\\-dd'/></numFmts>"
                + "<cellXfs count='2'><xf numFmtId='0'/><xf numFmtId='164'/></cellXfs></styleSheet>")
            .formatted(sheets));
    parts.put(
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns='%s'><sheetData>%s</sheetData></worksheet>".formatted(sheets, sheet));
    Path file = folder.resolve("book.xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  private static String text(String cell, String text) {
    return "<c r='%s' t='inlineStr'><is><t>%s</t></is></c>".formatted(cell, text);
  }

  @Test
  void xlsxFollowsTheSameRules() throws Exception {
    String header = text("A1", "Nr") + text("B1", "Länk") + text("C1", "Datum") + text("D1", "M");
    String row =
        "<c r='A3'><v>1.0E7</v></c><c r='B3' t='str'><f>CONCATENATE(1,2)</f><v>12</v></c>"
            + "<c r='C3' s='1'><v>12055</v></c><c r='D3'><f>1/2</f><v>0.5</v></c>";
    Read read =
        Read.all(
            xlsx(
                "<row r='1'>%s</row><row r='2'><c r='C2'/></row><row r='3'>%s</row><row r='4'>%s</row>"
                    .formatted(header, row, text("A4", "x"))));

    assertThat(read.rows())
        .containsExactly(List.of("10000000", "12", "1933-01-01", "0.5"), List.of("x", "", "", ""));
    assertThat(read.origins()).extracting("line").containsExactly(3L, 4L);
    assertThat(read.problems()).isEmpty();
    assertThat(read.description()).isEqualTo("XLSX, sheet \"Blad1\", 4 columns");
  }

  @Test
  void damagedWorkbooksAreSaidToBe() throws Exception {
    Path xls = xls();
    byte[] bytes = Files.readAllBytes(xls);
    Files.write(xls, java.util.Arrays.copyOf(bytes, 700));
    Path xlsx = xlsx("<row r='1'><c r='A1' t='s'><v>7</v></c></row>");

    assertThatThrownBy(() -> Read.all(xls))
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("the workbook is damaged");
    assertThatThrownBy(() -> Read.all(xlsx)).isInstanceOf(HandselException.class);
  }
}
