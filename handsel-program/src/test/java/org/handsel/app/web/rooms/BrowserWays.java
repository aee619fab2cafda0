package org.handsel.app.web.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.handsel.app.web.WebOptions;
import org.handsel.app.web.account.Role;
import org.handsel.platform.Who;
import org.handsel.testing.Browser;
import org.handsel.testing.SetClock;
import org.handsel.testing.WebClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/// The main ways through the pages of talks in a real browser, on a database that a subclass
/// chooses; every page is looked at in light and dark, on a phone and on a desk.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserWays {
  private static final String PASSWORD = "four words are enough";
  private Path home;
  private final SetClock clock = new SetClock("2026-11-24T08:00:00Z");
  private Bench bench;
  private Sample sample;
  private Browser browser;

  /// Address of the database, or an empty text for the workspace's own.
  abstract String url();

  /// Whether every page is looked at in light and dark, on a phone and on a desk; otherwise once,
  /// because what pages look like depends on the database in what they show only.
  abstract boolean everywhere();

  private Path pictures() {
    return Path.of("target", "screenshots", everywhere() ? "" : "postgres");
  }

  @BeforeAll
  void open(@TempDir Path workspace, @TempDir Path profile) throws IOException {
    home = workspace;
    bench = Bench.on(url(), home, clock);
    Who ada = account("Ada", Role.ADMIN);
    sample =
        Sample.fill(
            bench.parts(), clock, ada, account("Bo", Role.COORDINATOR), account("Cy", Role.MEMBER));
    browser = Browser.open(bench.server().url(), profile).size(Browser.Size.DESK);
    logIn("Ada");
  }

  @AfterAll
  void close() {
    browser.close();
    bench.close();
  }

  private Who account(String name, Role role) {
    return bench.parts().accounts().add(Who.HANDSEL, name, role, PASSWORD, null).who();
  }

  private void logIn(String name) {
    browser.driver().manage().deleteAllCookies();
    browser.go("/login");
    fill("name", name);
    fill("password", PASSWORD);
    browser.driver().findElement(By.cssSelector("main form button.primary")).click();
    awaitText(".menu summary", name);
  }

  private WebElement await(By what) {
    return new WebDriverWait(browser.driver(), Duration.ofSeconds(60))
        .until(ExpectedConditions.presenceOfElementLocated(what));
  }

  private void awaitText(String part) {
    awaitText("body", part);
  }

  private void awaitText(String css, String part) {
    // The page that is just being left may go away while it is read.
    new WebDriverWait(browser.driver(), Duration.ofSeconds(60))
        .ignoring(StaleElementReferenceException.class)
        .until(driver -> driver.findElement(By.cssSelector(css)).getText().contains(part));
  }

  private String text(String css) {
    return browser.driver().findElement(By.cssSelector(css)).getText();
  }

  private void fill(String name, String value) {
    WebElement field = browser.driver().findElement(By.cssSelector("main [name='" + name + "']"));
    field.clear();
    field.sendKeys(value);
  }

  private WebElement within(String css, String inner) {
    return browser.driver().findElement(By.cssSelector(css)).findElement(By.cssSelector(inner));
  }

  private void press(WebElement element) {
    browser.driver().executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
    element.click();
  }

  private Stream<String> pages() {
    return Stream.of(
        "start /",
        "board /board",
        "institutions /institutions",
        "institution /institutions/" + sample.museum,
        "institution-edit /institutions/" + sample.museum + "/edit",
        "duplicates /institutions/duplicates",
        "partnership /partnerships/" + sample.museumPartnership,
        "entry /partnerships/" + sample.museumPartnership + "/entries/" + sample.mailEntry,
        "calendar /calendar?who=all",
        "event /calendar/events/" + sample.event,
        "conditions /conditions",
        "letter /conditions?entry=" + sample.answerEntry,
        "contact /contacts/" + sample.contact,
        "guides /guides",
        "guide /guides/3",
        "habits /settings/habits",
        "history /history",
        "settings /settings");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void pageHasNoBarriersAndFitsEveryScreen(String page) {
    String name = page.substring(0, page.indexOf(' '));
    String path = page.substring(page.indexOf(' ') + 1);
    browser.go(path);
    assertThat(browser.driver().findElements(By.tagName("h1"))).hasSize(1);
    // What earlier pages said is none of this one's business.
    browser.complaints();
    for (String theme : everywhere() ? List.of("dark", "light") : List.of("light")) {
      browser.prefers(theme).size(Browser.Size.DESK).go(path);
      browser
          .driver()
          .executeScript(
              "Array.from(document.querySelectorAll('main details')).slice(0, 30).forEach(d =>"
                  + " d.open = true)");
      assertThat(browser.barriers()).as(name + " " + theme).isEmpty();
      assertThat(browser.overflows()).as(name + " on a desk").isFalse();
    }
    if (everywhere()) {
      browser.prefers("dark").go(path).picture(pictures().resolve("talks-" + name + "-dark.png"));
      browser.prefers("light").go(path).picture(pictures().resolve("talks-" + name + ".png"));
      browser.size(Browser.Size.PHONE).go(path);
      browser.picture(pictures().resolve("talks-" + name + "-phone.png"));
      assertThat(browser.overflows()).as(name + " on a phone").isFalse();
      browser.size(Browser.Size.DESK);
    }
    assertThat(browser.loaded())
        .as("addresses")
        .allMatch(address -> address.startsWith(bench.server().url().toString()));
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void listFollowsWhatIsTyped() {
    browser.go("/institutions");
    browser.driver().findElement(By.id("q")).sendKeys("lindenau stadt");
    new WebDriverWait(browser.driver(), Duration.ofSeconds(60))
        .until(driver -> driver.findElements(By.cssSelector("#found tbody tr")).size() == 1);
    assertThat(text("#found tbody")).contains("Stadtarchiv Lindenau");
    assertThat(browser.driver().getCurrentUrl()).contains("q=lindenau");
  }

  @Test
  void cardMovesAndAFullColumnAsksWhy() {
    browser.go("/board");
    WebElement card =
        browser.driver().findElements(By.cssSelector("article.card")).stream()
            .filter(one -> one.getText().contains("Galleria Montesole"))
            .findFirst()
            .orElseThrow();
    press(card.findElement(By.tagName("summary")));
    new Select(card.findElement(By.name("stage"))).selectByValue("4");
    press(card.findElement(By.cssSelector("form button")));
    // Ada carries one release already, and one is her limit; the card is nobody's and so hers.
    awaitText("The column is full");
    assertThat(text("main")).contains("Ada carries 1 of 1");
    fill("reason", "the museum closes in spring");
    browser.driver().findElement(By.cssSelector("main form button.primary")).click();
    awaitText("now stands in Release");
    assertThat(text("#column-4 .count")).startsWith("2 of 2");
  }

  @Test
  void letterWithConditionsIsLoggedReadAndAnswered() {
    browser.go("/partnerships/" + sample.archivePartnership);
    press(browser.driver().findElement(By.cssSelector("#answer > summary")));
    new Select(within("#answer", "[name=answer]")).selectByValue("no-but");
    within("#answer", "[name=text]").sendKeys("We agree, but only for non-commercial use.");
    press(within("#answer", "button.primary"));
    awaitText("A “no, but” is an offer");
    assertThat(text(".timeline .found")).contains("Non-commercial use only");
    press(browser.driver().findElement(By.cssSelector(".timeline .found a.button")));
    awaitText("One condition");
    assertThat(text("mark.incompatible")).contains("non-commercial use");
    press(browser.driver().findElement(By.cssSelector(".answer-row button")));
    WebElement draft = await(By.id("f-draft"));
    assertThat(draft.getDomProperty("value")).contains("You write:", "What would be possible:");
    browser.picture(pictures().resolve("talks-draft.png"));
    assertThat(browser.barriers()).isEmpty();
    press(browser.driver().findElement(By.cssSelector("#draft button.primary")));
    // Bo has the claim on the archive: Ada's answer stops, with what she wrote.
    awaitText("Bo speaks with Stadtarchiv Lindenau");
    assertThat(text("main")).contains("You write:").contains("non-commercial use.");
    browser.picture(pictures().resolve("talks-stopped.png"));
    assertThat(browser.barriers()).isEmpty();
    fill("reason", "Bo is ill this week");
    press(browser.driver().findElement(By.cssSelector("main form button.destructive")));
    awaitText("It is logged.");

    logIn("Bo");
    browser.go("/");
    assertThat(text("main")).contains("Ada contacted Stadtarchiv Lindenau", "Bo is ill this week");
    logIn("Ada");
  }

  @Test
  void secondEditorSeesTheFirstOnesChangeInTheForm() {
    browser.go("/institutions/" + sample.museum + "/edit");
    WebClient bo = bench.client();
    bo.logIn("Bo", PASSWORD);
    bo.get("/institutions/" + sample.museum + "/edit");
    var now = bench.parts().institutions().find(sample.museum).orElseThrow();
    bench.parts().institutions().change(sample.bo, now.at("Skarvik by", "Vestland"));
    fill("city", "Skarvik town");
    browser.driver().findElement(By.cssSelector("main form button.primary")).click();
    awaitText("Bo changed this while you were typing");
    assertThat(text("#t-city")).contains("Skarvik by");
    assertThat(browser.driver().findElement(By.id("f-region")).getDomProperty("value"))
        .isEqualTo("Vestland");
    browser.picture(pictures().resolve("talks-merge.png"));
    assertThat(browser.barriers()).isEmpty();
    browser.driver().findElement(By.cssSelector("main form button.primary")).click();
    awaitText("The institution is changed.");
    var after = bench.parts().institutions().find(sample.museum).orElseThrow();
    assertThat(after.city()).isEqualTo("Skarvik town");
    assertThat(after.region()).isEqualTo("Vestland");
  }

  @Test
  void eventIsAddedAndStandsInTheFeed() {
    browser.go("/calendar");
    press(browser.driver().findElement(By.xpath("//summary[.='Add an event']")));
    fill("title", "Lecture on glass negatives");
    browser
        .driver()
        .executeScript(
            "document.querySelector('[name=begins]').value = '2026-12-05';"
                + "document.querySelector('[name=goer]').checked = true");
    press(browser.driver().findElement(By.xpath("//button[.='Add an event']")));
    awaitText("The event is noted.");
    browser.go("/calendar");
    press(browser.driver().findElement(By.cssSelector("form[action='/calendar/address'] button")));
    String address = await(By.id("feed-address")).getText();
    HttpResponse<String> feed = bench.client().get(address);
    assertThat(feed.headers().firstValue("Content-Type").orElse("")).startsWith("text/calendar");
    assertThat(feed.body()).contains("BEGIN:VCALENDAR", "Lecture on glass negatives");
  }

  @Test
  void everythingIsReachedByKeyboard() {
    browser.go("/board");
    assertThat(browser.tabOrder(3).getFirst()).isEqualTo("Skip to the content");
  }

  @Test
  void languageFromRightToLeftTurnsThePagesRound() throws IOException {
    String texts = "language.name=Mirrored\nlanguage.direction=rtl\n";
    Path languages = Files.createDirectories(home.resolve("languages"));
    Files.writeString(languages.resolve("qps.properties"), texts, StandardCharsets.UTF_8);
    try (var server = Workbench.start(bench.parts(), WebOptions.local(0))) {
      browser.driver().get(server.url().resolve("/board?language=qps").toString());
      // The session's cookie belongs to the host, whatever the port.
      assertThat(browser.driver().findElement(By.tagName("html")).getDomAttribute("dir"))
          .isEqualTo("rtl");
      for (String path :
          new String[] {"/board", "/partnerships/" + sample.museumPartnership, "/calendar"}) {
        browser.driver().get(server.url().resolve(path + "?language=qps").toString());
        assertThat(browser.overflows()).as(path).isFalse();
        browser.picture(
            pictures().resolve("talks-rtl" + path.replaceAll("/([a-z]+).*", "-$1") + ".png"));
      }
    } finally {
      browser.go("/?language=en");
      Files.delete(languages.resolve("qps.properties"));
    }
  }
}
