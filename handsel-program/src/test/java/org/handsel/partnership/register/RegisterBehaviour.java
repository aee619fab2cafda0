package org.handsel.partnership.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handsel.platform.Database;
import org.handsel.platform.EditConflict;
import org.handsel.platform.Exit;
import org.handsel.platform.HandselException;
import org.handsel.platform.History;
import org.handsel.platform.Progress;
import org.handsel.platform.Who;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the register does on every database; each engine has a subclass that says how it is opened.
abstract class RegisterBehaviour {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
  private static final Who ADA = Who.me("Ada");
  private static final String HEADER =
      "source\tsource_id\tname\tcountry\ttype\tcity\twebsite\tisil\tgnd\tnote\n";

  @TempDir Path folder;
  private Database database;
  private History history;
  private Institutions register;

  abstract String url() throws Exception;

  @BeforeEach
  void open() throws Exception {
    database = Database.open(url(), NOON);
    database.write(handle -> {
      handle.execute("delete from import_change");
      handle.execute("delete from institution");
      handle.execute("delete from change");
    });
    history = new History(database, NOON);
    register = new Institutions(database, history, NOON);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void proposedPairsStayUntilSomebodyDecidesOrTheNextComparison() {
    Institution house =
        register.add(ADA, Institution.draft("Museum Rieden", "DE", "museum").at("Rieden", null));
    Institution again =
        register.add(ADA, Institution.draft("Museum Rieden", "DE", "museum").at("Rieden", null));
    register.add(ADA, Institution.draft("Archiv Tannen", "DE", "archive").at("Tannen", null));
    assertThat(register.proposalsOf(house.id())).isEmpty();
    assertThat(register.proposeDuplicates(0.3)).isEqualTo(1);
    assertThat(register.openProposals("")).isEqualTo(1);
    Proposal pair = register.proposals("", 0, 10).getFirst();
    assertThat(pair.other(house.id()).id()).isEqualTo(again.id());
    assertThat(pair.evidence()).isNotEmpty();
    assertThat(register.proposalsOf(again.id())).hasSize(1);
    register.declareDifferent(ADA, house.id(), again.id(), "two villages");
    assertThat(register.openProposals("")).isZero();
    assertThat(register.proposalsOf(house.id())).isEmpty();
    assertThat(register.proposeDuplicates(0.3)).isZero();
  }

  @Test
  void identifierOfAPersonIsRecognisedNotedAndTakenAway() {
    String id = register.add(ADA, Institution.draft("Archiv", "DE", "archive")).id();
    assertThat(register.identify(ADA, id, " https://www.wikidata.org/wiki/Q685753 "))
        .contains(new Identifier("wikidata", "Q685753"));
    assertThat(register.identify(ADA, id, "DE-1958")).contains(new Identifier("isil", "DE-1958"));
    assertThat(register.identify(ADA, id, "no identifier")).isEmpty();
    assertThat(register.identifiers(id)).hasSize(2);
    register.unidentify(ADA, id, new Identifier("isil", "DE-1958"));
    assertThat(register.identifiers(id)).containsExactly(new Identifier("wikidata", "Q685753"));
    assertThat(history.of("institution", id, 10))
        .extracting(History.Change::action)
        .containsExactly("unidentify", "identify", "identify", "add");
  }

  @Test
  void everyQuestionHasALabelInBothLanguages() {
    assertThat(register.questions())
        .hasSize(19)
        .allSatisfy(question -> {
          assertThat(question.label("de")).isNotEqualTo(question.label("en")).isNotBlank();
          assertThat(question.label("sv")).isEqualTo(question.label("en"));
          assertThat(question.choices().isEmpty()).isEqualTo(!question.kind().equals("choice"));
        });
  }

  private ImportSummary take(String name, String text) throws IOException {
    return take(name, text, Map.of());
  }

  private ImportSummary take(String name, String text, Map<String, String> columns)
      throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    return register.importList(ADA, file, columns, Progress.NONE);
  }

