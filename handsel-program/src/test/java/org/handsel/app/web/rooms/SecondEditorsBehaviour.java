package org.handsel.app.web.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handsel.partnership.talks.Partnership;
import org.handsel.testing.WebClient;
import org.junit.jupiter.api.Test;

/// Two people at the same thing: the second is shown what the first did, and nothing is lost.
abstract class SecondEditorsBehaviour extends TalksBench {
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
}
