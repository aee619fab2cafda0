package org.handsel.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.handsel.platform.Exit;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.handsel.platform.Tsv;
import org.handsel.release.back.SourceLinks;
import org.handsel.release.back.WikiChange;
import org.handsel.testbed.ApiSession;
import org.handsel.testbed.Pictures;
import org.handsel.testbed.WikiState;
import org.handsel.wiki.api.Login;
import org.handsel.wiki.api.Wiki;
import org.handsel.wiki.api.WikiAddress;
import org.handsel.wiki.api.WikiSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What a refresh does on any wiki: corrections come in, people's edits stay, and the institution
/// learns what they were.
abstract class RefreshBehaviour {
  @TempDir Path temporary;

  private RealRelease release;
  private Path later;

  abstract URI api();

  abstract Login uploader();

  abstract ApiSession somebody();

  /// Tells titles apart, as several tests share one wiki.
  private String mark = "";

  WikiState state() {
    return new WikiState(api());
  }

  @BeforeEach
  void upload(TestInfo test) throws Exception {
    mark = test.getTestMethod().orElseThrow().getName();
    release = new RealRelease(Files.createDirectory(temporary.resolve("release")));
    later = Files.createDirectory(temporary.resolve("later"));
    for (int i = 1; i <= 3; i++) {
      release.picture("File:Båt %d %s.jpg".formatted(i, mark), mark.hashCode() + i, 48);
    }
    RunReport report =
        new ReleaseRun(release.folder(), RunOptions.DEFAULT.patience(Duration.ofMinutes(1)))
            .run(WikiAddress.parse(api().toString()), uploader(), settings(), Progress.NONE);
    assertThat(report.status().proven()).isEqualTo(3);
  }

  private static WikiSettings settings() {
    return WikiSettings.of("tester@example.org");
  }

  String title(int number) {
    return release.plan().get(number - 1).title();
  }

  /// Plans again, each line changed.
  void planned(UnaryOperator<PlanEntry> change) throws Exception {
    Files.createDirectories(later.resolve("files"));
    for (PlanEntry entry : release.plan()) {
      Path file = later.resolve("files").resolve(entry.file());
      if (!Files.exists(file)) {
        Files.copy(release.folder().resolve("files").resolve(entry.file()), file);
      }
    }
    Files.write(
        later.resolve("plan.jsonl"), release.plan().stream().map(change).map(Json::line).toList());
  }

  RefreshReport refresh(UnaryOperator<RefreshOptions> change) {
    return new Refresh(
            release.folder(), change.apply(RefreshOptions.DEFAULT.plan(later)), Clock.systemUTC())
        .run(WikiAddress.parse(api().toString()), uploader(), settings(), Progress.NONE);
  }

  void edit(String title, String from, String to) {
    String text = state().text(title);
    assertThat(text).contains(from);
    try (ApiSession session = somebody()) {
      JsonNode answer =
          session.act("action", "edit", "title", title, "text", text.replace(from, to));
      assertThat(ApiSession.code(answer)).as(answer.toString()).isEqualTo("Success");
    }
  }

  static PlanEntry text(PlanEntry entry, String from, String to) {
    return entry.with(entry.wikitext().replace(from, to), List.of());
  }

  private static PlanEntry caption(PlanEntry entry, String text) {
    return entry.stating(
        Map.of(
            "labels",
            Map.of("sv", Map.of("language", "sv", "value", text)),
            "claims",
            entry.structuredData().getOrDefault("claims", List.of())));
  }

  private List<List<String>> table(Path file) throws Exception {
    return Files.readAllLines(file).stream().skip(1).map(Tsv::cells).toList();
  }

