package org.handsel.app.web.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.handsel.release.ReleaseRun;
import org.handsel.testing.Browser;
import org.handsel.testing.SetClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.WebDriverWait;

/// The cockpit of a release in a browser: filtered, looked at side by side, decided; needs Debian's
/// Chromium and its driver.
@Tag("wiki")
class PlanBrowserIT {
  @TempDir Path home;

  @Test
  void planIsLookedThroughAndDecided() {
    SetClock clock = new SetClock("2026-11-24T08:00:00Z");
    Path release = home.resolve("releases/skarvik");
    try (Bench bench = Bench.on("", home, clock);
        Browser browser = Browser.open(bench.server().url(), home.resolve("profile"))) {
      PlanRoomTest.plan(bench, home, release, clock);
      browser.size(Browser.Size.DESK).go("/releases/skarvik");
      browser.driver().findElement(By.cssSelector("main .actions a.primary")).click();
      browser.driver().findElement(By.id("q")).sendKeys("SKM 0001");
      browser.driver().findElement(By.cssSelector("form.filters button")).click();
      wait(browser, "One file");
      browser.driver().findElement(By.cssSelector("#decide > summary")).click();
      browser.driver().findElement(By.id("reason")).sendKeys("the curator looks first");
      browser.driver().findElement(By.cssSelector("#decide button[value='hold']")).click();
      wait(browser, "One file is decided");
      assertThat(ReleaseRun.status(release).blocked()).isPositive();
      for (Browser.Look look : Browser.Look.all(true)) {
        for (String path : List.of("/releases/skarvik", "/releases/skarvik/plan")) {
          browser.prefers(look.theme()).size(look.size()).go(path);
          browser.picture(
              Path.of(
                  "target/screenshots/plan%s-%s-%s.png"
                      .formatted(
                          path.replaceAll("[^a-z]+", "-"),
                          look.theme(),
                          look.size().toString().toLowerCase(Locale.ROOT))));
          browser
              .driver()
              .executeScript(
                  "document.querySelectorAll('main details').forEach(d => d.open = true)");
          assertThat(browser.barriers()).as("%s %s", path, look).isEmpty();
          assertThat(browser.overflows()).as("%s %s", path, look).isFalse();
          browser
              .turned()
              .picture(
                  Path.of(
                      "target/screenshots/plan%s-rtl-%s.png"
                          .formatted(
                              path.replaceAll("[^a-z]+", "-"),
                              look.size().toString().toLowerCase(Locale.ROOT))));
          assertThat(browser.overflows()).as("%s %s, right to left", path, look).isFalse();
        }
      }
      assertThat(browser.complaints()).isEmpty();
    }
  }

  private static void wait(Browser browser, String text) {
    new WebDriverWait(browser.driver(), Duration.ofSeconds(60))
        .ignoring(org.openqa.selenium.StaleElementReferenceException.class)
        .until(driver -> driver.findElement(By.tagName("body")).getText().contains(text));
  }
}
