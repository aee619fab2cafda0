package org.handsel.app.web.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.handsel.app.web.account.Role;
import org.handsel.partnership.agreement.Gatekeeper;
import org.handsel.partnership.commitment.Commitments;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.register.Institutions;
import org.handsel.partnership.talks.Partnerships;
import org.handsel.platform.History;
import org.handsel.platform.Who;
import org.handsel.testing.Browser;
import org.handsel.testing.SetClock;
import org.handsel.testing.WebClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/// The pages of stage 4 in a real browser, on a database that a subclass chooses.
abstract class AgreementWays {
  private static final Who ADA = Who.me("Ada");

  @TempDir Path home;
  @TempDir Path profile;

  private final SetClock clock = new SetClock("2026-11-24T08:00:00Z");
  private Bench bench;
  private Browser browser;
  private String partnership;
  private History history;

  /// Address of the database, or an empty text for the workspace's own.
  abstract String url();

  /// Whether every page is looked at in light and dark, on a phone and on a desk; otherwise once,
  /// because what pages look like depends on the database in what they show only.
  abstract boolean everywhere();

  private Path pictures() {
    return Path.of("target", "screenshots", everywhere() ? "" : "postgres");
  }

  @BeforeEach
  void open() throws Exception {
    bench = Bench.on(url(), home, clock);
    history = new History(bench.parts().database(), clock);
    String institution =
        new Institutions(bench.parts().database(), history, clock)
            .add(ADA, Institution.draft("Bundesarchiv <b>", "DE", "archive"))
            .id();
    partnership =
        new Partnerships(bench.parts().database(), history, clock)
            .begin(ADA, institution, "photographs")
            .id();
    browser = Browser.open(bench.server().url(), profile).size(Browser.Size.DESK);
  }

  @AfterEach
  void close() {
    browser.close();
    bench.close();
  }

  private String path(String page) {
    return "/partnerships/" + partnership + "/" + page;
  }

  private WebElement find(String css) {
    return browser.driver().findElement(By.cssSelector(css));
  }

  private void openDetails(String css) {
    ((JavascriptExecutor) browser.driver())
        .executeScript(
            "document.querySelectorAll(arguments[0]).forEach(d => { d.open = true; });", css);
  }

  private void type(String css, String text) {
    WebElement field = find(css);
    field.clear();
    field.sendKeys(text);
  }

  /// Presses a button and waits for the next page.
  private void press(WebElement button) {
    WebElement before = find("main");
    ((JavascriptExecutor) browser.driver()).executeScript("arguments[0].click();", button);
    new WebDriverWait(browser.driver(), Duration.ofSeconds(20))
        .until(ExpectedConditions.stalenessOf(before));
  }

  private void day(String css, String day) {
    ((JavascriptExecutor) browser.driver())
        .executeScript("arguments[0].value = arguments[1];", find(css), day);
  }

  private String text() {
    return find("main").getText();
  }

  @Test
  void coordinatorGoesFromLadderToASignedLetter() {
    browser.go(path("agreement"));
    assertThat(text()).contains("Bundesarchiv <b>", "Nobody has said yet");
    openDetails("#ladder details");
    find("input[value=paper-wanted]").click();
    press(find("#ladder button.primary"));
    assertThat(text()).contains("items of", "are open", "Letter of intent");

    openDetails("#item-licence details");
    type("#f-licence", "CC BY-SA 3.0 DE");
    press(find("#item-licence button[value=meet]"));
    assertThat(find("#item-licence").getText()).contains("met", "CC BY-SA 3.0 DE");

    openDetails("#item-volunteers-explained details");
    type("#f-volunteers-explained", "over coffee");
    press(find("#item-volunteers-explained button[value=meet]"));
    assertThat(text()).as("by whom is missing").contains("expected who explained it");
    assertThat(find("#f-volunteers-explained").getAttribute("value")).isEqualTo("over coffee");
    type("#b-volunteers-explained", "Bo");
    press(find("#item-volunteers-explained button[value=meet]"));

    openDetails("#item-indemnity details");
    type("#f-indemnity", "the text has no such clause");
    press(find("#item-indemnity button[value=waive]"));
    assertThat(find("#item-indemnity").getText()).contains("waived");

    openDetails("#scale details");
    new Select(find("#f-rights")).selectByValue("unclear");
    press(find("button[value=advise]"));
    assertThat(find("#scale").getText()).contains("Recommended: a small part first");
    press(find("button[value=small]"));
    assertThat(find("#dates").getText()).contains("Feb 24, 2027");

    openDetails("#dates details");
    type("#f-signed-evidence", "ticket 1234");
    press(find("form[action$=signature] button"));
    assertThat(find("#dates").getText()).contains("ticket 1234");

    press(find(".changes button"));
    assertThat(find("#dates").getText()).as("taken back").doesNotContain("ticket 1234");
    looks(path("agreement"), "agreement");
  }