  @Test
  void aCorrectionComesInAndAnEditStays() throws Exception {
    edit(title(1), "[[Category:Linné", "[[Category:Boats]]\n[[Category:Linné");
    planned(entry -> caption(text(entry, "Sigvald Linné", "Sigvald Linne"), "Rättad bild"));

    RefreshReport dry = refresh(options -> options.dryRun(true));
    assertThat(state().text(title(1))).contains("Sigvald Linné");
    assertThat(dry.states()).containsEntry("planned", 6);

    RefreshReport report = refresh(options -> options);

    assertThat(report.exit()).isEqualTo(Exit.DONE);
    assertThat(report.states()).containsExactly(Map.entry("done", 6));
    for (int i = 1; i <= 3; i++) {
      assertThat(state().text(title(i))).contains("{{Creator:Sigvald Linne}}");
      assertThat(state().structuredData(title(i)).at("/labels/sv/value").asString(""))
          .isEqualTo("Rättad bild");
      assertThat(state().structuredData(title(i)).at("/statements/P217")).hasSize(1);
    }
    assertThat(state().text(title(1))).contains("[[Category:Boats]]");
    assertThat(table(release.folder().resolve("refresh.tsv"))).hasSize(6);
    RefreshReport again = refresh(options -> options);
    assertThat(again.lines()).isEmpty();
    assertThat(again.unchanged()).isEqualTo(3);
    assertThat(
            ReleaseRun.verify(release.folder(), WikiAddress.parse(api().toString()), settings())
                .differences())
        .extracting(Verification.Difference::code)
        .doesNotContain("DATA_LACKING", "OTHER_BYTES");
  }

  @Test
  void aConflictIsListedWithAllThreeAndTheRestComesIn() throws Exception {
    edit(title(2), "{{Creator:Sigvald Linné}}", "{{Creator:Somebody else}}");
    planned(entry ->
        text(
            text(entry, "{{Creator:Sigvald Linné}}", "{{unknown|author}}"),
            "{{Cc-zero}}",
            "{{Cc-by-4.0}}"));

    RefreshReport report = refresh(options -> options);

    assertThat(report.exit()).isEqualTo(Exit.PARTIAL);
    assertThat(report.lines())
        .filteredOn(line -> line.state() == RefreshLine.State.CONFLICT)
        .extracting(
            RefreshLine::title,
            RefreshLine::place,
            RefreshLine::released,
            RefreshLine::planned,
            RefreshLine::wiki)
        .containsExactly(
            tuple(
                title(2),
                "Photograph: photographer",
                "{{Creator:Sigvald Linné}}",
                "{{unknown|author}}",
                "{{Creator:Somebody else}}"));
    assertThat(state().text(title(2))).contains("{{Creator:Somebody else}}", "{{Cc-by-4.0}}");
    assertThat(state().text(title(3))).contains("{{unknown|author}}", "{{Cc-by-4.0}}");
  }

  @Test
  void whatPeopleTookBackIsNotBroughtAgain() throws Exception {
    planned(entry -> text(entry, "{{Cc-zero}}", "{{Cc-by-4.0}}"));
    refresh(options -> options);
    edit(title(1), "{{Cc-by-4.0}}", "{{Cc-zero}}");

    assertThat(refresh(options -> options).lines()).isEmpty();

    assertThat(state().text(title(1))).contains("{{Cc-zero}}");
  }

  @Test
  void aStatementThatPeopleChangedOrTookAwayStaysSo() throws Exception {
    try (ApiSession session = somebody()) {
      String id = state().structuredData(title(1)).at("/statements/P217/0/id").asString("");
      long page = state().page(title(1)).path("pageid").asLong();
      session.act(
          "action",
          "wbeditentity",
          "id",
          "M" + page,
          "data",
          "{\"claims\":[{\"id\":\"%s\",\"remove\":\"\"}]}".formatted(id));
    }
    planned(entry -> entry.stating(RealRelease.data("0307.b." + entry.item())));

    RefreshReport report = refresh(options -> options);

    assertThat(report.states()).containsEntry("conflict", 1);
    assertThat(state().structuredData(title(1)).at("/statements/P217").size()).isZero();
    assertThat(
            state()
                .structuredData(title(2))
                .at("/statements/P217/0/mainsnak/datavalue/value")
                .asString(""))
        .isEqualTo("0307.b.item-2");
    assertThat(state().structuredData(title(2)).at("/statements/P217")).hasSize(1);
  }

