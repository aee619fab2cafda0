package org.handsel.app.web.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.handsel.app.web.WebOptions;
import org.handsel.app.web.account.Account;
import org.handsel.app.web.account.Role;
import org.handsel.app.web.text.Messages;
import org.handsel.app.web.text.Words;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.talks.Claims;
import org.handsel.partnership.talks.Partnership;
import org.handsel.partnership.talks.Partnerships;
import org.handsel.partnership.talks.Revisits;
import org.handsel.partnership.talks.Timeline;
import org.handsel.platform.Who;
import org.handsel.testing.SetClock;
import org.handsel.testing.WebClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The pages of talks as a browser without scripts meets them, and as somebody who means ill does,
/// on a database that a subclass chooses.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PagesBehaviour {
  private static final String PASSWORD = "four words are enough";
  private static final String EVIL = "<script>alert(1)</script>=1+1";

  private final SetClock clock = new SetClock("2026-11-24T08:00:00Z");
  private Path home;
  private Bench bench;
  private Sample sample;

  /// Address of the database, or an empty text for the workspace's own.
  abstract String url() throws IOException;

  @BeforeAll
  void open(@TempDir Path workspace) throws IOException {
    home = workspace;
    String url = url();
    bench =
        Bench.open(
            home, clock, WebOptions.local(0), url.isEmpty() ? Map.of() : Map.of("HANDSEL_DB", url));
    Who ada = account("Ada", Role.ADMIN);
    account("Di", Role.VIEWER);
    sample =
        Sample.fill(
            bench.parts(), clock, ada, account("Bo", Role.COORDINATOR), account("Cy", Role.MEMBER));
  }

  @AfterAll
  void close() {
    bench.close();
  }

  private Who account(String name, Role role) {
    return bench.parts().accounts().add(Who.HANDSEL, name, role, PASSWORD, null).who();
  }

  private WebClient as(String name) {
    WebClient client = bench.client();
    client.logIn(name, PASSWORD);
    return client;
  }

  private Institution institution(String name) {
    return bench.parts().institutions().add(sample.ada, Institution.draft(name, "DE", "archive"));
  }

  private Partnerships partnerships() {
    return new Partnerships(bench.parts().database(), bench.parts().history(), clock);
  }

  private Partnership partnership(String name) {
    return partnerships().begin(sample.ada, institution(name).id(), "photographs");
  }

  private Timeline timeline() {
    return new Timeline(bench.parts().database(), bench.parts().history(), clock);
  }

  private Claims claims() {
    return new Claims(bench.parts().database(), bench.parts().history(), clock);
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  private Stream<String> pages() {
    return Stream.of(
        "/",
        "/board",
        "/institutions",
        "/institutions/new",
        "/institutions/duplicates",
        "/institutions/" + sample.museum,
        "/institutions/" + sample.museum + "/edit",
        "/partnerships/" + sample.museumPartnership,
        "/partnerships/" + sample.museumPartnership + "/entries/" + sample.mailEntry,
        "/contacts/" + sample.contact,
        "/calendar?who=all",
        "/calendar/events/" + sample.event,
        "/conditions",
        "/conditions?entry=" + sample.answerEntry,
        "/guides",
        "/guides/3",
        "/settings/habits");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void pageSpeaksOneLanguageOnly(String path) {
    WebClient client = as("Ada");
    Messages messages = Workbench.messages(bench.parts());
    Words english = messages.in("en").orElseThrow();
    Words german = messages.in("de").orElseThrow();
    String page = client.get(path + (path.contains("?") ? "&" : "?") + "language=de").body();
    client.get("/?language=en");
    assertThat(page).contains("lang=\"de\"").doesNotContain("⟨");
    // The sample's own texts are English, so that only whole messages count.
    for (Map.Entry<String, String> text : english.texts().entrySet()) {
      String said = text.getValue();
      boolean sentence = said.indexOf('{') < 0 && said.split(" ", -1).length > 3;
      if (sentence && !said.equals(german.texts().get(text.getKey()))) {
        assertThat(page).as(text.getKey()).doesNotContain(said);
      }
    }
  }

  @Test
  void furtherLanguageIsOneMoreFile() throws IOException {
    Path file = Files.createDirectories(home.resolve("languages")).resolve("qps.properties");
    StringBuilder pseudo = new StringBuilder("language.name=Pseudo\nlanguage.direction=rtl\n");
    Words english = Workbench.messages(bench.parts()).in("en").orElseThrow();
    english
        .texts()
        .forEach(
            (key, text) -> pseudo.append("%s=⟦%s⟧%n".formatted(key.replace(" ", "\\ "), text)));
    Files.writeString(file, pseudo, StandardCharsets.UTF_8);
    try (var server = Workbench.start(bench.parts(), WebOptions.local(0))) {
      WebClient client = new WebClient(server.url());
      client.logIn("Ada", PASSWORD);
      for (String path : pages().toList()) {
        String page = client.get(path + (path.contains("?") ? "&" : "?") + "language=qps").body();
        assertThat(page).as(path).contains("dir=\"rtl\"", "⟦");
        // What a person reads as a label or on a button came from the file, or is a name.
        Matcher labels =
            Pattern.compile("<(label|legend|summary|th scope=\"col\"|button)[^>]*>([^<⟦{]+)<")
                .matcher(page);
        while (labels.find()) {
          assertThat(labels.group(2).strip())
              .as(path)
              .isIn("", "Ada", "Bo", "Cy", "English", "Deutsch", "Pseudo");
        }
      }
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void startPageSaysWhatToDoToday() {
    String page = as("Ada").get("/").body();
    assertThat(page)
        .contains("Come back this week", "Bibliothèque de Valmont", "Refusal")
        .contains("Next steps", "ask how the list comes along")
        .contains("Congress of small archives")
        .contains("Questions nobody has answered", "15 questions");
    assertThat(as("Di").get("/").body()).contains("Nothing is due");
  }

  @Test
  void boardIsFilteredByHolderStateAndSilence() {
    WebClient client = as("Ada");
    assertThat(client.get("/board").body())
        .contains("Skarvik Museum", "Stadtarchiv Lindenau", "Bibliothèque de Valmont");
    assertThat(client.get("/board?holder=" + sample.bo.id()).body())
        .contains("Stadtarchiv Lindenau")
        .doesNotContain("Skarvik Museum</a>");
    assertThat(client.get("/board?state=not-yet").body())
        .contains("Bibliothèque de Valmont")
        .doesNotContain("Stadtarchiv Lindenau</a>");
    assertThat(client.get("/board?quiet=3").body())
        .contains("Bibliothèque de Valmont")
        .doesNotContain("Press Photo Vik</a>");
    assertThat(client.get("/board?quiet=x&state=%3Cb%3E&holder='--").statusCode()).isEqualTo(200);
  }

  @Test
  void partnershipGoesThroughStagesOneToThreeWithoutScripts() {
    WebClient client = as("Cy");
    client.get("/institutions/new");
    HttpResponse<String> added =
        client.post(
            "/institutions",
            "name",
            "Museum am Weg",
            "type",
            "museum",
            "country",
            "de",
            "version",
            "0");
    assertThat(added.statusCode()).isEqualTo(303);
    String institution = location(added);
    client.get(institution);
    client.post(
        institution + "/profile",
        "question",
        "digital-share",
        "answer",
        "35 %",
        "evidence",
        "https://weg.example/bestand");
    client.post(institution + "/profile", "question", "images", "answer", "12.000");
    String profile = client.get(institution).body();
    assertThat(profile)
        .contains("35%", "href=\"https://weg.example/bestand\"", "12,000", "without evidence")
        .contains("17 questions are open.");

    String partnership =
        location(
            client.post(
                "/partnerships",
                "institution",
                institution.replaceAll(".*/", ""),
                "title",
                "Glass negatives"));
    assertThat(client.get(partnership).body()).contains("Museum am Weg", "Nobody has the claim");
    client.post(partnership + "/claim");
    assertThat(client.get(partnership).body()).contains("You, since");
    Partnership now = partnerships().find(partnership.replaceAll(".*/", "")).orElseThrow();
    client.post(partnership + "/move", "stage", "2", "version", String.valueOf(now.version()));
    HttpResponse<String> logged =
        client.post(
            partnership + "/log",
            "kind",
            "mail",
            "direction",
            "out",
            "text",
            "Introduced ourselves.",
            "step",
            "call them",
            "due",
            "2026-12-01",
            "asks",
            "yes");
    assertThat(logged.statusCode()).isEqualTo(303);
    assertThat(client.get(partnership).body())
        .contains("Introduced ourselves.", "call them", "Come back on Dec 24, 2026")
        .contains("No answer: One month after Nov 24, 2026 (usual: 1 to 3 months).");

    HttpResponse<String> no =
        client.post(partnership + "/answer", "answer", "no", "text", "No time this year.");
    assertThat(no.statusCode()).isEqualTo(303);
    assertThat(client.get(partnership).body())
        .contains("not yet", "On May 24, 2027", "A refusal belongs to a day");
    client.post(partnership + "/snooze", "days", "7");
    HttpResponse<String> outside =
        client.post(partnership + "/revisit", "cause", "refusal", "months", "30");
    assertThat(outside.statusCode()).isEqualTo(422);
    assertThat(outside.body()).contains("3 to 18 months are usual here");
    client.post(
        partnership + "/revisit", "cause", "refusal", "months", "4", "reason", "new budget");
    assertThat(client.get(partnership).body()).contains("On Mar 24, 2027", "new budget");

    HttpResponse<String> but =
        client.post(
            partnership + "/answer",
            "answer",
            "no-but",
            "text",
            "We would agree, but only for non-commercial use. Each image must carry our credit"
                + " line.");
    assertThat(but.statusCode()).isEqualTo(303);
    assertThat(client.get(partnership).body())
        .contains("Non-commercial use only", "Fixed credit line", "/conditions?entry=");
  }

  @Test
  void refusalPausesAndReopeningGoThroughThePage() {
    Partnership one = partnership("Archiv am Berg");
    WebClient client = as("Bo");
    String path = "/partnerships/" + one.id();
    client.get(path);
    assertThat(client.post(path + "/state", "state", "done", "version", "1", "reason", "x").body())
        .contains("Only stewardship can be done");
    client.post(path + "/state", "state", "paused", "version", "1", "cause", "interrupted");
    assertThat(client.get(path).body()).contains("paused", "Interrupted talks", "Open again");
    String version = String.valueOf(partnerships().find(one.id()).orElseThrow().version());
    client.post(path + "/open", "version", version);
    assertThat(partnerships().find(one.id()).orElseThrow().state()).isEqualTo("open");
    assertThat(new Revisits(bench.parts().database(), bench.parts().history(), clock).of(one.id()))
        .isEmpty();
  }

  @Test
  void secondPersonsContactStopsAtANoticeWithTheLastEntry() {
    Partnership one = partnership("Archiv am Tor");
    claims().take(sample.bo, one.institution(), null);
    WebClient bo = as("Bo");
    bo.get("/partnerships/" + one.id());
    bo.post(
        "/partnerships/" + one.id() + "/log",
        "kind",
        "call",
        "direction",
        "out",
        "text",
        "They think about it.");
    WebClient cy = as("Cy");
    cy.get("/partnerships/" + one.id());
    HttpResponse<String> stopped =
        cy.post(
            "/partnerships/" + one.id() + "/log",
            "kind",
            "mail",
            "direction",
            "out",
            "text",
            "My letter to them");
    assertThat(stopped.statusCode()).isEqualTo(409);
    assertThat(stopped.body())
        .contains("Bo speaks with Archiv am Tor", "They think about it.", "My letter to them")
        .contains("name=\"text\" value=\"My letter to them\"");
    assertThat(timeline().page(one.id(), null, 10).entries()).hasSize(1);
    HttpResponse<String> takeover = cy.post("/partnerships/" + one.id() + "/claim");
    assertThat(takeover.statusCode()).isEqualTo(409);
    cy.post("/partnerships/" + one.id() + "/claim", "reason", "Bo is on leave");
    assertThat(cy.get("/").body()).contains("You took over the claim on Archiv am Tor");
    HttpResponse<String> told = bo.get("/");
    assertThat(told.body()).contains("Cy took over the claim on Archiv am Tor", "Bo is on leave");
    Matcher notice = Pattern.compile("/notices/([^/]+)/seen").matcher(told.body());
    assertThat(notice.find()).isTrue();
    bo.post("/notices/" + notice.group(1) + "/seen");
    assertThat(bo.get("/").body()).doesNotContain("Bo is on leave");
  }

  @Test
  void fullColumnAsksForAReasonThatIsKept() {
    WebClient client = as("Ada");
    Partnership first = partnership("Volles Archiv 1");
    Partnership second = partnership("Volles Archiv 2");
    client.get("/settings/habits");
    client.post("/settings/habits", "name", "team-limit-3", "value", "1", "reason", "we are three");
    try {
      client.get("/board");
      client.post(
          "/partnerships/" + first.id() + "/move", "stage", "3", "version", "1", "reason", "x");
      HttpResponse<String> full =
          client.post("/partnerships/" + second.id() + "/move", "stage", "3", "version", "1");
      assertThat(full.statusCode()).isEqualTo(409);
      assertThat(full.body())
          .contains("The column is full", "we are three", "name=\"stage\" value=\"3\"");
      assertThat(partnerships().find(second.id()).orElseThrow().stage()).isEqualTo(1);
      client.post(
          "/partnerships/" + second.id() + "/move",
          "stage",
          "3",
          "version",
          "1",
          "reason",
          "they close in May");
      assertThat(partnerships().find(second.id()).orElseThrow().stage()).isEqualTo(3);
      assertThat(client.get("/history?kind=partnership").body()).contains("they close in May");
    } finally {
      client.get("/settings/habits");
      client.post("/settings/habits", "name", "team-limit-3", "value", "6", "reason", "as before");
    }
  }

  @Test
  void secondEditorOfAnEntrySeesBothTextsAndSendsAgain() {
    Partnership one = partnership("Archiv am Fluss");
    WebClient ada = as("Ada");
    ada.get("/partnerships/" + one.id());
    ada.post(
        "/partnerships/" + one.id() + "/log", "kind", "call", "direction", "out", "text", "first");
    String entry = timeline().page(one.id(), null, 1).entries().getFirst().id();
    String path = "/partnerships/" + one.id() + "/entries/" + entry;
    ada.get(path);
    WebClient bo = as("Bo");
    bo.get(path);
    Map<String, String> form = new LinkedHashMap<>();
    form.put("version", "1");
    form.put("kind", "call");
    form.put("was.kind", "call");
    form.put("direction", "out");
    form.put("was.direction", "out");
    form.put("day", "2026-11-24");
    form.put("was.day", "2026-11-24");
    form.put("text", "what Bo wrote");
    form.put("was.text", "first");
    Map<String, String> ofBo = new LinkedHashMap<>(form);
    ofBo.put("csrf", bo.token());
    ofBo.put("kind", "meeting");
    assertThat(bo.postExactly(path, ofBo).statusCode()).isEqualTo(303);
    Map<String, String> ofAda = new LinkedHashMap<>(form);
    ofAda.put("csrf", ada.token());
    ofAda.put("text", "what Ada wrote");
    HttpResponse<String> conflict = ada.postExactly(path, ofAda);
    assertThat(conflict.statusCode()).isEqualTo(409);
    assertThat(conflict.body())
        .contains("Bo changed this while you were typing", "what Ada wrote", "what Bo wrote")
        .contains("<option value=\"meeting\" selected>", "name=\"version\" value=\"2\"");
    ofAda.put("version", "2");
    ofAda.put("kind", "meeting");
    ofAda.put("csrf", ada.token());
    assertThat(ada.postExactly(path, ofAda).statusCode()).isEqualTo(303);
    assertThat(timeline().find(entry).orElseThrow().text()).isEqualTo("what Ada wrote");
    assertThat(ada.get("/partnerships/" + one.id()).body()).contains("what Ada wrote");
  }

  @Test
  void movingACardThatSomebodyMovedShowsTheChangeAndAButton() {
    Partnership one = partnership("Archiv am Hang");
    WebClient ada = as("Ada");
    ada.get("/board");
    WebClient bo = as("Bo");
    bo.get("/board");
    bo.post("/partnerships/" + one.id() + "/move", "stage", "2", "version", "1", "reason", "x");
    HttpResponse<String> conflict =
        ada.post("/partnerships/" + one.id() + "/move", "stage", "0", "version", "1");
    assertThat(conflict.statusCode()).isEqualTo(409);
    assertThat(conflict.body())
        .contains(
            "Bo changed this", "<ins>2</ins>", "Send mine now", "name=\"version\" value=\"2\"");
    assertThat(
            ada.post("/partnerships/" + one.id() + "/move", "stage", "0", "version", "2")
                .statusCode())
        .isEqualTo(303);
    assertThat(partnerships().find(one.id()).orElseThrow().stage()).isZero();
  }

  @Test
  void namesWithMarkupAndFormulasRunNowhere() {
    WebClient client = as("Ada");
    client.get("/institutions/new");
    String path =
        location(
            client.post(
                "/institutions",
                "name",
                EVIL,
                "type",
                "\"><img src=x>",
                "country",
                "DE",
                "city",
                "=HYPERLINK(\"http://evil.example\")",
                "website",
                "https://a.example/\"><script>",
                "altname",
                "@SUM(1)",
                "version",
                "0"));
    String partnership =
        location(
            client.post("/partnerships", "institution", path.replaceAll(".*/", ""), "title", EVIL));
    client.get(partnership);
    client.post(
        partnership + "/log", "kind", "note", "direction", "out", "text", EVIL, "step", EVIL);
    client.post(
        "/institutions/" + path.replaceAll(".*/", "") + "/contacts",
        "person",
        EVIL,
        "role",
        EVIL,
        "basis",
        "consent",
        "source",
        EVIL);
    client.post(
        path + "/profile",
        "question",
        "interests",
        "answer",
        EVIL,
        "evidence",
        "javascript:alert(1)");
    for (String page :
        new String[] {
          path,
          partnership,
          "/board",
          "/institutions?q=script",
          "/",
          "/history",
          "/calendar?who=all",
          path + "/edit"
        }) {
      assertThat(client.get(page).body())
          .as(page)
          .doesNotContain("<script>alert", "<img src=x", "href=\"javascript:");
    }
    String csv = client.get("/institutions/list.csv?q=script").body();
    assertThat(csv).contains("\"<script>alert(1)</script>=1+1\"", "\"'=HYPERLINK(\"\"http");
    assertThat(
            client
                .get("/institutions/list.csv")
                .headers()
                .firstValue("Content-Disposition")
                .orElse(""))
        .contains("attachment");
    HttpResponse<String> refused =
        client.post(
            "/institutions",
            "name",
            "x",
            "type",
            "museum",
            "website",
            "javascript:alert(1)",
            "version",
            "0");
    assertThat(refused.statusCode()).isEqualTo(422);
  }

  @Test
  void whatWasTypedSurvivesTheEndOfTheSession() {
    Partnership one = partnership("Archiv am Abend");
    WebClient client = as("Cy");
    client.get("/partnerships/" + one.id());
    clock.pass(Duration.ofDays(1));
    HttpResponse<String> over =
        client.post(
            "/partnerships/" + one.id() + "/answer",
            "answer",
            "yes",
            "text",
            "A long letter\nof theirs");
    assertThat(over.statusCode()).isEqualTo(401);
    assertThat(over.body()).contains("Your session is over", "A long letter\nof theirs");
    HttpResponse<String> back =
        client.post(
            "/login",
            "name",
            "Cy",
            "password",
            PASSWORD,
            "resend-to",
            "/partnerships/" + one.id() + "/answer",
            "kept.answer",
            "yes",
            "kept.text",
            "A long letter\nof theirs");
    assertThat(back.body()).contains("Send now", "A long letter\nof theirs");
    assertThat(timeline().page(one.id(), null, 5).entries()).isEmpty();
    client.post(
        "/partnerships/" + one.id() + "/answer",
        "answer",
        "yes",
        "text",
        "A long letter\nof theirs");
    assertThat(timeline().page(one.id(), null, 5).entries()).hasSize(1);
    clock.pass(Duration.ofDays(-1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/partnerships/..%2f..%2fetc",
        "/institutions/%2e%2e/x",
        "/calendar/feed/..%2f/handsel.ics",
        "/partnerships/a;b",
        "/contacts/%00",
        "/guides/%252e",
        "/calendar/feed//handsel.ics",
        "/conditions/../settings",
        "/institutions/list.csv%00"
      })
  void pathTricksGetNowhere(String path) {
    assertThat(
            bench
                .client()
                .raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .matches("HTTP/1.1 (40[04]|303).*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/partnerships/none", "/institutions/none", "/institutions/none/edit", "/contacts/none",
        "/calendar/events/none", "/guides/9", "/guides/x", "/calendar/feed/short/handsel.ics",
        "/calendar/feed/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/handsel.ics", "/partnerships/'--/entries/x"
      })
  void whatIsNotThereIsSaidSo(String path) {
    assertThat(as("Ada").get(path).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/board?team=x&state=y&holder=z&quiet=99999999999",
        "/institutions?page=-4&country=%27&type=%00",
        "/calendar?month=2026-13",
        "/calendar?month=99999999999-01",
        "/institutions/duplicates?page=x",
        "/settings/habits?team=%3Cb%3E",
        "/conditions?entry=none&partnership=none"
      })
  void oddQueriesGetAPage(String path) {
    assertThat(as("Ada").get(path).statusCode()).isEqualTo(200);
  }

  @Test
  void oddDayOfTheTimelineGetsThePage() {
    assertThat(
            as("Ada")
                .get("/partnerships/" + sample.museumPartnership + "?day=2026-99-99&entry=x")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void foreignHostAndOriginAreRefusedOnTheNewAddresses() {
    assertThat(
            bench
                .client()
                .raw(
                    "GET /calendar/feed/x/handsel.ics HTTP/1.1\r\n"
                        + "Host: evil.example\r\n"
                        + "Connection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 400");
    WebClient client = as("Ada");
    client.get("/board");
    Map<String, String> form = Map.of("csrf", client.token(), "institution", sample.museum);
    assertThat(
            client
                .postExactly("/partnerships", form, "Origin", "https://evil.example")
                .statusCode())
        .isEqualTo(403);
    assertThat(
            client.postExactly("/partnerships", Map.of("institution", sample.museum)).statusCode())
        .isEqualTo(403);
  }

  @Test
  void viewersLookOnAndSeeNoPersonalData() {
    WebClient client = as("Di");
    String page = client.get("/institutions/" + sample.museum).body();
    assertThat(page).contains("People are shown to members").doesNotContain("Elin Halvorsen");
    assertThat(client.get("/contacts/" + sample.contact).statusCode()).isEqualTo(403);
    assertThat(client.post("/partnerships/" + sample.museumPartnership + "/claim").statusCode())
        .isEqualTo(403);
    assertThat(client.get("/partnerships/" + sample.museumPartnership).body())
        .doesNotContain("Log a contact", "Elin Halvorsen");
    WebClient cy = as("Cy");
    cy.get("/contacts/" + sample.contact);
    assertThat(cy.post("/contacts/" + sample.contact + "/erase", "sure", "yes").statusCode())
        .isEqualTo(403);
    assertThat(
            cy.post("/settings/habits", "name", "claim-days", "value", "1", "reason", "x")
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void personIsRecordedExportedAndErasedEverywhere() {
    Institution house = institution("Archiv am Markt");
    Partnership one = partnerships().begin(sample.ada, house.id(), "");
    WebClient client = as("Bo");
    client.get("/institutions/" + house.id());
    HttpResponse<String> bad =
        client.post(
            "/institutions/" + house.id() + "/contacts",
            "person",
            "Ida Krull",
            "mail",
            "no mail",
            "basis",
            "whim");
    assertThat(bad.statusCode()).isEqualTo(422);
    assertThat(bad.body())
        .contains("Ida Krull", "A mail address is expected", "Choose one of the values");
    client.post(
        "/institutions/" + house.id() + "/contacts",
        "person",
        "Ida Krull",
        "role",
        "head",
        "mail",
        "krull@markt.example",
        "basis",
        "consent",
        "source",
        "her card");
    Matcher link =
        Pattern.compile("/contacts/([0-9a-f-]+)")
            .matcher(client.get("/institutions/" + house.id()).body());
    assertThat(link.find()).isTrue();
    String path = link.group();
    client.post(
        "/partnerships/" + one.id() + "/log",
        "kind",
        "call",
        "direction",
        "in",
        "text",
        "Ida Krull called back.",
        "person",
        link.group(1));
    client.get(path);
    client.post(path + "/consent", "purpose", "mail", "given", "yes", "evidence", "mail of today");
    assertThat(client.get(path).body())
        .contains("Kept until", "mail of today", "Ida Krull called back.");
    HttpResponse<String> export = client.get(path + "/export.json");
    assertThat(export.body()).contains("Ida Krull", "krull@markt.example", "mail of today");
    assertThat(client.post(path + "/erase").statusCode()).isEqualTo(422);
    client.post(path + "/erase", "sure", "yes");
    for (String page :
        new String[] {
          path, "/partnerships/" + one.id(), "/institutions/" + house.id(), "/history"
        }) {
      assertThat(client.get(page).body()).as(page).doesNotContain("Ida", "Krull", "krull@markt");
    }
  }

  @Test
  void pairIsDecidedByAPersonAndTakenBack() {
    WebClient client = as("Bo");
    Institution a = institution("Foto Archiv Selm");
    Institution b = institution("Foto-Archiv Selm");
    client.get("/institutions/duplicates");
    client.post(
        "/institutions/duplicates/decide",
        "a",
        a.id(),
        "b",
        b.id(),
        "decision",
        "keep-a",
        "reason",
        "one house");
    assertThat(bench.parts().institutions().find(b.id()).orElseThrow().mergedInto())
        .isEqualTo(a.id());
    String page = client.get("/institutions/" + b.id()).body();
    assertThat(page).contains("same house as another one", "Foto Archiv Selm");
    Matcher change = Pattern.compile("name=\"change\" value=\"([^\"]+)\"").matcher(page);
    assertThat(change.find()).isTrue();
    client.post("/institutions/" + b.id() + "/undo", "change", change.group(1));
    assertThat(bench.parts().institutions().find(b.id()).orElseThrow().mergedInto()).isNull();
    client.post(
        "/institutions/" + a.id() + "/relation",
        "other",
        b.id(),
        "kind",
        "friends-of",
        "way",
        "down");
    assertThat(client.get("/institutions/" + a.id()).body()).contains("has the friends");
    assertThat(
            client
                .post(
                    "/institutions/duplicates/decide",
                    "a",
                    a.id(),
                    "b",
                    b.id(),
                    "decision",
                    "maybe")
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void searchFindsByBeginningsPlaceAndIdentifier() {
    WebClient client = as("Di");
    assertThat(client.get("/institutions?q=lind+stadt").body())
        .contains("Stadtarchiv Lindenau")
        .doesNotContain("Galleria");
    assertThat(client.get("/institutions?q=Q685753").body()).contains("Skarvik Museum");
    String part = client.get("/institutions?q=montes", "HX-Request", "true").body();
    assertThat(part).contains("Galleria Montesole").doesNotContain("<html");
    assertThat(client.get("/institutions?q=nothing+at+all").body())
        .contains("Nothing is called so");
  }

  @Test
  void letterIsReadWithoutBeingStoredAndTheDraftTakesWhatIsTicked() {
    WebClient client = as("Cy");
    client.get("/conditions");
    HttpResponse<String> read = client.post("/conditions", "letter", Sample.LETTER);
    assertThat(read.body())
        .contains(
            "<mark class=\"mark incompatible\">The images may be used for non-commercial purposes"
                + " only.</mark>")
        .contains(
            "<mark class=\"mark unsure\">If possible",
            "<mark class=\"mark open\">We must also receive")
        .contains("5 conditions");
    HttpResponse<String> draft =
        client.post(
            "/conditions",
            "letter",
            Sample.LETTER,
            "language",
            "en",
            "draft",
            "yes",
            "answer-language",
            "fr",
            "take",
            "nc-only",
            "offer",
            "nc-only:1");
    assertThat(draft.body())
        .contains("Madame, Monsieur,", "– une sélection plus petite ou un projet pilote")
        .doesNotContain("CC BY-SA, dont le partage à l’identique empêche qu’on referme l’œuvre\n–");
    assertThat(client.post("/conditions", "letter", "  ").statusCode()).isEqualTo(422);
    assertThat(
            client
                .post(
                    "/conditions",
                    "letter",
                    "Wir bitten <b>um</b> 5 Euro.",
                    "draft",
                    "yes",
                    "take",
                    "<x>",
                    "offer",
                    "x:99")
                .statusCode())
        .isEqualTo(200);
    assertThat(client.get("/history").body()).doesNotContain("printed copy");
  }

  @Test
  void guideTakesAWordAndShowsItToTheNext() {
    WebClient client = as("Cy");
    assertThat(client.get("/partnerships/" + sample.archivePartnership).body())
        .contains("Guide to stage 2", "Was this helpful?");
    client.post(
        "/guides/2/feedback",
        "helpful",
        "no",
        "note",
        "say who calls <first>",
        "back",
        "/guides/2");
    assertThat(as("Di").get("/guides/2").body())
        .contains("say who calls &lt;first", "one missed something");
    assertThat(client.get("/guides/1").body()).contains("Your own:");
  }

  @Test
  void feedNeedsItsSecretAndEndsWithTheAccount() {
    Account eve =
        bench
            .parts()
            .accounts()
            .add(Who.HANDSEL, "Eve" + System.identityHashCode(this), Role.MEMBER, PASSWORD, null);
    WebClient client = as(eve.name());
    client.get("/calendar");
    Matcher made =
        Pattern.compile("/calendar/feed/[A-Za-z0-9_-]+/handsel.ics")
            .matcher(client.post("/calendar/address").body());
    assertThat(made.find()).isTrue();
    String address = made.group();
    client.get("/calendar");
    client.post("/calendar/events/" + sample.event + "/go");
    assertThat(bench.client().get(address).body())
        .contains("BEGIN:VCALENDAR", "Congress of small archives");
    client.get("/calendar");
    client.post("/calendar/address");
    assertThat(bench.client().get(address).statusCode()).isEqualTo(404);
    client.get("/calendar");
    Matcher again =
        Pattern.compile("/calendar/feed/[A-Za-z0-9_-]+/handsel.ics")
            .matcher(client.post("/calendar/address").body());
    assertThat(again.find()).isTrue();
    bench.parts().accounts().disable(sample.ada, eve.id(), true, 1);
    assertThat(bench.client().get(again.group()).statusCode()).isEqualTo(404);
  }

  @Test
  void secondEditorOfAnEventAndOfAPersonSeesTheFirst() {
    WebClient client = as("Ada");
    client.get("/calendar/events/" + sample.event);
    HttpResponse<String> event =
        client.post(
            "/calendar/events/" + sample.event,
            "title",
            "Congress, renamed",
            "was.title",
            "Congress of small archives",
            "kind",
            "congress",
            "was.kind",
            "congress",
            "begins",
            "2026-12-03",
            "was.begins",
            "2026-12-03",
            "ends",
            "2026-12-05",
            "was.ends",
            "2026-12-05",
            "place",
            "Kassel",
            "was.place",
            "Kassel",
            "version",
            "0");
    assertThat(event.statusCode()).isEqualTo(409);
    assertThat(event.body()).contains("while you were typing", "Congress, renamed");
    client.get("/contacts/" + sample.contact);
    HttpResponse<String> person =
        client.post(
            "/contacts/" + sample.contact,
            "person",
            "Elin H.",
            "was.person",
            "Elin",
            "basis",
            "legitimate-interest",
            "was.basis",
            "legitimate-interest",
            "source",
            "imprint",
            "was.source",
            "imprint",
            "version",
            "0");
    assertThat(person.statusCode()).isEqualTo(409);
    assertThat(person.body()).contains("Elin H.", "Now there: Elin Halvorsen");
  }

  @Test
  void databaseGoneInMidRequestKeepsTheLetter(@TempDir Path other) {
    try (Bench lone = Bench.open(other, clock)) {
      WebClient client = lone.client();
      client.get("/conditions");
      lone.loseDatabase();
      HttpResponse<String> answer =
          client.post("/partnerships/x/answer", "answer", "yes", "text", "their whole letter");
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body())
          .contains("The database cannot be reached", "their whole letter", "Send now")
          .doesNotContain("SQL", "Exception");
      assertThat(client.get("/board").statusCode()).isEqualTo(503);
    }
  }
}
