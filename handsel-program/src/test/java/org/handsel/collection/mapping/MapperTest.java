package org.handsel.collection.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.handsel.collection.Facts;
import org.handsel.collection.Item;
import org.handsel.collection.Value;
import org.handsel.collection.source.SourceRecord;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapperTest {
  @TempDir Path folder;

  private Mapper mapper(String profile) throws Exception {
    Path file = folder.resolve("mapping.yaml");
    Files.writeString(file, profile);
    return Mapper.of(Profiles.load(file), Samples.knowledge());
  }

  private static Item item(Mapper.Outcome outcome) {
    return Objects.requireNonNull(outcome.item());
  }

  private static final String LIDO =
      """
      <lido:lido xmlns:lido="http://www.lido-schema.org">
        <lido:descriptiveMetadata xml:lang="sv">
          <lido:title>
            Bro över bäck </lido:title>
          <lido:title xml:lang="en">Bridge</lido:title>
          <lido:title xml:lang="">\u00a0 </lido:title>
          <lido:actor><lido:name>Hall, Anna</lido:name><lido:q>Tillskriven</lido:q></lido:actor>
          <lido:actor><lido:name>Berg, Bo (1724-1793)</lido:name><lido:q/></lido:actor>
          <lido:actor><lido:name>Dahl, Cecilia</lido:name><lido:q>Tidigare attribution</lido:q></lido:actor>
          <lido:actor><lido:name>Ek, David</lido:name><lido:q>Nära</lido:q></lido:actor>
          <lido:actor><lido:name>Okänd</lido:name></lido:actor>
          <lido:date lido:type="made">Utf. 1732</lido:date>
        </lido:descriptiveMetadata>
        <lido:recordID>7426</lido:recordID>
      </lido:lido>
      """;

  @Test
  void aValueKeepsItsPathItsRawTextAndItsLanguage() throws Exception {
    Mapper mapper =
        mapper(
            """
            source: {record: 'lido:lido'}
            id: lido:recordID
            fields:
              title: descriptiveMetadata/lido:title
              accession: {from: /lido:lido/recordID, language: und}
              medium: descriptiveMetadata/date/@lido:type
              place: //date
              source: nothing/here
            """);

    Item item = item(mapper.map(Samples.tree(1, LIDO)));

    assertThat(item.id()).isEqualTo("7426");
    assertThat(item.values("title"))
        .extracting(Value::value, Value::language, Value::path)
        .containsExactly(
            tuple("Bro över bäck", "sv", "/lido:lido/lido:descriptiveMetadata/lido:title[1]"),
            tuple("Bridge", "en", "/lido:lido/lido:descriptiveMetadata/lido:title[2]"));
    assertThat(item.values("title").getFirst().raw()).startsWith("\n").endsWith("bäck ");
    assertThat(item.values("accession"))
        .containsExactly(
            new Value("7426", "und", "/lido:lido/lido:recordID", "7426", null, null, null));
    assertThat(item.values("medium"))
        .extracting(Value::path)
        .containsExactly("/lido:lido/lido:descriptiveMetadata/lido:date/@lido:type");
    assertThat(item.values("place")).extracting(Value::raw).containsExactly("Utf. 1732");
    assertThat(item.fields()).doesNotContainKey("source");
  }

  @Test
  void attributionsAreToldApartAndOnlyAuthorsBecomeAuthors() throws Exception {
    Mapper mapper =
        mapper(
            """
            source: {record: 'lido:lido'}
            id: lido:recordID
            fields:
              creator: {from: descriptiveMetadata/actor/name, transforms: [flip-name], qualifier: ../lido:q}
            """);

    Mapper.Outcome outcome = mapper.map(Samples.tree(1, LIDO));

    assertThat(item(outcome).values("creator"))
        .extracting(Value::value, Value::qualifier)
        .containsExactly(
            tuple("Anna Hall", "attributed-to"),
            tuple("Bo (1724-1793) Berg", null),
            tuple("Cecilia Dahl", "former"),
            tuple("David Ek", "Nära"),
            tuple("Okänd", null));
    assertThat(item(outcome).facts().authors())
        .containsExactly(
            new Facts.Author("Anna Hall", null, null, false),
            new Facts.Author("Bo Berg", "1724", "1793", false),
            new Facts.Author(null, null, null, true));
    assertThat(outcome.problems())
        .extracting(Problem::record, Problem::code, Problem::raw, Problem::path)
        .containsExactly(
            tuple(
                "7426",
                "QUALIFIER_UNKNOWN",
                "Nära",
                "/lido:lido/lido:descriptiveMetadata/lido:actor[4]/lido:name"));
  }

  private static final List<String> COLUMNS =
      List.of("Nr", "Titel", "Namn", "Namn", "Datum", "Rights", "Photo");

  private static SourceRecord row(String... cells) {
    return Samples.row(1, COLUMNS, List.of(cells));
  }

  @Test
  void repeatedColumnsGiveAllTheirValuesOrTheChosenOne() throws Exception {
    Mapper mapper =
        mapper(
            """
            source: {format: csv}
            id: Nr
            fields:
              depicted: Namn
              creator: Namn#2
              place: {xpath: "*[@name='Namn'][normalize-space()]"}
              medium: {xpath: "string-join(*[@name='Namn'], '+')"}
            """);

    Item item = item(mapper.map(row("1", "T", " Anna ", "Bo", "", "", "")));

    assertThat(item.values("depicted"))
        .containsExactly(Value.of("Anna", "Namn", " Anna "), Value.of("Bo", "Namn#2", "Bo"));
    assertThat(item.values("creator")).containsExactly(Value.of("Bo", "Namn#2", "Bo"));
    assertThat(item.values("place"))
        .containsExactly(Value.of("Anna", "Namn", " Anna "), Value.of("Bo", "Namn#2", "Bo"));
    assertThat(item.values("medium"))
        .containsExactly(Value.of("Anna +Bo", "string-join(*[@name='Namn'], '+')", " Anna +Bo"));
  }

  @Test
  void joinedTablesGiveOneValueForEachJoinedRow() throws Exception {
    Mapper mapper =
        mapper(
            """
            source: {format: csv, joins: [{file: data/makers.csv, on: Nr, key: ObjNr}]}
            id: Nr
            fields:
              creator: makers.Maker
              source: {xpath: "joined[@table='makers']/column[@name='Maker']"}
            """);
    SourceRecord row =
        Samples.row(
            1,
            List.of("Nr"),
            List.of("1"),
            Map.of("makers", List.of(Map.of("Maker", "Anna"), Map.of("Maker", "Bo"))));

    Item item = item(mapper.map(row));

    assertThat(item.values("creator"))
        .containsExactly(
            Value.of("Anna", "makers[1].Maker", "Anna"), Value.of("Bo", "makers[2].Maker", "Bo"));
    assertThat(item.values("source")).isEqualTo(item.values("creator"));
    mapper.check(Samples.source(List.of("Nr"), List.of()), "export.csv");
  }

  @Test
  void anItemIsOneLineOfTheContractsShape() throws Exception {
    Files.writeString(
        folder.resolve("people.tsv"),
        "value\tfrequency\tstate\tqid\tcategory\tcreator\tnote\nAnna Hall\t3\tmapped\tQ1\tAnna Hall|Painters\tAnna Hall\tx\n");
    Mapper mapper =
        mapper(
            """
            source: {format: csv}
            id: Nr
            fixed: {country: SE, kind: painting}
            fields:
              title: {from: Titel, language: sv}
              creator: {from: Namn, transforms: [flip-name]}
              date: {from: Datum, transforms: [date]}
              photographer: Photo
            rights: {reproduction: Rights}
            mapped: {creator: people.tsv}
            template: {name: Artwork}
            maintenance-categories:
              - {when: "empty($description_)", category: x}
            """
                .replace("$description_", "$date[. = '9']"));

    Mapper.Outcome outcome =
        mapper.map(row("1", "Bro", "Hall, Anna", "Okänd", "Utf. 1732", "CC0", "Eva"));

    assertThat(Json.line(item(outcome)))
        .isEqualTo(
            """
            {"id":"1","fields":{"title":[{"value":"Bro","language":"sv","path":"Titel","raw":"Bro"}],\
            "creator":[{"value":"Anna Hall","language":null,"path":"Namn","raw":"Hall, Anna","mapped":{"state":"mapped","qid":"Q1","category":"Anna Hall|Painters","creator":"Anna Hall"}},\
            {"value":"Okänd","language":null,"path":"Namn#2","raw":"Okänd"}],\
            "date":[{"value":"1732","language":null,"path":"Datum","raw":"Utf. 1732","text":"Utf. 1732"}],\
            "photographer":[{"value":"Eva","language":null,"path":"Photo","raw":"Eva"}]},\
            "rights":{"work":{"uri":null,"verdict":"unknown","raw":null,"path":null,"reason":"nothing is said about the rights in the work"},\
            "reproduction":{"uri":"https://cc0","verdict":"yes","raw":"CC0","path":"Rights","reason":"CC0 is free"},\
            "metadata":{"uri":null,"verdict":"unknown","raw":null,"path":null,"reason":"nothing is said about the rights in the metadata"}},\
            "facts":{"country":"SE","kind":"painting","authors":[{"name":"Anna Hall","birth":null,"death":null,"anonymous":false},{"name":null,"birth":null,"death":null,"anonymous":true}],\
            "created":"1732","published":null,"reproduction":{"by":"Eva","statement":"CC0","flat":true}},\
            "refused":null,"maintenance":["x"],"origin":{"file":"export.csv","record":1,"line":2}}\
            """);
    assertThat(outcome.problems())
        .containsExactly(
            new Problem(
                "1",
                "export.csv",
                2,
                "Namn#2",
                "creator",
                "LOOKUP_MISSING",
                "Okänd",
                "\"Okänd\" is not in people.tsv; add a row for it, with state todo until somebody knows"));
  }

  @Test
  void aDateThatIsNotUnderstoodIsKeptAndReportedAndIsNoFact() throws Exception {
    Mapper mapper =
        mapper(
            """
            source: {format: csv}
            id: Nr
            fields: {date: {from: Datum, transforms: [date]}}
            """);

    Mapper.Outcome outcome = mapper.map(row("1", "", "", "", " långt bort ", "", ""));

    assertThat(item(outcome).values("date"))
        .containsExactly(
            new Value("långt bort", null, "Datum", " långt bort ", "långt bort", null, null));
    assertThat(item(outcome).facts().created()).isNull();
    assertThat(outcome.problems())
        .extracting(Problem::code, Problem::raw, Problem::line)
        .containsExactly(tuple("DATE_UNPARSED", " långt bort ", 2L));
  }

  @Test
  void refuseRulesSeeFieldsRightsAndTheRecordAndTheFirstDecides() throws Exception {
    Mapper mapper =
        mapper(
            """
            source: {format: csv}
            id: Nr
            fixed: {batch: b1}
            fields: {title: Titel, photographer: Photo}
            rights: {reproduction: Rights}
            refuse:
              - when: "$rights-reproduction = 'conditional' and h:unknown($photographer)"
                reason: public domain claimed but nobody took the photo
              - when: "*[@name='Datum'] = 'never' and $batch = 'b1'"
                reason: excluded by date
              - when: "empty($title)"
                reason: no title
              - when: "h:year($title) gt 1950"
                reason: too young
              - when: "xs:integer($id) gt 5"
                reason: high number
            """);

    assertThat(item(mapper.map(row("1", "A", "", "", "", "PDM", ""))).refused())
        .isEqualTo("public domain claimed but nobody took the photo");
    assertThat(item(mapper.map(row("1", "A", "", "", "", "PDM", "Eva"))).refused()).isNull();
    assertThat(item(mapper.map(row("1", "", "", "", "never", "CC0", "Eva"))).refused())
        .isEqualTo("excluded by date");
    assertThat(item(mapper.map(row("1", "", "", "", "", "CC0", "Eva"))).refused())
        .isEqualTo("no title");
    assertThat(item(mapper.map(row("1", "Bro, 1951", "", "", "", "CC0", ""))).refused())
        .isEqualTo("too young");
    Mapper.Outcome undecided = mapper.map(row("x", "A", "", "", "", "CC0", ""));
    assertThat(item(undecided).refused())
        .isEqualTo("the rule in line 15 of the profile could not be decided: high number");
    assertThat(undecided.problems()).extracting(Problem::code).containsExactly("XPATH_FAILED");
  }

  @Test
  void anXPathThatFailsOnARecordCostsItsValueOnly() throws Exception {
    Mapper mapper =
        mapper(
            """
            source: {format: csv}
            id: Nr
            fields:
              title: {xpath: "xs:integer(*[@name='Titel'])"}
              source: {xpath: "parse-json(*[@name='Rights'])"}
              place: {xpath: "parse-json(*[@name='Rights'])?place"}
            """);

    Mapper.Outcome outcome = mapper.map(row("1", "A", "", "", "", "{\"place\":\"Lund\"}", ""));

    assertThat(item(outcome).fields().keySet()).containsExactly("place");
    assertThat(outcome.problems())
        .extracting(Problem::code, Problem::field)
        .containsExactly(tuple("XPATH_FAILED", "title"), tuple("XPATH_FAILED", "source"));
  }

  @Test
  void aRecordWithoutIdIsNoItem() throws Exception {
    Mapper mapper = mapper("source: {format: csv}\nid: Nr\nfields: {title: Titel}\n");

    Mapper.Outcome outcome = mapper.map(row("\u00a0", "T", "", "", "", "", ""));

    assertThat(outcome.item()).isNull();
    assertThat(outcome.problems())
        .extracting(Problem::record, Problem::field, Problem::code)
        .containsExactly(tuple("1", "id", "ID_MISSING"));
  }

  @Test
  void aColumnThatTheDeliveryLacksIsToldWithTheColumnsThereAre() throws Exception {
    Mapper mapper =
        mapper(
            """
            source: {format: csv}
            id: Nr
            fields: {title: Tittel, creator: Namn#3, depicted: Namn#2, place: "Ort"}
            """);

    assertThatThrownBy(() -> mapper.check(Samples.source(COLUMNS, List.of()), "export.csv"))
        .isInstanceOf(HandselException.class)
        .hasMessage(
            """
            mapping.yaml, line 3, fields.title: no column "Tittel" in export.csv; columns are: Nr, Titel, Namn, Datum, Rights, Photo. Did you mean "Titel"?
            mapping.yaml, line 3, fields.creator: no column "Namn#3" in export.csv; columns are: Nr, Titel, Namn, Datum, Rights, Photo. Did you mean "Namn"?
            mapping.yaml, line 3, fields.place: no column "Ort" in export.csv; columns are: Nr, Titel, Namn, Datum, Rights, Photo.\
            """);
  }

  @Test
  void aJoinedColumnIsKnownByItsTableOrWhereTheDeliveryListsItByItsOwnName() throws Exception {
    Mapper mapper =
        mapper(
            """
            source: {format: csv, joins: [{file: makers.v2.csv, on: Nr, key: Nr}]}
            id: Nr
            fields: {creator: makers.Maker}
            """);

    mapper.check(Samples.source(COLUMNS, List.of()), "export.csv");
  }

  @Test
  void columnNamesMayHoldAnything() throws Exception {
    Mapper mapper = mapper("id: \"Obj-Nr. (neu)\"\nfields: {title: \"Titel [de] / 'x'\"}\n");
    SourceRecord row =
        Samples.row(1, List.of("Obj-Nr. (neu)", "Titel [de] / 'x'"), List.of("7", "T"));

    Item item = item(mapper.map(row));

    assertThat(item.id()).isEqualTo("7");
    assertThat(item.values("title")).extracting(Value::value).containsExactly("T");
  }

  @Test
  void thePhotographerOfAPhotographIsItsAuthor() throws Exception {
    Mapper mapper =
        mapper(
            """
            source: {format: csv}
            id: Nr
            fields: {photographer: Photo}
            template: {name: Photograph}
            """);

    Facts facts = item(mapper.map(row("1", "", "", "", "", "", "Eva, born 1965"))).facts();

    assertThat(facts.authors()).containsExactly(new Facts.Author("Eva", "1965", null, false));
    assertThat(facts.reproduction().by()).isNull();
  }
}
