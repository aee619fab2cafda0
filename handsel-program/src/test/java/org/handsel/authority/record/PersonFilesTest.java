package org.handsel.authority.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.handsel.authority.record.NameVariant.Kind;
import org.handsel.platform.HandselException;
import org.handsel.testing.MarcBytes;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files of every kind, recognised by their first bytes.
class PersonFilesTest {
  @TempDir Path folder;
  private final List<PersonRecord> persons = new ArrayList<>();

  private List<PersonProblem> read(String text) throws IOException {
    return read(text, StandardCharsets.UTF_8);
  }

  private List<PersonProblem> read(String text, Charset charset) throws IOException {
    Path file = Files.write(folder.resolve("persons"), text.getBytes(charset));
    return PersonFiles.read(file, Map.of(), persons::add);
  }

  @ParameterizedTest
  @ValueSource(strings = {"library.xml", "library.mrc"})
  void recordsOfALibrarySayWhatTheirFieldsSay(String name) {
    Path file = Shared.root().resolve("samples/authority").resolve(name);
    assertThat(PersonFiles.read(file, Map.of(), persons::add)).isEmpty();
    assertThat(persons).hasSize(10);
    PersonRecord astrid = persons.getFirst();
    assertThat(astrid.id()).isEqualTo("118650130");
    assertThat(astrid.birth()).isEqualTo("1872-05-03");
    assertThat(astrid.birthPlace()).isEqualTo("Skarvik");
    assertThat(astrid.countries()).containsExactly("NO");
    assertThat(astrid.occupations()).containsExactly("Fotografin");
    assertThat(astrid.details().gender()).isEqualTo("female");
    assertThat(astrid.details().formerIds()).containsExactly("100000096");
    assertThat(astrid.details().names())
        .containsExactly(
            new NameVariant("Moe, Astrid", Kind.BIRTH),
            new NameVariant("Lindkvist Mo, Astrid", Kind.OTHER),
            new NameVariant("A. L.", Kind.PSEUDONYM));
    assertThat(persons)
        .extracting(person -> person.details().status())
        .contains(RecordStatus.UNDIFFERENTIATED, RecordStatus.REDIRECTED);
    PersonRecord moved = persons.get(6);
    assertThat(moved.details().successor()).isEqualTo("100000088");
    PersonRecord american = persons.get(8);
    assertThat(american.id()).isEqualTo("n90001234");
    assertThat(american.death()).isEqualTo("1951~");
    assertThat(american.details().identifiers()).containsEntry("viaf", List.of("12345678"));
    assertThat(american.details().relations().getFirst().role()).isEqualTo("pseudonym");
    assertThat(persons.get(9).kind()).isEqualTo("corporate");
  }