  @Test
  void aBetterScanBecomesANewVersionOnlyWhenSomebodySaysWhy() throws Exception {
    byte[] better = Pictures.jpeg(mark.hashCode() + 77, 96);
    byte[] smaller = Pictures.jpeg(mark.hashCode() + 78, 20);
    Files.createDirectories(later.resolve("files"));
    Files.write(later.resolve("files/1.jpg"), better);
    Files.write(later.resolve("files/2.jpg"), smaller);
    planned(entry ->
        switch (entry.file()) {
          case "1.jpg" -> scan(entry, better);
          case "2.jpg" -> scan(entry, smaller);
          default -> entry;
        });

    assertThat(refresh(options -> options).states()).containsExactly(Map.entry("left", 2));
    assertThat(state().versions(title(1))).isEqualTo(1);

    RefreshReport report = refresh(options -> options.scans("Scanned again at 600 dpi"));

    assertThat(report.states()).containsExactly(Map.entry("done", 1), Map.entry("left", 1));
    assertThat(state().page(title(1)).at("/imageinfo/0/sha1").asString(""))
        .isEqualTo(Pictures.sha1(better));
    assertThat(state().page(title(1)).at("/imageinfo/0/comment").asString(""))
        .isEqualTo("Scanned again at 600 dpi");
    assertThat(state().versions(title(1))).isEqualTo(2);
    assertThat(state().versions(title(2))).isEqualTo(1);
    assertThat(state().text(title(1))).isEqualTo(release.plan().getFirst().wikitext());
    assertThat(refresh(options -> options.scans("once more")).states())
        .containsExactly(Map.entry("left", 1));
    assertThat(state().versions(title(1))).isEqualTo(2);
  }

  private static PlanEntry scan(PlanEntry entry, byte[] bytes) {
    return new PlanEntry(
        entry.item(),
        entry.file(),
        Pictures.sha1(bytes),
        bytes.length,
        entry.title(),
        entry.wikitext(),
        entry.structuredData(),
        List.of(),
        PlanEntry.READY,
        entry.rights());
  }

  @Test
  void theInstitutionLearnsWhatPeopleChanged() throws Exception {
    edit(title(1), "{{Creator:Sigvald Linné}}", "=HYPERLINK(\"x\")");
    edit(title(2), "[[Category:Linné", "[[Category:Boats|2]]\n[[Category:Linné");
    try (ApiSession session = somebody()) {
      session.act(
          "action",
          "wbeditentity",
          "id",
          "M" + state().page(title(2)).path("pageid").asLong(),
          "data",
          Json.line(
              Map.of(
                  "claims",
                  List.of(
                      Map.of(
                          "mainsnak",
                          Map.of(
                              "snaktype",
                              "value",
                              "property",
                              "P180",
                              "datavalue",
                              Map.of(
                                  "type",
                                  "wikibase-entityid",
                                  "value",
                                  Map.of("entity-type", "item", "id", "Q35872"))),
                          "type",
                          "statement",
                          "rank",
                          "normal")))));
    }
    Path out = temporary.resolve("for the museum");

    ReleaseChanges.Found found = changes(out);

    assertThat(found.changes())
        .extracting(WikiChange::item, WikiChange::kind, WikiChange::place, WikiChange::after)
        .containsExactly(
            tuple("item-1", "correction", "Photograph: photographer", "=HYPERLINK(\"x\")"),
            tuple("item-2", "category", "category: Boats", "[[Category:Boats|2]]"),
            tuple("item-2", "depicts", "P180", "Q35872"));
    assertThat(found.changes()).allMatch(change -> !change.user().isEmpty());
    assertThat(Files.readString(out.resolve("changes.csv"))).contains("\"'=HYPERLINK(");
    assertThat(table(out.resolve("corrections.tsv")))
        .extracting(List::getFirst)
        .containsExactly("item-1", "item-2", "item-2");
    assertThat(table(out.resolve("pages.tsv")))
        .extracting(row -> row.get(0), row -> row.get(2), row -> row.get(5))
        .containsExactly(
            tuple("item-1", title(1), "there"),
            tuple("item-2", title(2), "there"),
            tuple("item-3", title(3), "there"));
    assertThat(Files.readString(out.resolve("changes.lido.xml")))
        .contains("http://www.wikidata.org/entity/Q35872", ">item-2<", "displayActorInRole");
    assertThat(Files.readString(out.resolve("changes.marc.xml")))
        .contains("tag=\"856\"", "tag=\"720\"", "tag=\"653\"");
    javax.xml.parsers.DocumentBuilderFactory factory =
        javax.xml.parsers.DocumentBuilderFactory.newDefaultNSInstance();
    factory.newDocumentBuilder().parse(out.resolve("changes.lido.xml").toFile());
    factory.newDocumentBuilder().parse(out.resolve("changes.marc.xml").toFile());
    assertThat(out.resolve("changes.xlsx")).isNotEmptyFile();
  }

