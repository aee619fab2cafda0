package org.handsel.app.web.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.handsel.app.web.WebOptions;
import org.handsel.app.web.account.Account;
import org.handsel.app.web.account.Role;
import org.handsel.app.web.text.Messages;
import org.handsel.app.web.text.Words;
import org.handsel.partnership.effort.PartnerLoads;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.talks.Partnership;
import org.handsel.partnership.talks.Revisits;
import org.handsel.platform.Who;
import org.handsel.testing.WebClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The pages of talks as a browser without scripts meets them.
abstract class PagesBehaviour extends TalksBench {
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
        "/settings/habits",
        "/settings",
        "/commitments",
        "/partnerships/" + sample.museumPartnership + "/work");
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
  void buriedPartnerIsMarkedOnTheBoard() {
    PartnerLoads loads = new PartnerLoads(bench.parts().database(), bench.parts().history(), clock);
    LocalDate today = Sample.day(clock);
    WebClient client = as("Ada");
    Partnership buried = partnership("Archiv der Anfragen");
    loads.note(sample.ada, buried.id(), today.minusMonths(3), 100, 3, "");
    assertThat(client.get("/board").body()).doesNotContain("buried: inquiries");
    loads.note(sample.ada, buried.id(), today, 330, 3, "after the press");
    assertThat(client.get("/board").body())
        .containsPattern(
            "chip bad\" href=\"/partnerships/" + buried.id() + "/work\">buried: inquiries \\+230");
  }

  @Test
  void capacityAndCallAreTakenBack() {
    WebClient client = as("Ada");
    client.get("/commitments");
    client.post("/commitments/capacity", "name", "Zora", "hours", "8", "note", "Mondays");
    client.post("/commitments/capacity", "name", "Zora", "hours", "80", "note", "by mistake");
    String page = client.get("/commitments").body();
    assertThat(page).contains("Zora", "by mistake");
    client.post("/commitments/capacity/undo", "change", change(page));
    page = client.get("/commitments").body();
    assertThat(page).contains("The change is taken back", "Mondays").doesNotContain("by mistake");
    client.post("/commitments/capacity/undo", "change", "no-such-change");
    assertThat(client.get("/commitments").body()).contains("Mondays");

    String work = "/partnerships/" + partnership("Archiv der Aufrufe").id() + "/work";
    client.get(work);
    client.post(work + "/calls", "task", "Link persons", "call-hours", "20", "until", "2027-01-31");
    Matcher call =
        Pattern.compile(work + "/calls/([0-9a-f-]+)/off").matcher(client.get(work).body());
    assertThat(call.find()).isTrue();
    client.post(work + "/calls/" + call.group(1), "name", "Anna", "sign-up-hours", "3");
    assertThat(client.get(work).body()).doesNotContain("/off\"");
    client.post(work + "/calls/" + call.group(1) + "/off");
    assertThat(client.get(work).body()).contains("the call stays", "Link persons");
    Matcher anna =
        Pattern.compile(work + "/sign-ups/([0-9a-f-]+)").matcher(client.get(work).body());
    assertThat(anna.find()).isTrue();
    client.post(work + "/sign-ups/" + anna.group(1));
    client.get(work);
    client.post(work + "/calls/" + call.group(1) + "/off");
    assertThat(client.get(work).body())
        .contains("The call is taken back")
        .doesNotContain("Link persons");
  }

  private static String change(String page) {
    Matcher change =
        Pattern.compile(
                "capacity/undo\"[^<]*?>.*?name=\"change\" value=\"([^\"]+)\"", Pattern.DOTALL)
            .matcher(page);
    assertThat(change.find()).isTrue();
    return change.group(1);
  }

  @Test
  void tablesForAnybodyHoldNobody() throws IOException {
    assertThat(as("Di").get("/settings/private.zip").statusCode()).isEqualTo(403);
    assertThat(as("Di").get("/settings").body())
        .contains("/settings/public.zip")
        .doesNotContain("/settings/private.zip");
    var http = java.net.http.HttpClient.newHttpClient();
    WebClient bo = as("Bo");
    var request =
        java.net.http.HttpRequest.newBuilder(bench.server().url().resolve("/settings/public.zip"))
            .header(
                "Cookie",
                bo.cookies().entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(java.util.stream.Collectors.joining("; ")))
            .build();
    try (var zip =
        new java.util.zip.ZipInputStream(
            http.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream()).join().body())) {
      StringBuilder all = new StringBuilder();
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        all.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
      assertThat(all.toString()).contains("Skarvik Museum").doesNotContain("Halvorsen");
    }
    assertThat(bo.get("/settings/private.zip").statusCode()).isEqualTo(200);
    try (Stream<Path> left = Files.list(bench.parts().workspace().scratch())) {
      assertThat(left.filter(file -> file.getFileName().toString().startsWith("export"))).isEmpty();
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
  void revisitForACauseWithoutWordsIsShownAsItWasWritten() {
    Partnership one = partnership("Archive of the Eclipse");
    new org.handsel.partnership.talks.Stages(
            bench.parts().database(), bench.parts().history(), clock)
        .notYet(
            sample.ada,
            one.id(),
            one.version(),
            new org.handsel.partnership.talks.RevisitPlan("refusal", 3, null, "after the move"));
    bench
        .parts()
        .database()
        .write(handle ->
            handle.execute("update revisit set cause = 'eclipse' where partnership = ?", one.id()));
    HttpResponse<String> page = as("Ada").get("/partnerships/" + one.id());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("eclipse", "after the move");
    assertThat(as("Ada").get("/calendar?who=all").statusCode()).isEqualTo(200);
    assertThat(as("Ada").get("/").statusCode()).isEqualTo(200);
  }
}
