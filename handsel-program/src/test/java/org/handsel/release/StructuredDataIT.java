package org.handsel.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handsel.collection.Item;
import org.handsel.collection.Value;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.handsel.release.page.FilePage;
import org.handsel.release.page.FilePages;
import org.handsel.release.page.PageSamples;
import org.handsel.rights.Verdict;
import org.handsel.testbed.ApiSession;
import org.handsel.testbed.Pictures;
import org.handsel.testbed.RealWiki;
import org.handsel.wiki.api.Entity;
import org.handsel.wiki.api.Login;
import org.handsel.wiki.api.Wiki;
import org.handsel.wiki.api.WikiAddress;
import org.handsel.wiki.api.WikiSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Captions and statements with qualifiers and references on a real MediaWiki: each stands there
/// once, whatever happened on the way; and pages are shown by the wiki's own parser.
@Tag("wiki")
class StructuredDataIT {
  private static RealWiki wiki;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    wiki = RealWiki.start("sdc");
    calm();
  }

  @AfterAll
  static void stop() {
    wiki.close();
  }

  @AfterEach
  void end() {
    calm();
  }

  private static void calm() {
    wiki.calm();
    wiki.setOverrides(
        """
        {"wgRateLimits":{"edit":{"user":[5000,60]}},
         "wgTestbedSdcProperties":{"P137":"wikibase-item","P813":"time","P854":"url",
          "P921":"wikibase-item","P1071":"wikibase-item","P1480":"wikibase-item",
          "P5102":"wikibase-item","P1319":"time","P1326":"time","P1001":"wikibase-item",
          "P459":"wikibase-item","P1774":"wikibase-item"}}
        """);
  }

  private static Value mapped(String text, String qid) {
    return PageSamples.value(text, "sv", null, new Value.Mapped("mapped", qid, null, null));
  }

  /// One file with everything that a profile can state.
  private PlanEntry release(String name, long seed) throws Exception {
    Item item =
        PageSamples.item(
            name,
            Map.of(
                "title", List.of(PageSamples.value("Båt " + name, "sv", null, null)),
                "creator",
                    List.of(
                        mapped("Elin", "Q42"),
                        PageSamples.value("Otto Havel", null, null, null),
                        PageSamples.value("Karin Ek", null, null, null)),
                "depicted", List.of(mapped("båt", "Q35872")),
                "place", List.of(mapped("Skarvik", "Q9")),
                "institution", List.of(mapped("Skarviks museum", "Q842858")),
                "date", List.of(Value.of("1850~", "Date", "um 1850")),
                "accession", List.of(PageSamples.value(name, null, null, null)),
                "source",
                    List.of(PageSamples.value("https://x.example/" + name, null, null, null))),
            Verdict.YES);
    FilePage page =
        FilePages.of(
                PageSamples.profile(
                    folder,
                    """
                    filename: "{title} - Skarvik - {id}"
                    template: {name: Artwork}
                    categories: ["Test museum"]
                    cooperation: {template: "{{Skarvik project}}", category: "Media contributed by Skarvik"}
                    """,
                    "retrieved: 2026-11-23, "))
            .render(item, List.of(PageSamples.statement(PageSamples.CC0)));
    byte[] bytes = Pictures.jpeg(seed, 40);
    Files.createDirectories(folder.resolve("files"));
    Files.write(folder.resolve("files/" + name + ".jpg"), bytes);
    PlanEntry entry =
        new PlanEntry(
            name,
            name + ".jpg",
            Pictures.sha1(bytes),
            bytes.length,
            "File:" + page.description() + page.suffix() + ".jpg",
            page.wikitext(),
            page.structuredData(),
            List.of(),
            PlanEntry.READY,
            PageSamples.CC0);
    Files.writeString(folder.resolve("plan.jsonl"), Json.line(entry) + "\n");
    return entry;
  }

  private RunReport run() {
    RunOptions options = RunOptions.DEFAULT.parallel(1).patience(Duration.ofMinutes(1));
    return new ReleaseRun(folder, options)
        .run(
            WikiAddress.parse(wiki.api().toString()),
            new Login(wiki.bot().name(), wiki.bot().password()),
            settings(),
            Progress.NONE);
  }

  private static WikiSettings settings() {
    return WikiSettings.of("tester@example.org");
  }

  private static Verification verify(Path folder) {
    return ReleaseRun.verify(folder, WikiAddress.parse(wiki.api().toString()), settings());
  }

  private static void standsOnce(PlanEntry entry) {
    JsonNode data = wiki.state().structuredData(entry.title());
    assertThat(data.at("/labels/sv/value").asString("")).startsWith("Båt");
    assertThat(data.at("/statements/P170")).hasSize(3);
    for (String property :
        List.of("P180", "P571", "P1071", "P7482", "P6216", "P275", "P195", "P217")) {
      assertThat(data.at("/statements/" + property)).as(property).hasSize(1);
    }
    assertThat(data.at("/statements/P217/0/qualifiers/P195")).hasSize(1);
    assertThat(data.at("/statements/P217/0/references/0/snaks/P854")).hasSize(1);
    assertThat(data.at("/statements/P7482/0/qualifiers/P973")).hasSize(1);
    assertThat(data.at("/statements/P7482/0/qualifiers/P137")).hasSize(1);
    assertThat(data.at("/statements/P571/0/qualifiers/P1480")).hasSize(1);
  }

  @Test
  void everyStatementStandsOnceAndVerifyAgrees() throws Exception {
    PlanEntry entry = release("S1", 11);

    run();

    standsOnce(entry);
    assertThat(verify(folder).differences()).isEmpty();
    assertThat(Files.readString(folder.resolve("ledger.jsonl")))
        .contains("\"data-intended\"", "\"data-done\"", "$");
  }

  @Test
  void aLostAnswerDoublesNothingAlsoWhenTheLedgerForgets() throws Exception {
    PlanEntry entry = release("S2", 12);
    wiki.setFault("{\"when\":\"after\",\"status\":504,\"match\":\"&action=wbeditentity\"}");

    run();
    standsOnce(entry);
    // The plan is run once more by somebody who has lost the ledger's last lines.
    Path ledger = folder.resolve("ledger.jsonl");
    Files.write(
        ledger,
        Files.readAllLines(ledger).stream().filter(line -> !line.contains("\"data-")).toList());
    run();

    standsOnce(entry);
  }

  @Test
  void aClaimThatIsSentTwiceWithoutAnIdDoublesThereButNotFromHere() throws Exception {
    PlanEntry entry = release("S3", 13);
    run();
    long page = wiki.state().page(entry.title()).path("pageid").asLong();
    String id = "M" + page;
    try (Wiki client = Wiki.open(WikiAddress.parse(wiki.api().toString()), settings())) {
      client.login(new Login(wiki.bot().name(), wiki.bot().password()));
      Map<String, Object> data = Entity.none(id).missingFrom(entry.structuredData());
      client.editEntity(Entity.none(id), data, "again").orThrow("edit");
      standsOnce(entry);
    }
    try (ApiSession session = new ApiSession(wiki.api())) {
      session.login(wiki.bot().name(), wiki.bot().password());
      session.act(
          "action",
          "wbeditentity",
          "id",
          id,
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
                              "P217",
                              "datavalue",
                              Map.of("type", "string", "value", "S3")),
                          "type",
                          "statement",
                          "rank",
                          "normal")))));
    }
    assertThat(wiki.state().structuredData(entry.title()).at("/statements/P217")).hasSize(2);
  }

  @Test
  void verifyNamesWhatSomebodyTookAway() throws Exception {
    PlanEntry entry = release("S4", 14);
    run();
    JsonNode data = wiki.state().structuredData(entry.title());
    try (ApiSession session = new ApiSession(wiki.api())) {
      session.login(wiki.bot().name(), wiki.bot().password());
      session.act(
          "action",
          "wbeditentity",
          "id",
          "M" + wiki.state().page(entry.title()).path("pageid").asLong(),
          "data",
          "{\"labels\":{\"sv\":{\"language\":\"sv\",\"remove\":\"\"}},\"claims\":[{\"id\":\"%s\",\"remove\":\"\"}]}"
              .formatted(data.at("/statements/P217/0/id").asString("")));
    }

    assertThat(verify(folder).differences())
        .extracting(Verification.Difference::code)
        .containsExactlyInAnyOrder("DATA_LACKING", "NO_CAPTION", "NO_INVENTORY_NUMBER");
  }

  @Test
  void thePageIsShownByTheWikisOwnParser() throws Exception {
    release("S5", 15);
    try (Wiki client = Wiki.open(WikiAddress.parse(wiki.api().toString()), settings())) {
      PagePreviews.View view = PagePreviews.write(folder, client, 12, Clock.systemUTC());

      assertThat(view.pages()).hasSize(1);
      PagePreviews.Shown page = view.pages().getFirst();
      assertThat(page.html()).contains("Otto Havel").doesNotContain("{{Artwork");
      assertThat(page.categories()).contains("Test museum", "Media contributed by Skarvik");
      assertThat(page.faults())
          .contains(
              "nobody has created Category:Media contributed by Skarvik",
              "the wiki has no Template:Skarvik project");
      assertThat(Files.readString(folder.resolve("preview.html")))
          .contains("sandbox", "srcdoc=\"&lt;div");
    }
    assertThat(wiki.state().files()).doesNotContainKey("File:Båt S5 - Skarvik - S5.jpg");
    keepForAnEye();
  }

  /// `-Dhandsel.pages=DIR` keeps the page for somebody who wants to look at it.
  private void keepForAnEye() throws Exception {
    String kept = System.getProperty("handsel.pages");
    if (kept != null) {
      Files.copy(
          folder.resolve("preview.html"),
          Path.of(kept).resolve("preview.html"),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Test
  void aRealWikiSaysWhichCategoriesAreAboveOthers() throws Exception {
    try (ApiSession session = new ApiSession(wiki.api())) {
      session.login(wiki.bot().name(), wiki.bot().password());
      session.act("action", "edit", "title", "Category:Boats", "text", "[[Category:Test museum]]");
    }
    try (Wiki client = Wiki.open(WikiAddress.parse(wiki.api().toString()), settings())) {
      assertThat(new OnWiki(client).above(List.of("Boats", "Test museum", "Nothing")))
          .containsEntry("Boats", Set.of("Test museum"))
          .doesNotContainKey("Nothing");
    }
  }
}