  /// What the fields of the standard say: of the GND by its codes, of the Library of Congress by
  /// words.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 1 $aLie, Astrid$4nage | BIRTH",
        "400 1 $aLie, Astrid$4naeh | MARRIED",
        "400 1 $aLie, Astrid$4nafr | EARLIER",
        "400 1 $aLie, Astrid$4nasp | LATER",
        "400 1 $aLie, Astrid$4nawi | REAL",
        "400 1 $aLie, Astrid$4pseu | PSEUDONYM",
        "400 1 $aBenedikta, Schwester$4naor | RELIGIOUS",
        "400 1 $aLie, Astrid$iMarried name: | MARRIED",
        "400 1 $aLie, Astrid$iName in religion: | RELIGIOUS",
        "400 1 $aLie, Astrid$wnne | OTHER",
        "880 1 $6400-01/(N$aЛи, Астрид | OTHER_SCRIPT",
        "400 1 $aЛи, Астрид | OTHER_SCRIPT",
        "400 1 $aLie, Astrid | OTHER"
      })
  void variantsOfMarcSayTheirKind(String field, Kind kind) throws IOException {
    Path file =
        Files.write(
            folder.resolve("persons"),
            MarcBytes.record("001 1", "100 1 $aMoe, Astrid", field).bytes());
    assertThat(PersonFiles.read(file, Map.of(), persons::add)).isEmpty();
    assertThat(persons.getFirst().details().names())
        .singleElement()
        .extracting(NameVariant::kind)
        .isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "548   $a1872-1941$4datl | BIRTH EXACT 1872..1872, DEATH EXACT 1941..1941",
        "548   $aca. 1872-1941$4datl | BIRTH CIRCA 1872..1872, DEATH EXACT 1941..1941",
        "548   $a1890-1930$4datw | ACTIVE SPAN 1890..1930",
        "548   $a17. Jh.$4datl | ACTIVE SPAN 1601..1700",
        "046   $f18720503$g1941 | BIRTH EXACT 1872..1872, DEATH EXACT 1941..1941",
        "046   $s1890$t1930 | ACTIVE SPAN 1890..1930",
        "046   $s-0050~$t-0020$2edtf | ACTIVE SPAN -50..-20",
        "046   $f-0043$2edtf | BIRTH EXACT -43..-43",
        "548   $a0000-00-00$4datl | BIRTH PLACEHOLDER 0..0"
      })
  void datesOfMarcSayHowTheyAreMeant(String field, String dates) throws IOException {
    Path file =
        Files.write(
            folder.resolve("persons"),
            MarcBytes.record("001 1", "100 1 $aMoe, Astrid", field).bytes());
    PersonFiles.read(file, Map.of(), persons::add);
    assertThat(
            persons.getFirst().details().dates().stream()
                .map(date ->
                    "%s %s %d..%d".formatted(date.event(), date.kind(), date.from(), date.to())))
        .containsExactly(dates.split(", ", -1));
  }

  @Test
  void deletedRecordIsKeptAsOneThatNobodyIsLinkedTo() throws IOException {
    byte[] record = MarcBytes.record("001 1", "100 1 $aMoe, Astrid").bytes();
    record[5] = 'd';
    PersonFiles.read(Files.write(folder.resolve("persons"), record), Map.of(), persons::add);
    assertThat(persons.getFirst().details().status()).isEqualTo(RecordStatus.DELETED);
  }

  @Test
  void familiesAndBodiesAreToldFromPersons() throws IOException {
    Path file = folder.resolve("persons");
    byte[] family = MarcBytes.record("001 1", "100 3 $aMoe (Familie)").bytes();
    byte[] body = MarcBytes.record("001 2", "110 2 $aMoe & Sohn").bytes();
    Files.write(file, family);
    Files.write(file, body, StandardOpenOption.APPEND);
    PersonFiles.read(file, Map.of(), persons::add);
    assertThat(persons).extracting(PersonRecord::kind).containsExactly("family", "corporate");
  }

  @Test
  void xmlThatBreaksKeepsWhatStoodBefore() throws IOException {
    String sample = Files.readString(Shared.root().resolve("samples/authority/library.xml"));
    List<PersonProblem> problems = read(sample.substring(0, sample.length() / 2));
    assertThat(persons).isNotEmpty();
    assertThat(problems)
        .extracting(PersonProblem::kind)
        .containsExactly(PersonProblem.Kind.TRUNCATED);
  }

  @Test
  void entitiesOfXmlAreNotRead() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "Geheim");
    read(
        "<!DOCTYPE c [<!ENTITY x SYSTEM \"%s\">]><collection><record><controlfield tag=\"001\">1"
                .formatted(secret.toUri())
            + "</controlfield><datafield tag=\"100\" ind1=\"1\" ind2=\" \"><subfield code=\"a\">"
            + "&x;</subfield></datafield></record></collection>");
    assertThat(persons.toString()).doesNotContain("Geheim");
  }

  @Test
  void personsFormatHoldsIdentifiersGenderAndKindsOfNames() throws IOException {
    read(
        """
        {"id":"1","name":"Moe, Astrid","gender":"female","variants":[{"name":"Lie, Astrid","kind":"birth"}],"identifiers":{"viaf":"12","gnd":["1","2"]}}
        """);
    PersonDetails details = persons.getFirst().details();
    assertThat(details.gender()).isEqualTo("female");
    assertThat(details.names()).containsExactly(new NameVariant("Lie, Astrid", Kind.BIRTH));
    assertThat(details.identifiers())
        .containsEntry("viaf", List.of("12"))
        .containsEntry("gnd", List.of("1", "2"));
  }

  @Test
  void dateOfNoughtsIsToldAndNotKnown() throws IOException {
    List<PersonProblem> problems =
        read("{\"id\":\"1\",\"name\":\"Moe, Astrid\",\"birth\":\"0000-00-00\"}\n");
    assertThat(persons).hasSize(1);
    assertThat(persons.getFirst().details().dates().getFirst().kind())
        .isEqualTo(StatedDate.Kind.PLACEHOLDER);
    assertThat(problems.getFirst().kind().harmless()).isTrue();
    assertThat(problems.getFirst().message())
        .isEqualTo("line 1: 1: \"0000-00-00\" is no date; read as not known.");
  }

  @Test
  void wikidataTellsHumansWithPrecisionAndCirca() throws IOException {
    read(
        """
        [
        {"id":"Q1","type":"item","labels":{"de":{"language":"de","value":"Astrid Moe"},"ru":{"language":"ru","value":"Астрид Му"}},"aliases":{"en":[{"language":"en","value":"A. Moe"}]},"descriptions":{"en":{"language":"en","value":"Norwegian photographer"}},"claims":{"P31":[{"mainsnak":{"datavalue":{"value":{"numeric-id":5}}},"rank":"normal"}],"P21":[{"mainsnak":{"datavalue":{"value":{"id":"Q6581072"}}},"rank":"normal"}],"P569":[{"mainsnak":{"datavalue":{"value":{"time":"+1872-00-00T00:00:00Z","precision":9}}},"rank":"normal","qualifiers":{"P1480":[{"datavalue":{"value":{"id":"Q5727902"}}}]}}],"P570":[{"mainsnak":{"datavalue":{"value":{"time":"+1940-00-00T00:00:00Z","precision":9}}},"rank":"deprecated"},{"mainsnak":{"datavalue":{"value":{"time":"+1941-10-11T00:00:00Z","precision":11}}},"rank":"preferred"}],"P227":[{"mainsnak":{"datavalue":{"value":"118650130"}},"rank":"normal"}],"P1477":[{"mainsnak":{"datavalue":{"value":{"text":"Astrid Lie","language":"nb"}}},"rank":"normal"}]}},
        {broken},
        {"id":"Q2","type":"item","labels":{"de":{"language":"de","value":"Skarvik"}},"claims":{}},
        {"id":"P31","type":"property","labels":{"en":{"language":"en","value":"instance of"}},"claims":{}}
        ]
        """);
    assertThat(persons).hasSize(1);
    PersonRecord astrid = persons.getFirst();
    assertThat(astrid.name()).isEqualTo("Astrid Moe");
    assertThat(astrid.birth()).isEqualTo("1872~");
    assertThat(astrid.death()).isEqualTo("1941-10-11");
    assertThat(astrid.details().names())
        .containsExactly(
            new NameVariant("Astrid Lie", Kind.BIRTH),
            new NameVariant("Астрид Му", Kind.OTHER_SCRIPT),
            new NameVariant("A. Moe", Kind.OTHER));
    assertThat(astrid.details().identifiers())
        .containsEntry("gnd", List.of("118650130"))
        .containsEntry("wikidata", List.of("Q1"));
  }

  @Test
  void beaconHoldsLinksAndNamesWhereItHasThem() throws IOException {
    String text =
        """
        #FORMAT: BEACON
        #PREFIX: http://d-nb.info/gnd/
        118650130|Moe, Astrid|http://example.org/moe
        100000010
        100000029|3
        """;
    assertThat(read(text)).isEmpty();
    assertThat(persons).extracting(PersonRecord::name).containsExactly("Moe, Astrid", "", "");
    Beacon beacon = PersonFiles.beacon(folder.resolve("persons"));
    assertThat(beacon.meta()).containsEntry("PREFIX", "http://d-nb.info/gnd/");
    assertThat(beacon.links().getFirst().target()).isEqualTo("http://example.org/moe");
  }

  @Test
  void textThatIsNotUtf8IsReadAsWesternAndTold() throws IOException {
    List<PersonProblem> problems =
        read("#FORMAT: BEACON\n1|Müller, Anna|http://example.org\n", StandardCharsets.ISO_8859_1);
    assertThat(persons.getFirst().name()).isEqualTo("Müller, Anna");
    assertThat(problems)
        .extracting(PersonProblem::kind)
        .containsExactly(PersonProblem.Kind.ENCODING);
  }

  @Test
  void picaPlusSaysNamesDatesAndPlaces() throws IOException {
    read(
        "002@ _0Tp1|003@ _0118650130|007K _agnd_0118650130|028@ _dAstrid_aMoe_4nafr|028A _dAstrid_aLindqvist-Moe|060R _a1872_b1941_4datl|060R _a1890_b1930_4datw|065R _aSkarvik_4ortg|032T _aw|042B _aXA-NO\n"
            .replace('_', '\u001F')
            .replace('|', '\u001E'));
    PersonRecord astrid = persons.getFirst();
    assertThat(astrid.name()).isEqualTo("Lindqvist-Moe, Astrid");
    assertThat(astrid.birth()).isEqualTo("1872");
    assertThat(astrid.birthPlace()).isEqualTo("Skarvik");
    assertThat(astrid.details().gender()).isEqualTo("female");
    assertThat(astrid.details().names())
        .containsExactly(new NameVariant("Moe, Astrid", Kind.EARLIER));
    assertThat(astrid.details().dates().getLast().event()).isEqualTo(StatedDate.Event.ACTIVE);
  }

  @Test
  void arrayInOneLineIsReadObjectByObject() throws IOException {
    assertThat(
            read(
                "[{\"id\":\"1\",\"name\":\"Moe, Astrid\"}, {\"id\":\"2\",\"name\":\"Lie,"
                    + " Anna\"}]\n"))
        .isEmpty();
    assertThat(persons).extracting(PersonRecord::id).containsExactly("1", "2");
  }

  @Test
  void lineOfAnArrayThatIsBrokenCostsItselfAndIsShown() throws IOException {
    assertThat(
            read(
                "[\n"
                    + "{\"id\":\"1\",\"name\":\"Moe\"},\n"
                    + "{\"id\":,\n"
                    + "{\"id\":\"2\",\"name\":\"Lie\"}\n"
                    + "]\n"))
        .extracting(PersonProblem::message)
        .containsExactly("line 3: expected a JSON object, found \"{\"id\":\". Left out.");
    assertThat(persons).extracting(PersonRecord::id).containsExactly("1", "2");
  }

  @Test
  void arrayThatIsNotClosedSaysThatTheFileEndsEarly() throws IOException {
    assertThat(read("[\n{\"id\":\"1\",\"name\":\"Moe\"},\n{\"id\":\"2\",\"name\":\"Lie\"},\n"))
        .extracting(PersonProblem::kind)
        .containsExactly(PersonProblem.Kind.TRUNCATED);
    assertThat(persons).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#PREFIX: http://d-nb.info/gnd/\n#FORMAT: BEACON\n",
        "#FORMAT:BEACON\n",
        "#VERSION: 0.1\n#TARGET: http://example.org/{ID}\n"
      })
  void fieldsOfABeaconStandInAnyOrder(String head) throws IOException {
    assertThat(read(head + "\n118650130|Moe: Astrid\n100000010||/x\n")).isEmpty();
    assertThat(persons).extracting(PersonRecord::name).containsExactly("Moe: Astrid", "");
    assertThat(PersonFiles.beacon(folder.resolve("persons")).links())
        .extracting(Beacon.Link::target)
        .containsExactly("", "/x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-0050-00-00T00:00:00Z | 8  | -0058/-0049",
        "-0100-00-00T00:00:00Z | 7  | -0099/0000",
        "-0044-03-15T00:00:00Z | 11 | -0043",
        "+00000001872-05-03T00:00:00Z | 11 | 1872-05-03",
        "+1850-00-00T00:00:00Z | 8  | 185X",
        "+1000-00-00T00:00:00Z | 6  | ''",
        "+99999999999-01-01T00:00:00Z | 9 | ''",
        "1872-5-3              | 11 | ''",
        "+1872                 | 9  | ''"
      })
  void timesOfWikidataAreReadAsFarAsTheyAreTimes(String time, int precision, String birth)
      throws IOException {
    assertThat(
            read(
                """
                {"id":"Q1","labels":{"de":{"value":"Astrid Moe"}},"claims":{"P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q5"}}}}],"P569":[{"mainsnak":{"datavalue":{"value":{"time":"%s","precision":%d}}}}]}}
                """
                    .formatted(time, precision)))
        .isEmpty();
    assertThat(persons.getFirst().birth()).isEqualTo(birth);
  }

  @Test
  void itemsOfAnotherWikiAreToldAsNone() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("items"),
            "{\"id\":\"Q1\",\"labels\":{},\"claims\":{},\"sitelinks\":{\"frwiki\":{\"title\":\"Moe\"}}}\n");
    List<WikidataItem> items = new ArrayList<>();
    assertThat(PersonFiles.items(file, "frwiki", items::add)).isEmpty();
    assertThat(PersonFiles.items(file, "dewiki", items::add))
        .extracting(PersonProblem::message)
        .containsExactly(
            "expected items with a page in dewiki, found none. Is it the file of this wiki?");
    assertThat(items).hasSize(1);
  }

  @Test
  void recordOfAWorkIsNoPerson() throws IOException {
    Path file =
        Files.write(
            folder.resolve("persons"),
            MarcBytes.record("001 1", "100 1 $aMoe, Astrid", "245 10$aFjorde").bytes());
    assertThat(PersonFiles.read(file, Map.of(), persons::add))
        .extracting(PersonProblem::message)
        .containsExactly(
            "record 1: expected an authority record, found that of a work (245 \"Fjorde\"). Left"
                + " out.");
    assertThat(persons).isEmpty();
  }

  /// Of a record that was joined with another, often nothing but the numbers is left.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$iUmlenkung$0(DE-101)5$0(DE-588)118650130$0https://d-nb.info/gnd/118650130 | REDIRECTED |"
            + " 118650130",
        "$iUmlenkung$0https://d-nb.info/gnd/118650130 | REDIRECTED | 118650130",
        "$0(DLC)n  79021614 | REDIRECTED | n79021614",
        "$0(DLC)n  79021614$0(DLC)n  79021615 | DELETED | ''",
        "$iDeleted | DELETED | ''"
      })
  void recordWithoutAHeadingStillSaysWhatTookItsPlace(
      String field, RecordStatus status, String successor) throws IOException {
    byte[] record = MarcBytes.record("001 1", "682   " + field).bytes();
    record[5] = 'd';
    PersonFiles.read(Files.write(folder.resolve("persons"), record), Map.of(), persons::add);
    assertThat(persons.getFirst().details().status()).isEqualTo(status);
    assertThat(persons.getFirst().details().successor()).isEqualTo(successor);
  }

  @Test
  void markOfUtf8BeforeTheFirstRecordCostsNothing() throws IOException {
    byte[] record = MarcBytes.record("001 1", "100 1 $aMoe, Astrid").bytes();
    Path file =
        Files.write(folder.resolve("persons"), new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
    Files.write(file, record, StandardOpenOption.APPEND);
    assertThat(PersonFiles.read(file, Map.of(), persons::add)).isEmpty();
    assertThat(persons).hasSize(1);
  }

  /// As in files that were put together from several.
  @Test
  void lineOfXmlInAnotherEncodingCostsItselfOnly() throws IOException {
    assertThat(
            read(
                "<collection>\n"
                    + "<record><controlfield tag='001'>1</controlfield><datafield"
                    + " tag='100'><subfield code='a'>Müller, Änne</subfield></datafield></record>\n"
                    + "</collection>",
                StandardCharsets.ISO_8859_1))
        .extracting(PersonProblem::kind)
        .containsExactly(PersonProblem.Kind.ENCODING);
    assertThat(
            read(
                "<?xml version='1.0' encoding='ISO-8859-1'?><record><controlfield"
                    + " tag='001'>2</controlfield><datafield tag='100'><subfield code='a'>Müller,"
                    + " Änne</subfield></datafield></record>",
                StandardCharsets.ISO_8859_1))
        .isEmpty();
    assertThat(persons)
        .extracting(PersonRecord::name)
        .containsExactly("Müller, Änne", "Müller, Änne");
  }

  @Test
  void otherXmlIsNamed() throws IOException {
    assertThat(read("<?xml version='1.0'?><rdf:RDF xmlns:rdf='x'><rdf:Description/></rdf:RDF>"))
        .extracting(PersonProblem::message)
        .containsExactly("record 1: expected MARCXML with <record>, found <RDF> without one.");
    assertThat(read("<collection/>")).isEmpty();
  }

  @Test
  void tableIsUnderstoodByItsHeaderInAnyCaseOrRefused() throws IOException {
    assertThat(read("ID; Name ;BIRTH\n1;Moe, Astrid;1872\n")).isEmpty();
    assertThat(persons.getFirst().birth()).isEqualTo("1872");
    assertThatThrownBy(() -> read("nr,heading\n1,Moe\n"))
        .hasMessageContaining("The header has [nr, heading]")
        .hasMessageContaining("--columns");
    assertThatThrownBy(
            () -> PersonFiles.read(folder.resolve("persons"), Map.of("id", "number"), persons::add))
        .hasMessageContaining("expected the column \"number\" for id");
  }

  @Test
  void missingFileIsNamed() {
    assertThatThrownBy(() -> PersonFiles.read(folder.resolve("nothing"), Map.of(), persons::add))
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("nothing");
  }
}
