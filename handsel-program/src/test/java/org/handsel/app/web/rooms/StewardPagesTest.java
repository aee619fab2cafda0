package org.handsel.app.web.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handsel.app.web.WebOptions;
import org.handsel.app.web.account.Role;
import org.handsel.app.web.text.Words;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.talks.Partnerships;
import org.handsel.platform.Who;
import org.handsel.testing.SetClock;
import org.handsel.testing.WebClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pages of stage 5, by what they answer.
class StewardPagesTest {
  private static final Who ADA = Who.me("Ada");

  @TempDir Path home;

  private final SetClock clock = new SetClock("2026-11-24T08:00:00Z");
  private Bench bench;
  private WebClient client;
  private String partnership;
  private StewardSample sample;

  @BeforeEach
  void open() throws IOException {
    bench = Bench.open(home, clock);
    String institution =
        bench
            .parts()
            .institutions()
            .add(ADA, Institution.draft("Skarvik Museum <b>", "NO", "museum"))
            .id();
    partnership =
        new Partnerships(bench.parts().database(), bench.parts().history(), clock)
            .begin(ADA, institution, "photographs")
            .id();
    sample = StewardSample.fill(bench.parts(), clock, ADA, partnership, home);
    client = bench.client();
    client.get("/");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private String path(String page) {
    return "/partnerships/" + partnership + "/" + page;
  }

  private List<String> pages() {
    return List.of(
        "/impact",
        path("impact"),
        path("stories"),
        path("suggestions"),
        "/impact/comparison/" + sample.comparison);
  }

  private String page(String path) {
    HttpResponse<String> answer = client.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  @Test
  void everyWarningOfTheIssueStandsOnThePageWithWhatToDo() {
    assertThat(page(path("impact")))
        .contains("3 files were up for deletion on 2026-11-23")
        .contains("80 inquiries a month against a capacity of 60")
        .contains("Inquiries grew from 40 to 80 a month")
        .contains("18 of 20 sampled reuses lack the correct credit")
        .contains("Satisfaction 2 of 5", "Call, do not write")
        .contains("12 of 30 reached")
        .contains("Expectations are to be reviewed on 2026-12-04")
        .contains("A report was due on 2026-11-23");
  }

  @Test
  void whatWasExpectedStandsBesideWhatIsReached() {
    assertThat(page(path("impact")))
        .contains("In thirty articles by autumn", "not yet", "Used at all", "met")
        .contains("More visitors &lt;b", "partly", "the head of the collection, by phone")
        .contains("SKM 0004", "log of the pilot boat &lt;i")
        .contains("files are unused", "Back to stage 0")
        .doesNotContain("<b>");
  }

  @Test
  void expectationIsNotedJudgedAndTakenBackAndTheHistoryKeepsIt() {
    assertThat(
            client
                .post(
                    path("impact/expectations"),
                    "expected",
                    "A story in the press",
                    "due",
                    "2026-12-24")
                .statusCode())
        .isEqualTo(303);
    Matcher form =
        Pattern.compile(
                "A story in the press[\\s\\S]*?action=\"("
                    + path("impact/expectations/")
                    + "[^\"]+)\"")
            .matcher(page(path("impact")));
    assertThat(form.find()).isTrue();
    String last = form.group(1);
    assertThat(client.post(last, "act", "met", "said", "the director").statusCode()).isEqualTo(303);
    assertThat(page(path("impact"))).contains("the director");
    assertThat(client.post(last, "act", "remove").statusCode()).isEqualTo(303);
    assertThat(page(path("impact"))).doesNotContain("A story in the press");
    assertThat(page("/history?kind=expectation")).contains("A story in the press", "removed");
  }

  @Test
  void whatIsWrongIsSaidAndWhatWasTypedIsKept() {
    HttpResponse<String> refused =
        client.post(path("impact/expectations"), "expected", "Ten pages", "target", "many");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("A number such as 30", "value=\"Ten pages\"", "many");
    assertThat(
            client.post(path("impact/observations"), "kind", "satisfaction", "value", "9").body())
        .contains("expected a number from 1 to 5");
    assertThat(
            client
                .post(path("impact/observations"), "kind", "wish", "day", "2027-01-01")
                .statusCode())
        .as("nobody saw what has not come yet")
        .isEqualTo(422);
  }

  @Test
  void storyThatIsChangedAfterApprovalIsADraftAgain() {
    assertThat(page(path("stories"))).contains("approved by the partner", "Elin Halvorsen");
    assertThat(
            client
                .post(path("stories/" + sample.story), "version", "2", "text", "New <b>text")
                .statusCode())
        .isEqualTo(303);
    assertThat(page(path("stories"))).contains("New &lt;b").doesNotContain("Elin Halvorsen");
    assertThat(
            client.post(path("stories/" + sample.story), "version", "2", "text", "Too late").body())
        .as("somebody was faster")
        .contains("version 3 now");
    assertThat(
            client
                .post(path("stories/" + sample.story + "/decision"), "act", "approve", "by", "")
                .statusCode())
        .as("approval without a name")
        .isEqualTo(422);
  }

  @Test
  void dueReportIsPreparedAsADraftAndTheNextDayIsSet() throws IOException {
    assertThat(page("/impact")).contains("Reports that are due", "Prepare the drafts");
    assertThat(client.post("/impact/prepare").statusCode()).isEqualTo(303);
    String report = page(path("impact/reports/" + sample.folder + "/report.html"));
    assertThat(report).contains("In thirty articles by autumn", "SKM 0004");
    assertThat(report.toLowerCase(java.util.Locale.ROOT)).contains("draft");
    assertThat(page(path("impact"))).contains("Feb 23, 2027");
    assertThat(client.get(path("impact/reports/" + sample.folder + "/about.json")).statusCode())
        .isEqualTo(404);
    assertThat(client.get(path("impact/reports/none/report.html")).statusCode()).isEqualTo(404);
    assertThat(Files.exists(home.resolve("measured/uses/report.html"))).isTrue();
  }

  @Test
  void reportThatCannotBeWrittenIsNamed() throws IOException {
    Files.delete(home.resolve("measured/uses/measures.json"));
    client.post("/impact/prepare");
    assertThat(page("/impact")).contains("there is no measurement here", "Reports that are due");
    assertThat(page(path("impact"))).contains("the folder is not there any more");
  }

  @Test
  void reportIsMadeInTheOtherLanguageAndPlannedAnew() {
    client.post(path("impact/reports/" + sample.folder), "in", "de");
    assertThat(page(path("impact/reports/" + sample.folder + "/report.html")))
        .contains("Was aus der Zusammenarbeit geworden ist");
    client.post(path("impact/schedule"), "act", "plan", "every", "6", "first", "2027-05-01");
    assertThat(page(path("impact"))).contains("A draft every 6 months, the next on May 1, 2027");
    client.post(path("impact/schedule"), "act", "end");
    assertThat(page(path("impact"))).doesNotContain("A draft every");
  }

  @Test
  void overviewShowsWhoToldWhomAndInstitutionsSideBySide() {
    assertThat(page("/impact"))
        .contains("<svg", "Nordholm &lt;i&gt; Archive", "figures")
        .doesNotContain("<i>");
    String most = page("/impact/comparison/" + sample.comparison);
    assertThat(most).contains("few files", "Nordholm &lt;b", "358 files used of 6,008");
    assertThat(most.indexOf("Skarvik Museum")).isLessThan(most.indexOf("Vik Library"));
    String share = page("/impact/comparison/" + sample.comparison + "?sort=reuse-share");
    assertThat(share.indexOf("Nordholm")).isLessThan(share.indexOf("Skarvik Museum"));
    String least =
        page("/impact/comparison/" + sample.comparison + "?sort=reuse-share&order=reversed");
    assertThat(least.indexOf("Vik Library")).isLessThan(least.indexOf("Nordholm"));
    assertThat(client.get("/impact/comparison/x").statusCode()).isEqualTo(404);
    assertThat(client.get("/impact/comparison/" + sample.comparison + "?sort=%3Cb%3E").statusCode())
        .isEqualTo(200);
  }

  @Test
  void suggestionsAreAListForEditors() {
    assertThat(page(path("suggestions")))
        .contains("Skarvik fjord", "97%", "Q900002", "Alva &lt;b", "only the name speaks for it")
        .doesNotContain("<b>");
  }

  @Test
  void viewerSeesAndCannotChange() {
    bench.parts().accounts().add(Who.HANDSEL, "Boss", Role.ADMIN, "four words are enough", null);
    bench.parts().accounts().add(Who.HANDSEL, "Guest", Role.VIEWER, "four words are enough", null);
    WebClient guest = bench.client();
    guest.logIn("Guest", "four words are enough");
    for (String path : pages()) {
      assertThat(guest.get(path).statusCode()).as(path).isEqualTo(200);
    }
    assertThat(guest.get(path("impact")).body())
        .doesNotContain("impact/expectations", "impact/observations", "impact/schedule");
    guest.get("/settings");
    for (String path :
        List.of(
            path("impact/expectations"),
            path("impact/observations"),
            path("impact/corrections"),
            path("impact/schedule"),
            path("impact/reports/" + sample.folder),
            path("stories"),
            path("stories/" + sample.story + "/decision"),
            "/impact/prepare")) {
      assertThat(guest.post(path, "act", "met").statusCode()).as(path).isEqualTo(403);
    }
  }

  @Test
  void pagesSpeakGermanOnly() {
    Words english = Workbench.messages(bench.parts()).in("en").orElseThrow();
    Words german = Workbench.messages(bench.parts()).in("de").orElseThrow();
    for (String path : pages()) {
      String page = page(path + "?language=de");
      assertThat(page).as(path).contains("lang=\"de\"").doesNotContain("⟨");
      for (Map.Entry<String, String> text : english.texts().entrySet()) {
        String said = text.getValue();
        boolean sentence = said.indexOf('{') < 0 && said.split(" ", -1).length > 3;
        if (sentence && !said.equals(german.texts().get(text.getKey()))) {
          assertThat(page).as(path + " " + text.getKey()).doesNotContain(said);
        }
      }
    }
    assertThat(page(path("impact"))).contains("3 Dateien standen", "Zurück zu Stufe 0");
  }

  @Test
  void everyLabelComesFromTheLanguagesFile() throws IOException {
    Path file = Files.createDirectories(home.resolve("languages")).resolve("qps.properties");
    StringBuilder pseudo = new StringBuilder("language.name=Pseudo\nlanguage.direction=rtl\n");
    Words english = Workbench.messages(bench.parts()).in("en").orElseThrow();
    english
        .texts()
        .forEach(
            (key, text) -> pseudo.append("%s=⟦%s⟧%n".formatted(key.replace(" ", "\\ "), text)));
    Files.writeString(file, pseudo, StandardCharsets.UTF_8);
    try (var server = Workbench.start(bench.parts(), WebOptions.local(0))) {
      WebClient other = new WebClient(server.url());
      for (String path : pages()) {
        String page = other.get(path + "?language=qps").body();
        assertThat(page).as(path).contains("dir=\"rtl\"", "⟦");
        Matcher labels =
            Pattern.compile("<(label|legend|summary|th scope=\"col\"|button)[^>]*>([^<⟦{]+)<")
                .matcher(page);
        while (labels.find()) {
          assertThat(labels.group(2).strip())
              .as(path)
              .isIn("", "Ada", "me", "English", "Deutsch", "Pseudo");
        }
      }
    }
  }
}
