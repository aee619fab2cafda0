package org.handsel.collection.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.handsel.platform.Exit;
import org.handsel.platform.HandselException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TablesTest {
  @TempDir Path folder;

  private Read read(String text) throws Exception {
    return Read.all(Read.write(folder.resolve("table.csv"), text));
  }

  @ParameterizedTest(name = "delimiter {0}")
  @CsvSource(
      value = {"comma ~ , ~ CSV", "semicolon ~ ; ~ CSV", "pipe ~ | ~ CSV", "tab ~ \\t ~ TSV"},
      delimiter = '~')
  void delimitersAreRecognised(String name, String written, String format) throws Exception {
    String delimiter = written.equals("\\t") ? "\t" : written;
    Read read =
        read(
            "id|title|year\n1|A, b; c|1900\n2|D|1901\n3|E, f|1902\n"
                .replace("|", delimiter)
                .replace("A, b; c", "A b c")
                .replace("E, f", "E f"));

    assertThat(read.columns()).containsExactly("id", "title", "year");
    assertThat(read.rows()).hasSize(3).allSatisfy(row -> assertThat(row).hasSize(3));
    assertThat(read.description()).startsWith(format);
    assertThat(read.resolved().delimiter()).isEqualTo(written);
  }

  @Test
  void whatPeopleWriteAboveAListIsNotItsHeader() throws Exception {
    Read read =
        Read.all(
            Read.write(
                folder.resolve("t.csv"),
                "Objects of the museum,,,\n,,,\nNr,Title,Size,\n,,Height,Width\n"
                    + "1,Harbour,40,60\n2,Bridge,20,30\n"));

    assertThat(read.columns()).containsExactly("Nr", "Title", "Size Height", "Size Width");
    assertThat(read.rows())
        .containsExactly(List.of("1", "Harbour", "40", "60"), List.of("2", "Bridge", "20", "30"));
    assertThat(read.codes()).containsExactly("ROWS_ABOVE_NAMES");
    assertThat(read.problems().getFirst().reason())
        .contains("below \"Objects of the museum\"", "Take it out");
  }

  @Test
  void aListOfOneColumnAndOneWithAnEmptyNameKeepTheirFirstRow() throws Exception {
    assertThat(Read.all(Read.write(folder.resolve("one.csv"), "Nr\n1\n2\n")).rows()).hasSize(2);
    Read gap = Read.all(Read.write(folder.resolve("gap.csv"), "Nr,,Title\n1,x,A\n2,y,B\n"));
    assertThat(gap.columns()).containsExactly("Nr", "column 2", "Title");
    assertThat(gap.rows()).hasSize(2);
  }

  @Test
  void lineBreaksAndDelimitersInsideQuotesBelongToTheCell() throws Exception {
    Read read = read("id,note\n1,\"first line\nsecond, \"\"quoted\"\"\"\n2,b\n");

    assertThat(read.rows())
        .containsExactly(List.of("1", "first line\nsecond, \"quoted\""), List.of("2", "b"));
    assertThat(read.origins()).extracting("line").containsExactly(2L, 4L);
  }

  @Test
  void strayQuotesInAnExportWithoutQuotingSwallowNothing() throws Exception {
    StringBuilder text = new StringBuilder("Nr|Titel|Ort\r\n");
    for (int i = 1; i <= 60; i++) {
      text.append(i).append(i % 10 == 0 ? "|\"Vasa\" vid kaj" : "|12\" kanon").append("|Ort\r\n");
    }
    text.append("61|\"aldrig stängd|Ort\r\n62|b|Ort\r\n");

    Read read = read(text.toString());

    assertThat(read.rows()).hasSize(62).allSatisfy(row -> assertThat(row).hasSize(3));
    assertThat(read.rows().get(9)).containsExactly("10", "\"Vasa\" vid kaj", "Ort");
    assertThat(read.rows().get(60)).containsExactly("61", "\"aldrig stängd", "Ort");
    assertThat(read.description()).contains("delimiter |, no quotes");
    assertThat(read.resolved().quote()).isEqualTo("none");
  }

  @Test
  void quotesAroundWholeTsvCellsStayWhenTheyProtectNothing() throws Exception {
    Read read = read("id\ttitle\n1\t\"Quoted\"\n2\tplain\n3\tplain\n4\tplain\n");

    assertThat(read.rows().getFirst()).containsExactly("1", "\"Quoted\"");
  }

  @Test
  void fullyQuotedTablesAreUnquotedWithAnyDelimiter() throws Exception {
    Read read = read("\"id\"|\"title\"\n\"1\"|\"a\"\n\"2\"|\"b\"\n");

    assertThat(read.columns()).containsExactly("id", "title");
    assertThat(read.rows()).containsExactly(List.of("1", "a"), List.of("2", "b"));
  }

  @Test
  void repeatedNamesReachAllTheirCells() throws Exception {
    Path file = Read.write(folder.resolve("t.csv"), "Nr|Namn|Namn|Ort|Namn\n1|Anna||Lund|Bo\n");
    try (RecordSource source = Sources.open(file, SourceSpec.RECOGNISE)) {
      SourceRecord row = java.util.Objects.requireNonNull(source.next());

      assertThat(source.columns()).containsExactly("Nr", "Namn", "Namn", "Ort", "Namn");
      assertThat(row.cells("Namn"))
          .containsExactly(
              new SourceRecord.Cell("Namn", "Anna"),
              new SourceRecord.Cell("Namn#2", ""),
              new SourceRecord.Cell("Namn#3", "Bo"));
      assertThat(row.cells("Namn#3")).extracting("text").containsExactly("Bo");
      assertThat(row.cells("Titel")).isEmpty();
      assertThat(row.node().toString())
          .contains("<column name=\"Namn\">Anna</column>")
          .contains("<column name=\"Namn\">Bo</column>");
      assertThat(source.description()).contains("5 columns (1 name repeats)");
    }
  }

  @Test
  void rowsOfTheWrongLengthAreKeptAndReported() throws Exception {
    Read read = read("a,b,c\n1,2,3\n4,5\n6,7,8,9\n10,11,12\n");

    assertThat(read.rows())
        .containsExactly(
            List.of("1", "2", "3"),
            List.of("4", "5", ""),
            List.of("6", "7", "8", "9"),
            List.of("10", "11", "12"));
    assertThat(read.codes()).containsExactly("CELLS_MISSING", "CELLS_SURPLUS");
    assertThat(read.problems()).extracting("line").containsExactly(3L, 4L);
    assertThat(read.problems()).noneMatch(SourceProblem::recordLost);
    assertThat(read.problems().getLast().reason()).contains("expected 3, found 4", "column 4");
  }

  @Test
  void surplusCellsHaveAColumnOfTheirOwn() throws Exception {
    Path file = Read.write(folder.resolve("t.csv"), "a,b\n1,2,3\n4,5\n");
    try (RecordSource source = Sources.open(file, SourceSpec.RECOGNISE)) {
      SourceRecord row = java.util.Objects.requireNonNull(source.next());

      assertThat(row.cells("column 3")).containsExactly(new SourceRecord.Cell("column 3", "3"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, UTF-8",
    "windows-1252, windows-1252",
    "UTF-16LE, UTF-16LE",
    "UTF-16BE, UTF-16BE"
  })
  void charsetsAreRecognised(String charset, String expected) throws Exception {
    Path file = folder.resolve("t.csv");
    Read.write(
        file,
        "id,título\n1,Île de Ré – café\n2,Größe\n3,Ångström naïve façade\n",
        Charset.forName(charset));

    Read read = Read.all(file);

    assertThat(read.rows().getFirst()).containsExactly("1", "Île de Ré – café");
    assertThat(read.description()).contains(expected);
  }

  @Test
  void byteOrderMarksAreNoPartOfTheFirstName() throws Exception {
    Read read = read("\uFEFFid,title\n1,ä\n");

    assertThat(read.columns()).containsExactly("id", "title");
    assertThat(read.description()).startsWith("CSV, UTF-8 with byte-order mark, ");
  }

  @Test
  void anUmlautFarInTheFileDecidesTheCharset() throws Exception {
    StringBuilder text = new StringBuilder("id,name\n");
    for (int i = 0; i < 200_000; i++) {
      text.append(i).append(",plain text\n");
    }
    text.append("last,Café Größe\n");
    Path file =
        Read.write(folder.resolve("t.csv"), text.toString(), Charset.forName("windows-1252"));

    Read read = Read.all(file);

    assertThat(read.rows().getLast()).containsExactly("last", "Café Größe");
    assertThat(read.problems()).isEmpty();
  }

  @Test
  void wrongCharsetNamesLineAndBytesAndReadsTheRest() throws Exception {
    Path file =
        Read.write(
            folder.resolve("t.csv"),
            "id,name\n1,Anna\n2,Café\n3,Bo\n",
            StandardCharsets.ISO_8859_1);

    Read read = Read.all(file, Read.spec("charset", "UTF-8"));

    assertThat(read.rows()).hasSize(3);
    assertThat(read.rows().get(1)).containsExactly("2", "Caf\uFFFD");
    assertThat(read.codes()).containsExactly("BYTES_UNDECODABLE");
    assertThat(read.problems().getFirst().line()).isEqualTo(3);
    assertThat(read.problems().getFirst().raw()).startsWith("E9");
  }

  @Test
  void utf8ReadAsAnotherCharsetIsDoubted() throws Exception {
    Path file = Read.write(folder.resolve("t.csv"), "id,name\n1,Anna\n2,Café\n");

    Read read = Read.all(file, Read.spec("charset", "windows-1252"));

    assertThat(read.codes()).containsExactly("CHARSET_DOUBTFUL");
    assertThat(read.problems().getFirst().reason()).contains("line 3", "C3 A9", "windows-1252");
  }

  @Test
  void excelsHintLineNamesTheDelimiter() throws Exception {
    Read read = read("sep=;\nid;a,b\n1;2,3\n");

    assertThat(read.columns()).containsExactly("id", "a,b");
    assertThat(read.origins().getFirst().line()).isEqualTo(3);
  }

  @Test
  void aTableThatBeginsLikeAnAvroFileIsText() throws Exception {
    Read read = read("ObjId|ObjKueId\n1|2\n3|4\n");

    assertThat(read.columns()).containsExactly("ObjId", "ObjKueId");
  }

  @Test
  void givenDialectsAreFollowed() throws Exception {
    Path file = Read.write(folder.resolve("t.txt"), "a\tb|c\n1\t2|3\n");

    assertThat(Read.all(file, Read.spec("format", "tsv")).columns()).containsExactly("a", "b|c");
    assertThat(Read.all(file, Read.spec("delimiter", "|")).columns()).containsExactly("a b", "c");
    assertThat(Read.all(file, Read.spec("delimiter", "\\t", "quote", "none")).rows())
        .containsExactly(List.of("1", "2|3"));
  }

  @Test
  void unusableSettingsAreNamed() throws Exception {
    Path file = Read.write(folder.resolve("t.csv"), "a,b\n1,2\n");

    assertThatThrownBy(() -> Sources.open(file, Read.spec("charset", "utf-9")))
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("source.charset")
        .hasMessageContaining("\"utf-9\"");
    assertThatThrownBy(() -> Sources.open(file, Read.spec("delimiter", "::")))
        .hasMessageContaining("source.delimiter");
    assertThatThrownBy(() -> Sources.open(file, Read.spec("format", "docx")))
        .hasMessageContaining("expected one of csv, tsv, xlsx, xls, ods, xml, json, marc21, iiif");
    assertThatThrownBy(() -> Sources.open(file, Read.spec("format", "ods")))
        .isInstanceOfSatisfying(
            HandselException.class, e -> assertThat(e.exit()).isEqualTo(Exit.USAGE))
        .hasMessageContaining("source.format is ods, but the file is a table in a text file");
    assertThatThrownBy(() -> Sources.open(file, Read.spec("format", "xml")))
        .hasMessageContaining("a table in a text file");
  }

  @Test
  void joinedRowsBelongToTheirRecord() throws Exception {
    Read.write(folder.resolve("main.csv"), "id,title\n1,Stol\n2,Bord\n3,Lampa\n");
    Read.write(
        folder.resolve("makers.csv"), "object;name\n1;Anna\n1;Bo\n2;Cilla\n9;Nobody\n;Empty\n");
    SourceSpec spec =
        new SourceSpec(
            null,
            null,
            null,
            null,
            null,
            null,
            Map.of(),
            List.of(new SourceSpec.Join("makers.csv", "id", "object")));
    try (RecordSource source = Sources.open(folder.resolve("main.csv"), spec)) {
      SourceRecord first = java.util.Objects.requireNonNull(source.next());
      assertThat(first.cells("name"))
          .containsExactly(
              new SourceRecord.Cell("makers[1].name", "Anna"),
              new SourceRecord.Cell("makers[2].name", "Bo"));
      assertThat(first.cells("makers.name")).isEqualTo(first.cells("name"));
      assertThat(first.node().toString())
          .contains("<joined table=\"makers\">")
          .contains("<column name=\"name\">Bo</column>");
      assertThat(java.util.Objects.requireNonNull(source.next()).cells("name")).hasSize(1);
      assertThat(java.util.Objects.requireNonNull(source.next()).cells("name")).isEmpty();
      assertThat(source.next()).isNull();
      List<SourceProblem> problems = source.takeProblems();
      assertThat(problems).extracting("code").containsExactly("JOIN_ORPHANS");
      assertThat(problems.getFirst().reason()).contains("2 rows", "\"9\"");
    }
  }

  @Test
  void joinsNameTheColumnsThereAre() throws Exception {
    Read.write(folder.resolve("main.csv"), "id,title\n1,Stol\n");
    Read.write(folder.resolve("makers.csv"), "object,name\n1,Anna\n");
    SourceSpec spec =
        new SourceSpec(
            null,
            null,
            null,
            null,
            null,
            null,
            Map.of(),
            List.of(new SourceSpec.Join("makers.csv", "id", "ObjectID")));

    assertThatThrownBy(() -> Sources.open(folder.resolve("main.csv"), spec))
        .hasMessage(
            "source.joins: no column \"ObjectID\" in makers.csv; columns are: object, name.");
  }

  @Test
  void tablesOfAFolderAreReadTogetherWhenTheirColumnsAgree() throws Exception {
    Read.write(folder.resolve("d/a.csv"), "id,title\n1,A\n");
    Read.write(folder.resolve("d/b.csv"), "id,title\n2,B\n");
    Read.write(folder.resolve("d/c.csv"), "x,y,z\n1,2,3\n");
    Read.write(folder.resolve("d/readme.md"), "# Read, me\n");
    Read.write(folder.resolve("d/.hidden.csv"), "id,title\n3,C\n");

    Read read = Read.all(folder.resolve("d"));

    assertThat(read.rows()).containsExactly(List.of("1", "A"), List.of("2", "B"));
    assertThat(read.origins()).extracting("file").containsExactly("a.csv", "b.csv");
    assertThat(read.problems()).extracting("file").containsExactly("c.csv", "readme.md");
    assertThat(read.problems().getFirst().reason()).contains("other columns than a.csv");
  }

  @Test
  void aQuoteThatIsNeverClosedIsReported() throws Exception {
    Path file = Files.writeString(folder.resolve("t.csv"), "a,b\n1,\"x, y\"\n2,\"open\n3,c\n4,d\n");

    Read read = Read.all(file, Read.spec("quote", "\""));

    assertThat(read.rows().getFirst()).containsExactly("1", "x, y");
    assertThat(read.problems()).isNotEmpty();
  }
}