  @Test
  void draftIsEditedAndTakenAlong() throws Exception {
    new Gatekeeper(bench.parts().database(), history, clock)
        .meet(ADA, partnership, "scope", "90,000 photographs <script>", null, day());
    browser.go(path("draft?kind=memorandum&in=de"));
    assertThat(find("#f-text").getAttribute("value")).contains("# Gemeinsame Erklärung", "[…:");
    type("#f-text", "# Unser Entwurf\n\n## Dateien\n90.000 Fotos {{!}} <b>");
    press(find("form[method=post] button.primary"));
    assertThat(find("#f-text").getAttribute("value")).startsWith("# Unser Entwurf");
    WebClient client = bench.client();
    String base = path("draft/file?kind=memorandum&in=de&format=");
    assertThat(client.get(base + "html").body())
        .contains("Entwurf zur juristischen Prüfung", "<h1>Unser Entwurf</h1>", "&lt;b&gt;");
    assertThat(client.get(base + "wiki").body())
        .doesNotContain("{{")
        .contains("== Unser Entwurf ==");
    assertThat(client.get(base + "md").body()).contains("# Unser Entwurf");
    assertThat(client.get(base + "pdf").body().getBytes(StandardCharsets.UTF_8))
        .startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
    assertThat(client.get(base + "exe").statusCode()).isEqualTo(404);
    assertThat(client.get(path("draft?kind=nonsense")).statusCode()).isEqualTo(404);
    press(find("form[action$=reset] button"));
    assertThat(find("#f-text").getAttribute("value")).contains("# Gemeinsame Erklärung");
    looks(path("draft?kind=one-sided-release&in=en"), "draft");
  }

  private java.time.LocalDate day() {
    return java.time.LocalDate.now(clock);
  }

  @Test
  void promiseBeyondCapacityStopsAndBecomesAWish() {
    browser.go("/commitments");
    type("#f-name", "Ada");
    type("#f-hours", "10");
    press(find("form[action$=capacity] button"));
    assertThat(text()).contains("Ada: 10 h a month");

    browser.go(path("commitments"));
    type("#f-text", "Volunteers will link the names");
    type("#f-keeper", "Ada");
    type("#f-hours", "60");
    day("#f-due", "2027-02-28");
    new Select(find("#f-from")).selectByValue("Ada");
    press(find("button[value=promise]"));
    assertThat(text()).contains("Not promised.", "Nobody can owe the work of volunteers");

    type("#f-text", "Link the names");
    press(find("button[value=promise]"));
    assertThat(text()).contains("Ada gives 31 hours", "note it as a wish");
    type("#f-why", "no hours yet");
    press(find("button[value=wish]"));
    assertThat(find("tbody").getText()).contains("Link the names", "wished", "no hours yet");
    assertThat(new Commitments(bench.parts().database(), history, clock).of(partnership))
        .extracting(one -> one.state())
        .containsExactly("wished");
    looks(path("commitments"), "commitments");
    looks("/commitments", "commitments-all");
  }

  @Test
  void volunteersSignUpAndTheLoadIsWatched() {
    browser.go(path("work"));
    type("#f-task", "Link the names");
    type("#f-call-hours", "300");
    day("#f-until", "2027-02-01");
    press(find("form[action$=calls] button"));
    type(".call input[name=name]", "Karl");
    type(".call input[name=sign-up-hours]", "260");
    press(find(".call form.row button"));
    assertThat(text()).contains("Volunteers suffice.", "Karl, 260 h");
    for (String[] month :
        List.of(new String[] {"100", "2026-01-31"}, new String[] {"330", "2026-10-31"})) {
      type("#f-inquiries", month[0]);
      type("#f-staff", "3");
      day("#f-load-day", month[1]);
      press(find("form[action$=load] button"));
    }
    assertThat(text()).contains("Inquiries grew by 230 %, staff by 0 %.");
    type("#f-hours", "2,5");
    press(find("form[action$=time] button"));
    assertThat(text()).contains("2.5 h in stage 1");
    looks(path("work"), "work");
  }

  @Test
  void viewerSeesAndCannotChange() {
    bench.parts().accounts().add(Who.HANDSEL, "Boss", Role.ADMIN, "four words are enough", null);
    bench.parts().accounts().add(Who.HANDSEL, "Guest", Role.VIEWER, "four words are enough", null);
    WebClient client = bench.client();
    client.logIn("Guest", "four words are enough");
    assertThat(client.get(path("agreement")).body()).doesNotContain("agreement/rung");
    client.get("/settings");
    assertThat(client.post(path("agreement/rung"), "situation", "money").statusCode())
        .isEqualTo(403);
    assertThat(client.get("/partnerships/nobody/agreement").statusCode()).isEqualTo(404);
  }

  /// No barrier, nothing wider than the window, nothing from elsewhere, light and dark, at the desk
  /// and on a phone.
  private void looks(String path, String name) {
    for (Browser.Look look : Browser.Look.all(everywhere())) {
      Browser.Size size = look.size();
      String theme = look.theme();
      browser.size(size).prefers(theme).go(path);
      openDetails("main details");
      assertThat(browser.barriers()).as(name + " " + size + " " + theme).isEmpty();
      assertThat(browser.overflows()).as(name + " " + size).isFalse();
      assertThat(browser.loaded()).allMatch(one -> one.startsWith(bench.server().url().toString()));
      browser.picture(
          pictures()
              .resolve(
                  "agreements-%s-%s-%s.png"
                      .formatted(name, size, theme)
                      .toLowerCase(java.util.Locale.ROOT)));
    }
    browser.size(Browser.Size.DESK);
  }
}
