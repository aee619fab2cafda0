package org.handsel.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.handsel.testing.MarcBytes;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files of persons and records that are not what they should be, as a person meets them on the
/// command line: a message that says what, where, what was expected and what to do, an exit code
/// that does not say that all is well, and no wrong link.
class AuthorityBadInputTest {
  private static final Charset WESTERN = Charset.forName("windows-1252");

  /// Each has another record that is broken, mistaken or empty in one of the tests.
  private static final List<String> PERSONS =
      List.of(
          "{\"id\":\"olaf\",\"name\":\"Brekke, Olaf\",\"birth\":\"1858\",\"death\":\"1930\"}",
          "{\"id\":\"sofie\",\"name\":\"Dahl, Sofie\",\"birth\":\"1871\",\"death\":\"1944\"}",
          "{\"id\":\"astrid\",\"name\":\"Moe, Astrid\",\"birth\":\"1872\",\"death\":\"1941\"}");

  private static final Path DUMP = Shared.root().resolve("samples/wiki/dump.xml");

  @TempDir Path folder;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private int run(String... arguments) {
    System.setProperty("handsel.root", Shared.root().toString());
    bytes.reset();
    PrintStream print = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    int exit =
        Commands.run(
            new Surroundings(
                Clock.systemUTC(),
                Map.of("HANDSEL_HOME", folder.resolve("home").toString()),
                InputStream.nullInputStream(),
                print,
                print,
                false),
            arguments);
    assertThat(said()).doesNotContain("a fault of Handsel").doesNotContain("\tat ");
    return exit;
  }