  @Test
  void linksOfThePagesAreAskedAndToldToTheInstitution() throws Exception {
    HttpServer museum =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    museum.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(
              exchange.getRequestURI().getPath().equals("/there") ? 200 : 404, -1);
          exchange.close();
        });
    museum.start();
    try (SourceLinks links = new SourceLinks(true, "tester@example.org", Duration.ZERO)) {
      String base = "http://127.0.0.1:" + museum.getAddress().getPort();
      edit(title(1), "[[Category:Linné", base + "/there\n[[Category:Linné");
      edit(title(2), "[[Category:Linné", "[" + base + "/gone record]\n[[Category:Linné");
      Path out = temporary.resolve("back");

      ReleaseChanges.Found found =
          ReleaseChanges.write(
              release.folder(),
              WikiAddress.parse(api().toString()),
              settings(),
              links,
              out,
              Progress.NONE);

      List<List<String>> told =
          table(out.resolve("links.tsv")).stream()
              .filter(row -> row.get(2).startsWith(base))
              .toList();
      assertThat(found.links()).isNotEmpty();
      assertThat(told)
          .containsExactly(
              List.of("item-1", title(1), base + "/there", "good", base + "/there"),
              List.of("item-2", title(2), base + "/gone", "broken", "HTTP status 404"));
    } finally {
      museum.stop(0);
    }
  }

  ReleaseChanges.Found changes(Path out) {
    return ReleaseChanges.write(
        release.folder(),
        WikiAddress.parse(api().toString()),
        settings(),
        null,
        out,
        Progress.NONE);
  }

  @Test
  void aPlanThatWasChangedInItsPlaceIsHeldAgainstTheFirstRevision() throws Exception {
    edit(title(1), "[[Category:Linné", "[[Category:Boats]]\n[[Category:Linné");
    Path plan = release.folder().resolve("plan.jsonl");
    Files.writeString(plan, Files.readString(plan).replace("Cc-zero", "Cc-by-4.0"));

    new Refresh(release.folder(), RefreshOptions.DEFAULT, Clock.systemUTC())
        .run(WikiAddress.parse(api().toString()), uploader(), settings(), Progress.NONE);

    assertThat(state().text(title(1))).contains("{{Cc-by-4.0}}", "[[Category:Boats]]");
    assertThat(state().text(title(3))).contains("{{Cc-by-4.0}}");
  }

  Wiki client() {
    return Wiki.open(WikiAddress.parse(api().toString()), settings());
  }
}