  private Institution only(String text) {
    List<Institution> found = register.search(text, InstitutionQuery.text(""), 5);
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  @Test
  void sameListAgainAddsNothing() throws IOException {
    String list =
        HEADER
            + "l\t1\tHaus \"A\\B\t\t\t\t\tDE-14\t39454-3\tdbs=AB014\nl\t2\t\tDE\t\t\t\t\tEA470\t\n";
    ImportSummary first = take("l.tsv", list);
    assertThat(first.added()).isEqualTo(2);
    assertThat(first.unnamed()).isEqualTo(1);
    assertThat(first.identifiers())
        .containsExactly(
            Map.entry("isil", 1L),
            Map.entry("gnd", 1L),
            Map.entry("dbs", 2L),
            Map.entry("wikidata", 0L));
    ImportSummary again = take("l.tsv", list);
    assertThat(again.unchanged()).isEqualTo(2);
    assertThat(again.added() + again.updated()).isZero();
    assertThat(only("haus").name()).isEqualTo("Haus \"A\\B");
    assertThat(only("haus").country()).as("from the ISIL").isEqualTo("DE");
  }

  @Test
  void idOnTwoHousesKeepsBothAndSoDoesTheSecondImport() throws IOException {
    String one = HEADER + "l\t7\tMill Museum\tUS\t\t\t\t\t\t\n";
    String two = one + "l\t7\tClock Museum\tUS\t\t\t\t\t\t\n";
    take("a.tsv", one);
    String mill = only("mill").id();
    assertThat(take("a.tsv", two).added()).isEqualTo(1);
    assertThat(only("mill").id()).isEqualTo(mill);
    ImportSummary again = take("a.tsv", two);
    assertThat(again.unchanged()).isEqualTo(2);
    String turned =
        HEADER + "l\t7\tClock Museum\tUS\t\t\t\t\t\t\nl\t7\tMill Museum\tUS\t\t\t\t\t\t\n";
    assertThat(take("a.tsv", turned).unchanged()).isEqualTo(2);
  }

  @Test
  void changedRowIsUpdatedButWhatAPersonEditedStays() throws IOException {
    take("l.tsv", HEADER + "l\t1\tOld name\tDE\tmuseum\tUlm\t\t\t\t\n");
    Institution row = only("old");
    register.change(ADA, row.named("Right name"));
    ImportSummary summary = take("l.tsv", HEADER + "l\t1\tNew name\tDE\tmuseum\tBonn\t\t\t\t\n");
    assertThat(summary.updated()).isEqualTo(1);
    Institution now = register.find(row.id()).orElseThrow();
    assertThat(now.name()).isEqualTo("Right name");
    assertThat(now.city()).isEqualTo("Bonn");
  }

  @Test
  void brokenPlacesAreNamedAndGoodRowsKept() throws IOException {
    String big = "x".repeat(10 << 20);
    ImportSummary summary =
        take(
            "l.tsv",
            HEADER
                + "l\t1\tFirst\tDE\t\t\t\t\t\t\n"
                + "l\t2\ttoo\tfew\n"
                + "l\t3\tThird\tDE\t\t\t\t\t\t"
                + big
                + "\n"
                + "l\t4\t<script>alert(1)</script>\tDE\t\t\t\t\t\t\n"
                + "l\t5\t=1+1\tDE\t\t\t\t\t99999-9\t\n");
    assertThat(summary.rows()).isEqualTo(4);
    assertThat(summary.exit()).isEqualTo(Exit.PARTIAL);
    assertThat(summary.problems())
        .extracting(problem -> problem.line() + " " + problem.column() + " " + problem.code())
        .containsExactlyInAnyOrder(
            "3  cells",
            "4 note too-long",
            "5 name markup",
            "6 name formula",
            "6 gnd unknown-identifier");
    assertThat(only("third").more().note()).isNull();
  }

  @Test
  void openQuoteInCsvCostsItsOwnLineOnly() throws IOException {
    ImportSummary summary =
        take(
            "l.csv",
            "Bezeichnung;Ort\n\"Haus; das\nzweite\";Ulm\n\"offen;Bonn\nGut;Köln\n",
            Map.of("name", "Bezeichnung"));
    assertThat(summary.added()).isEqualTo(2);
    assertThat(summary.problems()).singleElement().extracting(ImportProblem::line).isEqualTo(4L);
    assertThat(only("koln").name()).isEqualTo("Gut");
  }

  @Test
  void headerWithoutANameIsRefusedWithWhatWasFound() {
    assertThatThrownBy(() -> take("l.csv", "foo,bar\n1,2\n"))
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("foo, bar")
        .hasMessageContaining("name");
  }

  @Test
  void recordsOfWikidataAndLobidAreUnderstood() throws IOException {
    take(
        "w.json",
        "[\n"
            + "{\"id\":\"Q1\",\"labels\":{\"de\":{\"language\":\"de\",\"value\":\"Archiv"
            + " Nord\"}},\"claims\":{\"P791\":[{\"mainsnak\":{\"datavalue\":{\"value\":\"DE-1\"}}}]}},\n"
            + "{\"id\":\"Q2\",\n"
            + "]\n");
    assertThat(only("archiv nord").country()).isEqualTo("DE");
    take(
        "q.json",
        "{\"head\":{},\"results\":{\"bindings\":[{\"item\":{\"type\":\"uri\",\"value\":\"http://www.wikidata.org/entity/Q5\"},\"itemLabel\":{\"value\":\"Galerie"
            + " West\"},\"coord\":{\"value\":\"Point(9.5 54.1)\"}}]}}");
    assertThat(only("galerie west").latitude()).isEqualTo(54.1);
    String lobid =
        "{\"index\":{}}\n"
            + "{\"id\":\"http://lobid.org/organisations/DE-99#!\",\"type\":\"Library\",\"name\":\"Bücherei"
            + " Süd\",\"isil\":\"DE-99\",\"fundertype\":{\"id\":\"http://purl.org/lobid/fundertype#n04\",\"label\":{\"de\":\"Gemeinde\"}}}\n";
    take("lobid.ndjson", lobid);
    assertThat(take("lobid.ndjson", lobid).unchanged()).isEqualTo(1);
    assertThat(register.profile(only("bucherei").id()))
        .singleElement()
        .satisfies(statement -> {
          assertThat(statement.answer()).isEqualTo("municipality");
          assertThat(statement.evidence()).isEqualTo("http://lobid.org/organisations/DE-99");
        });
  }

  @Test
  void secondOfTwoEditorsIsToldWhoCameFirst() {
    Institution row = register.add(ADA, Institution.draft("Haus", "DE", "museum"));
    register.change(new Who("b", "Bo"), row.named("Haus B"));
    assertThatThrownBy(() -> register.change(ADA, row.named("Haus A")))
        .isInstanceOf(EditConflict.class)
        .hasMessageContaining("Bo");
  }

  @Test
  void mergeKeepsBothRowsAndIsUndone() {
    Institution keep = register.add(ADA, Institution.draft("Haus am See", "DE", "museum"));
    Institution drop = register.add(ADA, Institution.draft("Haus a. See", "DE", "museum"));
    register.merge(ADA, keep.id(), drop.id(), "same house");
    assertThat(register.find(drop.id()).orElseThrow().mergedInto()).isEqualTo(keep.id());
    assertThat(register.search("haus", InstitutionQuery.text(""), 5)).hasSize(1);
    register.undo(ADA, history.of("institution", drop.id(), 1).getFirst().id());
    assertThat(register.search("haus", InstitutionQuery.text(""), 5)).hasSize(2);
  }

  @Test
  void decidedPairIsNotProposedAgain() throws IOException {
    take(
        "l.tsv",
        HEADER
            + "l\t1\tBundesarchiv\tDE\tarchive\t\t\t\t\t\n"
            + "l\t2\tBibliothek des Bundesarchivs\tDE\tlibrary\t\t\t\t\t\n");
    String a = only("bibliothek bundesarchivs").id();
    List<PairVerdict> before = new ArrayList<>();
    register.duplicates(Set.of(), 0, before::add);
    assertThat(before).isNotEmpty();
    for (PairVerdict pair : before) {
      register.affiliate(ADA, pair.a().id(), pair.b().id(), "part-of", null);
    }
    List<PairVerdict> after = new ArrayList<>();
    register.duplicates(Set.of(), 0, after::add);
    assertThat(after).isEmpty();
    assertThat(register.affiliations(a)).hasSameSizeAs(before);
  }

  @Test
  void importIsUndoneExceptForRowsThatAreInUse() throws IOException {
    take("l.tsv", HEADER + "l\t1\tEins\tDE\t\t\t\t\t\t\nl\t2\tZwei\tDE\t\t\t\t\t\t\n");
    register.merge(
        ADA,
        only("eins").id(),
        register.add(ADA, Institution.draft("Uno", "DE", "museum")).id(),
        null);
    register.undo(ADA, history.latest("institution-import", null, 1, 0).getFirst().id());
    assertThat(register.search("zwei", InstitutionQuery.text(""), 5)).isEmpty();
    assertThat(register.search("eins", InstitutionQuery.text(""), 5)).hasSize(1);
  }
}
