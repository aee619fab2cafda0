package org.handsel.app.web.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.handsel.authority.review.ReviewSet;
import org.handsel.testing.Browser;
import org.handsel.testing.SetClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.support.ui.WebDriverWait;

/// The pages of the review in a real browser: with the keyboard alone, on a phone, in the dark, and
/// without barriers; on a database that a subclass chooses.
abstract class LinksWays {
  @TempDir Path home;
  @TempDir Path profile;

  private Bench bench;
  private ReviewSet set;
  private Browser browser;

  /// Address of the database, or an empty text for the workspace's own.
  abstract String url();

  /// Whether every page is looked at in light and dark, on a phone and on a desk; otherwise once,
  /// because what pages look like depends on the database in what they show only.
  abstract boolean everywhere();

  private Path pictures() {
    return Path.of("target", "screenshots", everywhere() ? "" : "postgres");
  }

  @BeforeEach
  void start() throws Exception {
    bench = Bench.on(url(), home, new SetClock("2026-11-29T12:00:00Z"));
    set = ReviewSample.into(bench, home.resolve("sample"));
    browser = Browser.open(bench.server().url(), profile);
  }

  @AfterEach
  void stop() {
    browser.close();
    bench.close();
  }

  private void press(CharSequence key) {
    browser.driver().findElement(By.tagName("body")).sendKeys(key);
  }

  private void heading(String text) {
    // The page that is just being left may go away while it is read.
    new WebDriverWait(browser.driver(), java.time.Duration.ofSeconds(20))
        .ignoring(StaleElementReferenceException.class)
        .until(driver -> driver.findElement(By.tagName("h1")).getText().contains(text));
  }

  @Test
  void wholeQueueIsDoneWithTheKeyboard() {
    browser.size(Browser.Size.DESK).go("/links/" + set.id() + "/next");
    heading("Astrid");
    press("s");
    heading("Bo Dahl");
    press("r");
    heading("Cy Eide");
    press("2");
    new WebDriverWait(browser.driver(), java.time.Duration.ofSeconds(20))
        .until(driver -> String.valueOf(driver.getCurrentUrl()).endsWith("candidate=2"));
    press("a");
    heading("Astrid");
    press("z");
    heading("Cy Eide");
    press("u");
    heading("Astrid");
    browser.driver().findElement(By.name("note")).sendKeys("a r u" + Keys.TAB);
    heading("Astrid");
    press("a");
    heading("Fjord painters");
    assertThat(browser.driver().getPageSource()).contains("2 of 3 settled");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void singleKeysCanBeSwitchedOffForGood() {
    browser.size(Browser.Size.DESK).go("/links/" + set.id() + "/rows/1");
    browser.driver().findElement(By.cssSelector("[data-keys-switch]")).click();
    press("a");
    browser.go("/links/" + set.id() + "/rows/1");
    press("r");
    assertThat(browser.driver().findElement(By.cssSelector("[data-keys-switch]")).isSelected())
        .isFalse();
    assertThat(browser.go("/links/" + set.id()).driver().getPageSource())
        .contains("0 of 3 settled");
  }

  @Test
  void pagesHaveNoBarriersInEitherThemeOnDeskAndPhone() {
    String[] pages = {
      "/links",
      "/links/" + set.id(),
      "/links/" + set.id() + "/rows/1",
      "/links/" + set.id() + "/rows/3?candidate=2"
    };
    for (Browser.Look look : Browser.Look.all(everywhere())) {
      Browser.Size size = look.size();
      String theme = look.theme();
      for (int i = 0; i < pages.length; i++) {
        browser.size(size).prefers(theme).go(pages[i]);
        browser.picture(
            pictures()
                .resolve(
                    "links-%d-%s-%s.png"
                        .formatted(i, size, theme)
                        .toLowerCase(java.util.Locale.ROOT)));
        assertThat(browser.barriers()).as("%s %s %s", pages[i], size, theme).isEmpty();
        assertThat(browser.overflows()).as("%s %s", pages[i], size).isFalse();
      }
    }
    assertThat(browser.complaints()).isEmpty();
  }
}
