package org.handsel.app.web.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handsel.partnership.effort.PartnerLoads;
import org.handsel.partnership.talks.Partnership;
import org.handsel.partnership.talks.Revisits;
import org.handsel.testing.WebClient;
import org.junit.jupiter.api.Test;

/// The way of a partnership through its pages, as a browser without scripts goes it.
abstract class TalksPagesBehaviour extends TalksBench {
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
