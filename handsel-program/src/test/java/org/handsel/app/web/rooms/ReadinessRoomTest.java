package org.handsel.app.web.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.handsel.app.web.text.Words;
import org.handsel.readiness.audit.AuditCatalogue;
import org.handsel.readiness.work.AuditEntry;
import org.handsel.readiness.work.AuditRuns;
import org.handsel.readiness.work.FindingWork;
import org.handsel.testing.SetClock;
import org.handsel.testing.Shared;
import org.handsel.testing.WebClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadinessRoomTest {
  private static final Pattern FORM =
      Pattern.compile(
          "action=\"(/readiness/[^\"]+/[0-9a-f]{16})\".*?name=\"version\" value=\"(\\d+)\"",
          Pattern.DOTALL);

  @TempDir Path home;
  private final SetClock clock = new SetClock("2026-11-24T08:00:00Z");
  private Bench bench;
  private WebClient client;
  private AuditRuns runs;

  @BeforeEach
  void start() throws IOException {
    bench = Bench.open(home, clock);
    client = bench.client();
    client.get("/");
    runs = new AuditRuns(bench.parts().database(), clock);
    Files.createDirectories(home.resolve("dumps"));
    Files.copy(Shared.root().resolve("samples/wiki/dump.xml"), home.resolve("dumps/sample-1.xml"));
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private AuditEntry audit(String dump) {
    int before = runs.all().size();
    HttpResponse<String> begun = client.post("/readiness/begin", "dump", dump);
    assertThat(begun.statusCode()).isEqualTo(303);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            runs.all().size() > before
                && runs.all().getFirst().state() != AuditEntry.State.RUNNING
                && !client.get("/readiness/running").body().contains("/readiness/stop"));
    return runs.all().getFirst();
  }

  @Test
  void findingsAreToldInTheLanguageOfThePage() {
    String audit = "/readiness/" + audit("sample-1.xml").id();
    assertThat(client.get(audit + "/C6").body()).contains("The article stands in");
    assertThat(client.get(audit + "/C6?language=de").body())
        .contains("Der Artikel steht in")
        .doesNotContain("The article stands in");
    assertThat(client.get(audit + "?language=de").body()).contains("das sagen nur die Tabellen");
    assertThat(client.get(audit + "/report.de.html").body())
        .contains("Wie bereit ist dewiki?", "report.html", "Der Artikel steht in")
        .doesNotContain("The article stands in");
  }

  @Test
  void auditIsBegunHereAndShowsItsFindings() {
    AuditEntry entry = audit("sample-1.xml");
    assertThat(entry.state()).isEqualTo(AuditEntry.State.DONE);
    assertThat(client.get("/readiness").body()).contains("dewiki", "sample-1.xml");
    assertThat(client.get("/readiness/" + entry.id()).body())
        .contains("Over-categorisation", "edits.json", "/report\"");
    assertThat(client.get("/readiness/" + entry.id() + "/C6").body())
        .contains("Olav Brekke", "[[Kategorie:Kunst]]");
    assertThat(client.get("/readiness/" + entry.id() + "/edits.json").body()).contains("\"C6\"");
  }

  @Test
  void onlyDumpsOfTheFolderCanBeRead() {
    for (String name : List.of("../handsel.db", "/etc/passwd", "none.xml")) {
      assertThat(client.post("/readiness/begin", "dump", name).statusCode())
          .as(name)
          .isEqualTo(422);
    }
    assertThat(runs.all()).isEmpty();
  }

  @Test
  void secondAuditOfAWikiShowsWhatChanged() throws IOException {
    audit("sample-1.xml");
    String dump = Files.readString(home.resolve("dumps/sample-1.xml"));
    Files.writeString(
        home.resolve("dumps/sample-2.xml"),
        dump.replace("[[Kategorie:Kunst]]", ""),
        StandardCharsets.UTF_8);
    clock.pass(Duration.ofDays(30));
    AuditEntry second = audit("sample-2.xml");
    assertThat(client.get("/readiness/" + second.id()).body()).contains("−1", "class=\"trend\"");
    assertThat(client.get("/readiness/" + second.id() + "/changes.html").body())
        .contains("What changed on dewiki");
  }

  @Test
  void severalPeopleWorkThroughFindings() {
    AuditEntry entry = audit("sample-1.xml");
    String list = "/readiness/" + entry.id() + "/N1";
    Matcher form = FORM.matcher(client.get(list).body());
    assertThat(form.find()).isTrue();
    String finding = form.group(1);
    client.post(finding, "state", "taken", "version", form.group(2), "title", "T");
    assertThat(client.get(list + "?show=taken").body()).contains("Open again");
    // Somebody whose page is older than that.
    client.post(finding, "state", "done", "version", "0", "title", "T");
    assertThat(client.get("/readiness").body()).contains("was faster");
    FindingWork work = new FindingWork(bench.parts().database(), clock);
    assertThat(work.of("dewiki", "N1").values())
        .singleElement()
        .extracting(FindingWork.Step::state)
        .isEqualTo(FindingWork.State.TAKEN);
  }

  @Test
  void whoCallsItNoDefectSaysWhy() {
    AuditEntry entry = audit("sample-1.xml");
    String list = "/readiness/" + entry.id() + "/N1";
    Matcher form = FORM.matcher(client.get(list).body());
    assertThat(form.find()).isTrue();
    client.post(form.group(1), "state", "no-defect", "version", "0", "reason", " ");
    assertThat(client.get("/readiness").body()).contains("Say why it is no defect");
    client.post(form.group(1), "state", "no-defect", "version", "0", "reason", "<b>meant</b> so");
    assertThat(client.get(list + "?show=no-defect").body())
        .contains("&lt;b&gt;meant&lt;/b&gt; so")
        .doesNotContain("<b>meant");
  }

  @Test
  void whatWasSaidHoldsInTheNextAudit() {
    AuditEntry first = audit("sample-1.xml");
    Matcher form = FORM.matcher(client.get("/readiness/" + first.id() + "/C6").body());
    assertThat(form.find()).isTrue();
    client.post(form.group(1), "state", "no-defect", "version", "0", "reason", "meant so");
    clock.pass(Duration.ofDays(30));
    AuditEntry second = audit("sample-1.xml");
    assertThat(client.get("/readiness/" + second.id() + "/C6").body())
        .doesNotContain("Olav Brekke");
    assertThat(client.get("/readiness/" + second.id() + "/C6?show=no-defect").body())
        .contains("Olav Brekke", "meant so");
  }

  @Test
  void whatIsNoDumpFailsWithItsReason() throws IOException {
    Files.writeString(home.resolve("dumps/error.xml"), "<html><body>Error</body></html>");
    AuditEntry entry = audit("error.xml");
    assertThat(entry.state()).isEqualTo(AuditEntry.State.FAILED);
    assertThat(client.get("/readiness").body()).contains("failed", "error.xml");
  }

  @Test
  void auditThatWasCutOffIsNotCalledRunning() {
    bench
        .parts()
        .database()
        .write(handle ->
            handle.execute(
                "insert into audit_run (id, folder, wiki, dump, state, who_name, started_at)"
                    + " values ('x', '/x', '', 'x.xml', 'running', 'Ada', 1)"));
    bench.close();
    bench = Bench.open(home, clock);
    assertThat(bench.client().get("/readiness").body()).contains("was stopped");
  }

  @Test
  void everyAuditHasItsNameInTheLanguagesOfThePages() {
    for (String language : List.of("en", "de")) {
      Words words = Workbench.messages(bench.parts()).in(language).orElseThrow();
      AuditCatalogue.all()
          .forEach((id, definition) ->
              assertThat(words.has("readiness.name." + id)).as("%s %s", language, id).isTrue());
    }
  }
}
