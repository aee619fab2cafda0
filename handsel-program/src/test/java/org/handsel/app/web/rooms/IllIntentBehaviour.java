package org.handsel.app.web.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.talks.Partnership;
import org.handsel.testing.WebClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The pages of talks as somebody meets them who means ill, or whom the surroundings fail.
abstract class IllIntentBehaviour extends TalksBench {
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
    assertThat(csv).contains(",<script>alert(1)</script>=1+1,", "\"'=HYPERLINK(\"\"http");
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
