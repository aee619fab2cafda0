package org.handsel.app.web.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handsel.app.sandbox.Sandbox;
import org.handsel.app.sandbox.SandboxOptions;
import org.handsel.app.web.account.Role;
import org.handsel.collection.mapping.Mapping;
import org.handsel.collection.mapping.Profiles;
import org.handsel.platform.Progress;
import org.handsel.platform.Who;
import org.handsel.release.PlanCounts;
import org.handsel.release.PlanOptions;
import org.handsel.release.Plans;
import org.handsel.release.ReleaseRegister;
import org.handsel.release.ReleaseRun;
import org.handsel.release.RunOptions;
import org.handsel.testing.SetClock;
import org.handsel.testing.Shared;
import org.handsel.testing.WebClient;
import org.handsel.wiki.api.Login;
import org.handsel.wiki.api.WikiAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanRoomTest {
  private static final String PASSWORD = "four words are enough";

  @TempDir Path home;
  private final SetClock clock = new SetClock("2026-11-24T08:00:00Z");
  private Bench bench;
  private WebClient client;
  private Path release;
  private PlanCounts counts;

  /// Plans the sample delivery into a folder and tells the workspace of it.
  static PlanCounts plan(Bench bench, Path home, Path release, SetClock clock) {
    Path samples = Shared.root().resolve("samples/skarvik");
    Mapping.run(
        samples.resolve("skarvik.csv"),
        samples.resolve("mapping.yaml"),
        home.resolve("items"),
        Progress.NONE);
    PlanCounts counts =
        Plans.plan(
            home.resolve("items/items.jsonl"),
            Profiles.load(samples.resolve("mapping.yaml")),
            samples.resolve("images"),
            PlanOptions.with(clock),
            release);
    new ReleaseRegister(bench.parts().database(), clock).planned(release, null, counts.entries());
    return counts;
  }

  @BeforeEach
  void start() {
    bench = Bench.open(home, clock);
    client = bench.client();
    release = home.resolve("releases/skarvik");
    counts = plan(bench, home, release, clock);
    client.get("/");
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private static Map<String, String> form(String body, String action) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher form =
        Pattern.compile(
                "<form method=\"post\" action=\"" + Pattern.quote(action) + "\".*?</form>",
                Pattern.DOTALL)
            .matcher(body);
    assertThat(form.find()).as(action).isTrue();
    Matcher field =
        Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")
            .matcher(form.group());
    while (field.find()) {
      fields.put(field.group(1), field.group(2));
    }
    return fields;
  }

  private HttpResponse<String> decide(String query, String decision, String reason) {
    Map<String, String> form =
        form(client.get("/releases/skarvik/plan" + query).body(), "/releases/skarvik/plan");
    form.put("decision", decision);
    form.put("reason", reason);
    return client.postExactly("/releases/skarvik/plan", form);
  }

  private void pilot(int files) {
    try (Sandbox wiki = Sandbox.start(SandboxOptions.defaults())) {
      ReleaseRun.run(
          release,
          WikiAddress.parse(wiki.api().toString()),
          new Login(wiki.bot().login(), wiki.bot().password()),
          RunOptions.DEFAULT.pilot(files));
    }
  }

  @Test
  void planIsLookedThroughByStateProblemAndWords() {
    String all = client.get("/releases/skarvik/plan").body();
    assertThat(all).contains(counts.entries() + " files", "kept back", "lazy");
    String blocked = client.get("/releases/skarvik/plan?state=blocked").body();
    assertThat(blocked).contains(counts.blocked() == 1 ? "One file" : counts.blocked() + " files");
    String code = counts.checks().keySet().iterator().next();
    long number = counts.checks().getOrDefault(code, 0L);
    assertThat(client.get("/releases/skarvik/plan?code=" + code).body())
        .contains(number == 1 ? "One file" : number + " files");
    assertThat(client.get("/releases/skarvik/plan?q=SKM+0001").body())
        .contains("One file", "Morning off Skarvik Light");
    assertThat(client.get("/releases/skarvik/plan?q=nothing+like+it").body()).contains("No file");
    assertThat(client.get("/releases/skarvik/plan?language=de").body()).contains("zurückgehalten");
  }

  @Test
  void recordStandsBesideItsPage() {
    assertThat(client.get("/releases/skarvik/plan?q=SKM+0001").body())
        .contains("Record and page side by side", "Stormdal", "{{Artwork", "Inventory no.");
  }

  @Test
  void pictureIsMadeHereAndSmall() {
    Matcher picture =
        Pattern.compile("src=\"(/releases/skarvik/plan/[0-9a-f]{40}[.]jpg)\"")
            .matcher(client.get("/releases/skarvik/plan").body());
    assertThat(picture.find()).isTrue();
    HttpResponse<String> answer = client.get(picture.group(1));
    assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");
    for (String name : new String[] {"../x.jpg", "a.jpg", "0".repeat(40) + ".jpg"}) {
      assertThat(client.get("/releases/skarvik/plan/" + name).statusCode()).isIn(400, 404);
    }
  }

  @Test
  void manyFilesAreHeldBackAtOnceAndLetGoAgain() throws IOException {
    String before = Files.readString(release.resolve("plan.jsonl"));
    assertThat(decide("?state=ready", "hold", "the curator looks first").statusCode())
        .isEqualTo(303);
    assertThat(ReleaseRun.status(release).ready()).isLessThan((int) counts.ready());
    assertThat(client.get("/releases/skarvik/plan?code=HELD").body())
        .contains("the curator looks first", "Held back by a person");
    assertThat(Files.readString(release.resolve("decisions.tsv"))).contains("hold");
    decide("?code=HELD", "include", "");
    assertThat(Files.readString(release.resolve("plan.jsonl"))).isEqualTo(before);
  }

  @Test
  void decisionNeedsAReasonAndLetsNothingGoThatACheckKeepsBack() {
    decide("?state=ready", "exclude", " ");
    assertThat(client.get("/releases/skarvik").body()).contains("needs a reason");
    decide("?state=blocked", "hold", "wait");
    decide("?code=HELD", "include", "");
    assertThat(ReleaseRun.status(release).blocked()).isEqualTo((int) counts.blocked());
  }

  @Test
  void decisionAboutAnotherPlanThanThePersonSawDecidesNothing() throws IOException {
    Map<String, String> form =
        form(client.get("/releases/skarvik/plan?state=ready").body(), "/releases/skarvik/plan");
    decide("?q=SKM+0001", "hold", "first");
    String before = Files.readString(release.resolve("plan.jsonl"));
    form.put("decision", "exclude");
    form.put("reason", "all of them");
    client.postExactly("/releases/skarvik/plan", form);
    assertThat(client.get("/releases/skarvik").body()).contains("the plan changed meanwhile");
    assertThat(Files.readString(release.resolve("plan.jsonl"))).isEqualTo(before);
  }

  @Test
  void newPlanInTheSameFolderHeedsDecisions() {
    decide("?q=SKM+0001", "exclude", "not ours");
    plan(bench, home, release, clock);
    assertThat(client.get("/releases/skarvik/plan?code=DECIDED_OUT").body())
        .contains("One file", "not ours");
  }

  @Test
  void whatIsOnTheWikiStaysAsItIs() {
    pilot(2);
    decide("?state=ready", "exclude", "stop here");
    assertThat(ReleaseRun.status(release).proven()).isEqualTo(2);
    assertThat(client.get("/releases/skarvik/plan?state=proven").body()).contains("2 files");
  }

  @Test
  void pilotIsAcceptedByTwoAndTheSecondIsSomebodyElse() {
    pilot(2);
    assertThat(client.get("/releases/skarvik").body()).contains("The pilot waits for a judgement");
    client.post("/releases/skarvik/judge", "verdict", "accept", "by", "Ada", "note", "fine");
    assertThat(ReleaseRun.status(release).pilot()).isEqualTo("waiting for judgement");
    client.post("/releases/skarvik/judge", "verdict", "accept", "by", " ADA ");
    assertThat(client.get("/releases/skarvik").body())
        .contains("must be somebody else", "Ada accepts it");
    assertThat(ReleaseRun.status(release).pilot()).isEqualTo("waiting for judgement");
    client.post("/releases/skarvik/judge", "verdict", "accept", "by", "Bo");
    assertThat(ReleaseRun.status(release).pilot()).isEqualTo("accepted by Ada, Bo");
  }

  @Test
  void oneIsEnoughToRejectThePilot() {
    pilot(1);
    client.post("/releases/skarvik/judge", "verdict", "reject", "by", "Bo", "note", "titles");
    assertThat(ReleaseRun.status(release).pilot()).isEqualTo("rejected by Bo");
  }

  @Test
  void whoIsLoggedInJudgesInTheirOwnName() {
    bench.parts().accounts().add(Who.HANDSEL, "Ada", Role.ADMIN, PASSWORD, null);
    pilot(1);
    client.logIn("Ada", PASSWORD);
    client.get("/releases/skarvik");
    client.post("/releases/skarvik/judge", "verdict", "accept", "by", "Somebody");
    assertThat(client.get("/releases/skarvik").body())
        .contains("Ada accepts it")
        .doesNotContain("Somebody");
    client.post("/releases/skarvik/judge", "verdict", "accept", "by", "Somebody");
    assertThat(ReleaseRun.status(release).pilot()).isEqualTo("waiting for judgement");
  }

  @Test
  void progressIsAPartOfThePage() {
    assertThat(client.get("/releases/skarvik/progress", "HX-Request", "true").body())
        .contains("progress-now", "left")
        .doesNotContain("<html");
    pilot(1);
    clock.set(Instant.ofEpochMilli(release.resolve("ledger.jsonl").toFile().lastModified()));
    assertThat(client.get("/releases/skarvik").body()).contains("every 3s", "results.tsv");
  }
}
