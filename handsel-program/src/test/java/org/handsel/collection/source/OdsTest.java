package org.handsel.collection.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// OpenDocument workbooks are read under the rules of the others.
class OdsTest {
  private static final String ROWS =
      """
      <table:table table:name="Leer"><table:table-row table:number-rows-repeated="1048576">
        <table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>
      <table:table table:name="Stolar">
       <table:table-row><table:table-cell office:value-type="string"><text:p>id</text:p></table:table-cell>
        <table:table-cell office:value-type="string"><text:p>Titel</text:p></table:table-cell>
        <table:table-cell office:value-type="string"><text:p>Datum</text:p></table:table-cell></table:table-row>
       <table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>
       <table:table-row><table:table-cell office:value-type="float" office:value="12.0"><text:p>12,00</text:p></table:table-cell>
        <table:table-cell office:value-type="string"><office:annotation><text:p>remark</text:p></office:annotation>
         <text:p>Stol<text:s text:c="2"/>med</text:p><text:p>rygg</text:p></table:table-cell>
        <table:table-cell office:value-type="date" office:date-value="1932-05-01T00:00:00"><text:p>1.5.32</text:p></table:table-cell></table:table-row>
       <table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string"><text:p>same</text:p></table:table-cell>
        <table:table-cell table:number-columns-repeated="2" office:value-type="boolean" office:boolean-value="true"><text:p>WAHR</text:p></table:table-cell></table:table-row>
       <table:table-row><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
      </table:table>
      """;

  @TempDir Path folder;

  private Path workbook(String content) throws IOException {
    Path file = folder.resolve("t.ods");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("mimetype"));
      zip.write(
          "application/vnd.oasis.opendocument.spreadsheet".getBytes(StandardCharsets.US_ASCII));
      zip.putNextEntry(new ZipEntry("content.xml"));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  private static String content(String tables) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
      xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
      xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>
    %s</office:spreadsheet></office:body></office:document-content>
    """
        .formatted(tables);
  }

  @Test
  void cellsAreReadAsPeopleMeanThem() throws Exception {
    Read read = Read.all(workbook(content(ROWS)));
    assertThat(read.description())
        .isEqualTo("ODS, sheet \"Stolar\" (2 of 2; the others: \"Leer\"), 3 columns");
    assertThat(read.columns()).containsExactly("id", "Titel", "Datum");
    assertThat(read.rows())
        .containsExactly(
            List.of("12", "Stol  med\nrygg", "1932-05-01"),
            List.of("same", "true", "true"),
            List.of("same", "true", "true"));
    assertThat(read.origins()).extracting("line").containsExactly(5L, 6L, 7L);
    assertThat(read.problems()).isEmpty();
  }

  @Test
  void aSheetThatAsksForBillionsOfCellsIsEndedInOrder() throws Exception {
    Read read =
        Read.all(
            workbook(
                content(
                    """
                    <table:table table:name="T"><table:table-row><table:table-cell><text:p>id</text:p></table:table-cell>
                    </table:table-row><table:table-row table:number-rows-repeated="1048576">
                    <table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell>
                    </table:table-row></table:table>
                    """)));
    assertThat(read.rows().size()).isBetween(1, 2000);
    assertThat(read.problems())
        .anySatisfy(problem -> {
          assertThat(problem.code()).isEqualTo("ROWS_UNREADABLE");
          assertThat(problem.reason()).contains("repeats its cells");
        });
  }

  @Test
  void brokenEndKeepsTheRowsBeforeIt() throws Exception {
    String broken = content(ROWS).replace("<text:p>WAHR</text:p>", "<text:p>WAHR</text:q>");
    Read read = Read.all(workbook(broken), Read.spec("sheet", "Stolar"));
    assertThat(read.rows()).hasSize(1);
    assertThat(read.codes()).containsExactly("ROWS_UNREADABLE");
  }
}