  private String said() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private Path file(String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), List.of(lines));
  }

  private int link(Path persons, Path authority) {
    return run(
        "authority",
        "link",
        "--persons",
        persons.toString(),
        "--authority",
        authority.toString(),
        "--out",
        folder.resolve("links").toString());
  }

  private int link(Path authority) throws IOException {
    return link(file("persons.jsonl", PERSONS.toArray(String[]::new)), authority);
  }

  private List<String> links() throws IOException {
    return Files.readAllLines(folder.resolve("links/links.tsv")).stream()
        .skip(1)
        .map(line -> line.split("\t", -1)[0] + ">" + line.split("\t", -1)[1])
        .toList();
  }

  private static byte[] record(String id, String name, String life) {
    return MarcBytes.record("001 " + id, "035   $a(DE-588)" + id, "100 1 $a" + name + "$d" + life)
        .bytes();
  }

  private Path marc(byte[]... records) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] record : records) {
      all.writeBytes(record);
    }
    return Files.write(folder.resolve("library.mrc"), all.toByteArray());
  }

  private static final byte[] OLAF = record("100000010", "Brekke, Olaf", "1858-1930");
  private static final byte[] SOFIE = record("100000029", "Dahl, Sofie", "1871-1944");

  /// One entry of the directory is lost: fields no longer belong to their tags.
  private static byte[] brokenDirectory(byte[] record) {
    byte[] lost = new byte[record.length - 12];
    System.arraycopy(record, 0, lost, 0, 24);
    System.arraycopy(record, 36, lost, 24, record.length - 36);
    return lost;
  }

  private int check(Path authority, Path links) {
    return run(
        "authority",
        "check",
        authority.toString(),
        "--links",
        links.toString(),
        "--out",
        folder.resolve("library").toString());
  }

  @Test
  void linksThatCannotBeReadWholeAreNamedByTheCheck() throws IOException {
    Path links =
        file(
            "links.jsonl",
            "{\"id\":\"o\",\"name\":\"Brekke, Olaf\",\"identifiers\":{\"gnd\":\"100000010\"}}",
            "{\"id\":");
    assertThat(check(marc(OLAF, SOFIE), links)).isEqualTo(1);
    assertThat(said()).contains("links.jsonl, line 2: expected a JSON object");
  }

  @Test
  void beaconOfAnotherAuthorityIsRefused() throws IOException {
    Path links = file("viaf.beacon", "#FORMAT: BEACON", "#PREFIX: http://viaf.org/viaf/", "77");
    assertThat(check(marc(OLAF, SOFIE), links)).isEqualTo(1);
    assertThat(said()).contains("expected numbers of the authority file (gnd)", "viaf.org");
  }

  @Test
  void linkToARecordThatWasJoinedMeansWhatTookItsPlace() throws IOException {
    Path authority =
        marc(
            OLAF,
            MarcBytes.record(
                    "001 9",
                    "035   $a(DE-588)100000029",
                    "100 1 $aBrekke, O.",
                    "682   $iUmlenkung$0(DE-588)100000010")
                .bytes());
    Path links =
        file(
            "links.jsonl",
            "{\"id\":\"o\",\"name\":\"Brekke,"
                + " Olaf\",\"birth\":\"1858\",\"death\":\"1930\",\"identifiers\":{\"gnd\":\"https://d-nb.info/gnd/100000029\"}}");
    assertThat(check(authority, links)).isZero();
    assertThat(Files.readAllLines(folder.resolve("library/library.tsv"))).hasSize(1);
  }

  @Test
  void recordWithABrokenDirectoryIsNamedAndNobodyIsLinkedToIt() throws IOException {
    assertThat(link(marc(brokenDirectory(OLAF), SOFIE))).isEqualTo(1);
    assertThat(links()).containsExactly("olaf>", "sofie>100000029", "astrid>");
    assertThat(said()).contains("library.mrc, record 1: ").contains("Left out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"index", "check", "audit", "dump"})
  void brokenDirectoryIsNamedByEachCommand(String command) throws IOException {
    String library = marc(brokenDirectory(OLAF), SOFIE).toString();
    String out = folder.resolve("out").toString();
    int exit =
        switch (command) {
          case "index" -> run("authority", "index", library, "--out", out);
          case "check" -> run("authority", "check", library, "--out", out);
          case "audit" ->
              run("readiness", "audit", DUMP.toString(), "--authority", library, "--out", out);
          default ->
              run("readiness", "link", DUMP.toString(), "--authority", library, "--out", out);
        };
    assertThat(exit).as(said()).isEqualTo(1);
    assertThat(said()).contains("library.mrc").contains("record 1: ");
  }

  @Test
  void marcFieldsInTwoEncodingsAreBothReadAndTold() throws IOException {
    byte[] mixed =
        MarcBytes.record("001 1", "035   $a(DE-588)100000010")
            .field(
                "100",
                "1 \u001FaM\u00E8uller, Anna\u001Fd1858-1930".getBytes(StandardCharsets.ISO_8859_1))
            .field("400", "1 \u001FaMüllerová, Anna".getBytes(StandardCharsets.UTF_8))
            .bytes();
    Path persons =
        file(
            "persons.jsonl",
            "{\"id\":\"a\",\"name\":\"Müller, Anna\",\"birth\":\"1858\",\"death\":\"1930\"}",
            "{\"id\":\"b\",\"name\":\"Müllerová, Anna\",\"birth\":\"1858\",\"death\":\"1930\"}");
    assertThat(link(persons, marc(mixed, SOFIE))).isEqualTo(1);
    assertThat(links()).containsExactly("a>100000010", "b>100000010");
    assertThat(said()).contains("record 1: ").contains("UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jsonl", "csv"})
  void linesInTwoEncodingsAreBothReadAndTold(String format) throws IOException {
    boolean json = format.equals("jsonl");
    String first = json ? "" : "id,name,birth,death\n";
    String row =
        json
            ? "{\"id\":\"%s\",\"name\":\"%s\",\"birth\":\"%d\",\"death\":\"%d\"}%n"
            : "%s,\"%s\",%d,%d%n";
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(first.getBytes(StandardCharsets.UTF_8));
    all.writeBytes(row.formatted("a", "Müller, Jörg", 1858, 1930).getBytes(StandardCharsets.UTF_8));
    all.writeBytes(row.formatted("b", "Sjöström, Åke", 1871, 1944).getBytes(WESTERN));
    all.writeBytes(row.formatted("c", "Łuczak, Zoë", 1901, 1980).getBytes(StandardCharsets.UTF_8));
    Path library = Files.write(folder.resolve("library." + format), all.toByteArray());
    Path persons =
        file(
            "persons.jsonl",
            "{\"id\":\"1\",\"name\":\"Jörg Müller\",\"birth\":\"1858\",\"death\":\"1930\"}",
            "{\"id\":\"2\",\"name\":\"Åke Sjöström\",\"birth\":\"1871\",\"death\":\"1944\"}",
            "{\"id\":\"3\",\"name\":\"Zoë Łuczak\",\"birth\":\"1901\",\"death\":\"1980\"}");
    assertThat(link(persons, library)).isEqualTo(1);
    assertThat(links()).containsExactly("1>a", "2>b", "3>c");
    assertThat(said())
        .contains(
            "library.%s, line %d: expected UTF-8, found other bytes"
                .formatted(format, json ? 2 : 3))
        .contains("save the file as UTF-8");
  }

  @Test
  void textInSixteenBitsIsRead() throws IOException {
    Path library =
        Files.write(
            folder.resolve("library.csv"),
            "\uFEFFid\tname\tbirth\tdeath\n1\tBrekke, Olaf\t1858\t1930\n"
                .getBytes(StandardCharsets.UTF_16LE));
    assertThat(link(library)).as(said()).isZero();
    assertThat(links()).containsExactly("olaf>1", "sofie>", "astrid>");
  }

  @Test
  void emptyNamesOnBothSidesLinkNobody() throws IOException {
    Path persons =
        file(
            "persons.jsonl",
            "{\"id\":\"a\",\"name\":\"\",\"birth\":\"1858\",\"death\":\"1930\"}",
            "{\"id\":\"b\",\"name\":\" , \",\"birth\":\"1858\",\"death\":\"1930\"}",
            "{\"id\":\"c\",\"birth\":\"1858\",\"death\":\"1930\"}");
    Path library =
        file(
            "library.jsonl",
            "{\"id\":\"r1\",\"name\":\"\",\"birth\":\"1858\",\"death\":\"1930\"}",
            "{\"id\":\"r2\",\"name\":\"?\",\"birth\":\"1858\",\"death\":\"1930\"}",
            "{\"id\":\"r3\",\"name\":\"Brekke, Olaf\",\"birth\":\"1858\",\"death\":\"1930\"}");
    assertThat(link(persons, library)).isEqualTo(1);
    assertThat(links()).containsExactly("a>", "b>", "c>");
    assertThat(said()).contains("library.jsonl: r1 has no name. Left out.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000-00-00", "0000", "0", "1-01-01", "?", "unbekannt", "9999", "-"})
  void datesThatAreNoneSayNothingAndLinkNobody(String date) throws IOException {
    String life = ",\"birth\":\"%s\",\"death\":\"%s\"}".formatted(date, date);
    // The same nothing on both sides is no agreement; the true record has real dates.
    Path persons =
        file(
            "persons.jsonl",
            "{\"id\":\"a\",\"name\":\"Brekke, Olaf\"" + life,
            "{\"id\":\"b\",\"name\":\"Dahl, Solveig\"" + life);
    Path library =
        file(
            "library.jsonl",
            "{\"id\":\"r1\",\"name\":\"Brekke, Olaf\",\"birth\":\"1858\",\"death\":\"1930\"}",
            "{\"id\":\"r2\",\"name\":\"Dahl, Sofie\"" + life,
            "{\"id\":\"r3\",\"name\":\"Moe, Astrid\"" + life);
    assertThat(link(persons, library)).as(said()).isZero();
    assertThat(links()).containsExactly("a>r1", "b>");
    assertThat(Files.readString(folder.resolve("links/links.tsv")))
        .contains("birth not comparable")
        .doesNotContain("birth " + date);
  }

  @Test
  void datesThatAreNoneAreToldToTheLibrary() throws IOException {
    Path library =
        file(
            "library.jsonl",
            "{\"id\":\"r1\",\"name\":\"Brekke, Olaf\",\"birth\":\"0000-00-00\"}",
            "{\"id\":\"r2\",\"name\":\"Dahl, Sofie\",\"birth\":\"1871\",\"death\":\"1844\"}");
    assertThat(
            run(
                "authority",
                "check",
                library.toString(),
                "--out",
                folder.resolve("out").toString()))
        .isZero();
    assertThat(said()).contains("2  dates that cannot be right");
    assertThat(Files.readString(folder.resolve("out/library.tsv"))).contains("0000-00-00");
  }

  @Test
  void idThatRepeatsInTheAuthorityFileIsNamedAndOnlyTheFirstIsLinked() throws IOException {
    Path library =
        file(
            "library.jsonl",
            "{\"id\":\"1\",\"name\":\"Dahl, Sofie\",\"birth\":\"1871\",\"death\":\"1944\"}",
            "{\"id\":\"1\",\"name\":\"Brekke, Olaf\",\"birth\":\"1858\",\"death\":\"1930\"}");
    assertThat(link(library)).isEqualTo(1);
    assertThat(links()).containsExactly("olaf>", "sofie>1", "astrid>");
    assertThat(said())
        .contains("library.jsonl: the id 1 stands on a second record (\"Brekke, Olaf\")")
        .contains("The first one counts.");
  }

  @Test
  void idThatRepeatsAmongThePersonsGetsARowEachTime() throws IOException {
    Path persons =
        file(
            "persons.jsonl",
            PERSONS.get(0),
            PERSONS.get(1).replace("sofie", "olaf"),
            PERSONS.get(0));
    assertThat(link(persons, marc(OLAF, SOFIE))).as(said()).isZero();
    assertThat(links()).containsExactly("olaf>100000010", "olaf>100000029", "olaf>100000010");
  }

  @ParameterizedTest
  @ValueSource(strings = {"link", "check", "audit", "dump", "review"})
  void indexOfAnotherVersionIsRefusedByEachCommand(String command) throws IOException {
    String index = folder.resolve("library.index").toString();
    assertThat(run("authority", "index", marc(OLAF, SOFIE).toString(), "--out", index)).isZero();
    try (RandomAccessFile file = new RandomAccessFile(index, "rw")) {
      file.seek(16);
      file.write("0.0.1\0".getBytes(StandardCharsets.US_ASCII));
    }
    Path persons = file("persons.jsonl", PERSONS.toArray(String[]::new));
    assertThat(link(persons, marc(OLAF, SOFIE))).isZero();
    String out = folder.resolve("out").toString();
    int exit =
        switch (command) {
          case "link" ->
              run(
                  "authority",
                  "link",
                  "--persons",
                  persons.toString(),
                  "--authority",
                  index,
                  "--out",
                  out);
          case "check" -> run("authority", "check", index, "--out", out);
          case "audit" ->
              run("readiness", "audit", DUMP.toString(), "--authority", index, "--out", out);
          case "review" ->
              run(
                  "authority",
                  "review",
                  "import",
                  folder.resolve("links").toString(),
                  "--persons",
                  persons.toString(),
                  "--authority",
                  index);
          default -> run("readiness", "link", DUMP.toString(), "--authority", index, "--out", out);
        };
    assertThat(exit).as(said()).isEqualTo(1);
    assertThat(said())
        .contains("library.index: expected an index built by Handsel ")
        .contains("found one built by 0.0.1")
        .contains("Build it again with handsel authority index.");
    assertThat(folder.resolve("out/links.tsv")).doesNotExist();
  }

  @Test
  void indexThatIsCutOffIsRefused() throws IOException {
    Path index = folder.resolve("library.index");
    assertThat(run("authority", "index", marc(OLAF, SOFIE).toString(), "--out", index.toString()))
        .isZero();
    byte[] whole = Files.readAllBytes(index);
    Files.write(index, Arrays.copyOf(whole, whole.length - 1));
    assertThat(link(index)).isEqualTo(1);
    assertThat(said()).contains("library.index: expected").contains("the index is not whole");
    assertThat(folder.resolve("links")).doesNotExist();
  }

  @Test
  void rowsOfATableThatDoNotFitTheHeaderAreNamedAndLeftOut() throws IOException {
    Path library =
        file(
            "library.csv",
            "id,name,birth,death",
            "1,\"Brekke, Olaf\",1858,1930",
            "2,Dahl, Sofie,1871,1944",
            "3,\"Moe, Astrid\",1872");
    assertThat(link(library)).isEqualTo(1);
    assertThat(links()).containsExactly("olaf>1", "sofie>", "astrid>");
    assertThat(said())
        .contains("library.csv, line 3: expected 4 cells as in the header, found 5. Left out")
        .contains("library.csv, line 4: expected 4 cells as in the header, found 3.");
  }

  @Test
  void quoteThatIsNeverClosedCostsWhatStandsBehindIt() throws IOException {
    Path library =
        file(
            "library.csv",
            "id,name,birth,death",
            "1,\"Brekke, Olaf\",1858,1930",
            "2,\"Dahl, Sofie,1871,1944",
            "3,Moe Astrid,1872,1941");
    assertThat(link(library)).isEqualTo(1);
    assertThat(links()).containsExactly("olaf>1", "sofie>", "astrid>");
    assertThat(said()).contains("library.csv, line 3: a quote is opened and never closed.");
  }

  @Test
  void tableDividedBySemicolonsIsRead() throws IOException {
    Path library =
        file("library.csv", "id;name;birth;death;name", "1;Brekke, Olaf;1858;1930;Nobody, N.");
    assertThat(link(library)).as(said()).isZero();
    assertThat(links()).containsExactly("olaf>1", "sofie>", "astrid>");
  }

  @Test
  void packedFileThatEndsEarlyIsNotTakenForTheWhole() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("id,name,birth,death\n".getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 20_000; i++) {
        gzip.write(
            "%d,\"Brekke%d, Olaf\",1858,1930%n".formatted(i, i).getBytes(StandardCharsets.UTF_8));
      }
    }
    Path library =
        Files.write(
            folder.resolve("library.csv.gz"),
            Arrays.copyOf(packed.toByteArray(), packed.size() / 2));
    assertThat(link(library)).isEqualTo(1);
    assertThat(said()).contains("library.csv.gz").containsIgnoringCase("unexpected end");
    assertThat(folder.resolve("links")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "<html>404 Not Found</html>", "%PDF-1.7\n%x", "a,b\n1,2\n", "[]", "{}"})
  void fileThatHoldsNoRecordsIsRefused(String content) throws IOException {
    assertThat(link(Files.writeString(folder.resolve("library"), content))).isEqualTo(1);
    assertThat(said()).contains("library: expected records with an id and a name, found none.");
    assertThat(folder.resolve("links")).doesNotExist();
  }

  @Test
  void numbersOfABeaconFileAreHeldAgainstTheLibrary() throws IOException {
    Path beacon =
        file(
            "wiki.beacon",
            "#FORMAT: BEACON",
            "#PREFIX: https://d-nb.info/gnd/",
            "100000010|Brekke, Olaf|https://example.org/wiki/Olaf_Brekke",
            "100000028|Dahl, Sofie|https://example.org/wiki/Sofie_Dahl");
    Path out = folder.resolve("out");
    assertThat(
            run(
                "authority",
                "check",
                marc(OLAF, SOFIE).toString(),
                "--links",
                beacon.toString(),
                "--out",
                out.toString()))
        .as(said())
        .isZero();
    assertThat(Files.readAllLines(out.resolve("library.tsv")))
        .filteredOn(line -> line.startsWith("check-digit"))
        .singleElement()
        .asString()
        .contains("https://example.org/wiki/Sofie_Dahl to 100000028 cannot be right");
  }

  @Test
  void columnsOfALibrarysTableAreNamedForItsIndex() throws IOException {
    Path table = file("table.csv", "nr;wer;geb;gest", "1;Brekke, Olaf;1858;1930");
    String index = folder.resolve("table.index").toString();
    assertThat(run("authority", "index", table.toString(), "--out", index)).isEqualTo(1);
    assertThat(
            run(
                "authority",
                "index",
                table.toString(),
                "--columns",
                "id=nr,name=wer,birth=geb,death=gest",
                "--out",
                index))
        .as(said())
        .isZero();
    assertThat(link(Path.of(index))).isZero();
    assertThat(links()).containsExactly("olaf>1", "sofie>", "astrid>");
    assertThat(run("authority", "index", table.toString(), "--columns", "who=wer", "--out", index))
        .isEqualTo(2);
    assertThat(said()).contains("--columns: expected names of").contains("found \"who\"");
  }
}
