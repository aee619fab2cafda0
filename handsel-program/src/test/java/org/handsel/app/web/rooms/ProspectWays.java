package org.handsel.app.web.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.register.InstitutionQuery;
import org.handsel.platform.Progress;
import org.handsel.platform.Who;
import org.handsel.testing.Browser;
import org.handsel.testing.SetClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/// The shopping list, briefs, slides and letters in a real browser; every page is looked at in
/// light and dark, on a phone and on a desk; on a database that a subclass chooses.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ProspectWays {
  private Bench bench;
  private Browser browser;
  private String museum;

  /// Address of the database, or an empty text for the workspace's own.
  abstract String url();

  /// Whether every page is looked at in light and dark, on a phone and on a desk; otherwise once,
  /// because what pages look like depends on the database in what they show only.
  abstract boolean everywhere();

  private Path pictures() {
    return Path.of("target", "screenshots", everywhere() ? "" : "postgres");
  }

  @BeforeAll
  void open(@TempDir Path home, @TempDir Path profile) throws Exception {
    bench = Bench.on(url(), home, new SetClock("2026-11-29T08:00:00Z"));
    Path list = home.resolve("list.tsv");
    Files.writeString(
        list,
        """
        source\tsource_id\tname\tcountry\ttype\tcity\tregion\tlat\tlon\twebsite
        sample\t1\tSkarvik Maritime Museum\tNO\tmuseum\tSkarvik\t\t63.1\t9.2\thttps://museum.skarvik.example
        sample\t2\tSkarvik Town Library\tNO\tlibrary\tSkarvik\t\t63.2\t9.3\t
        sample\t3\tStadtarchiv Niederau\tDE\tarchive\tNiederau\t\t\t\t
        sample\t4\tHistorical Society of Elk Valley\tUS\thistorical society\tElk Valley\tMT\t47.1\t-110.2\t
        sample\t5\tGalerie Ohnename\t\tgallery\t\t\t\t\t
        """);
    bench.parts().institutions().importList(Who.HANDSEL, list, java.util.Map.of(), Progress.NONE);
    Institution house =
        bench.parts().institutions().search("Maritime", InstitutionQuery.text(""), 1).getFirst();
    museum = "/prospects/" + house.id();
    for (String[] answer :
        new String[][] {
          {"images", "12000"},
          {"digital-share", "0.6"},
          {"public-domain-share", "0.7"},
          {"description-quality", "well"},
          {"subjects", "ships, harbours"}
        }) {
      bench
          .parts()
          .institutions()
          .state(Who.HANDSEL, house.id(), answer[0], answer[1], "https://museum.example", null);
    }
    browser = Browser.open(bench.server().url(), profile).size(Browser.Size.DESK);
  }

  @AfterAll
  void close() {
    browser.close();
    bench.close();
  }

  private String body() {
    return browser.driver().findElement(By.tagName("body")).getText();
  }

  private void await(String text) {
    new WebDriverWait(browser.driver(), Duration.ofSeconds(20))
        .ignoring(StaleElementReferenceException.class)
        .until(driver -> driver.findElement(By.tagName("body")).getText().contains(text));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"/prospects", "/prospects?view=map&w-rights=2", "", "/letter"})
  void pageHasNoBarriers(String path) {
    String address = path.startsWith("/prospects") ? path : museum + path;
    for (Browser.Look look : Browser.Look.all(everywhere())) {
      Browser.Size size = look.size();
      String theme = look.theme();
      browser.size(size).prefers(theme).go(address);
      browser
          .driver()
          .executeScript("document.querySelectorAll('main details').forEach(d => d.open = true)");
      assertThat(browser.barriers()).as("%s, %s, %s", path, size, theme).isEmpty();
      assertThat(browser.overflows()).as("%s, %s", path, size).isFalse();
      assertThat(browser.complaints()).as(path).isEmpty();
      assertThat(browser.loaded()).allMatch(url -> url.startsWith(bench.server().url().toString()));
      browser.picture(
          pictures()
              .resolve(
                  "prospects%s-%s-%s.png".formatted(path.replaceAll("[^a-z]+", "-"), size, theme)));
    }
    browser.size(Browser.Size.DESK).prefers("light");
  }

  @Test
  void filtersAndWeightsChangeTheListAtOnce() {
    browser.go("/prospects");
    assertThat(body()).contains("5 institutions fit");
    new Select(browser.driver().findElement(By.id("f-country"))).selectByValue("NO");
    await("2 institutions fit");
    assertThat(browser.driver().getCurrentUrl()).contains("country=NO");
    browser.driver().findElement(By.cssSelector(".prospect h2 a")).click();
    await("What it probably wants");
    assertThat(body()).contains("Skarvik Maritime Museum", "stated");
  }

  @Test
  void slidesTurnOverByKeys() {
    browser.go(museum + "/slides.html");
    By now = By.cssSelector(".slide.now");
    assertThat(browser.driver().findElement(now).getText()).contains("Images that are seen");
    browser.picture(pictures().resolve("slides-cover.png"));
    browser.driver().findElement(By.tagName("body")).sendKeys(Keys.ARROW_RIGHT);
    assertThat(browser.driver().findElement(now).getText()).contains("What Wikimedia Commons is");
    browser.driver().findElement(By.tagName("body")).sendKeys(Keys.END);
    assertThat(browser.driver().findElement(now).getText()).contains("And now you");
    browser.driver().findElement(By.tagName("body")).sendKeys(Keys.HOME);
    assertThat(browser.driver().findElement(now).getText()).contains("Skarvik Maritime Museum");
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.barriers()).isEmpty();
  }

  @Test
  void briefStandsAloneWithoutBarriers() {
    browser.go(museum + "/brief.html");
    assertThat(body()).contains("Skarvik Maritime Museum", "What they will ask");
    assertThat(browser.barriers()).isEmpty();
    assertThat(browser.complaints()).isEmpty();
    browser.picture(pictures().resolve("brief.png"));
  }
}
