package org.handsel.app.web.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.talks.Partnerships;
import org.handsel.platform.Who;
import org.handsel.testing.Browser;
import org.handsel.testing.SetClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.JavascriptExecutor;

/// The pages of stage 5 in a real browser: no barrier, nothing wider than the window, nothing from
/// elsewhere, light and dark, at the desk and on a phone. On a database that a subclass chooses.
abstract class StewardWays {
  private static final Who ADA = Who.me("Ada");

  @TempDir Path home;
  @TempDir Path profile;

  /// Address of the database, or an empty text for the workspace's own.
  abstract String url();

  /// Whether every page is looked at in light and dark, on a phone and on a desk; otherwise once,
  /// because what pages look like depends on the database in what they show only.
  abstract boolean everywhere();

  private Path pictures() {
    return Path.of("target", "screenshots", everywhere() ? "" : "postgres");
  }

  @Test
  void pagesOfStewardshipLookRightEverywhere() throws IOException {
    SetClock clock = new SetClock("2026-11-24T08:00:00Z");
    try (Bench bench = Bench.on(url(), home, clock)) {
      String institution =
          bench
              .parts()
              .institutions()
              .add(ADA, Institution.draft("Skarvik Museum", "NO", "museum"))
              .id();
      String partnership =
          new Partnerships(bench.parts().database(), bench.parts().history(), clock)
              .begin(ADA, institution, "photographs")
              .id();
      StewardSample sample = StewardSample.fill(bench.parts(), clock, ADA, partnership, home);
      String base = "/partnerships/" + partnership;
      try (Browser browser = Browser.open(bench.server().url(), profile)) {
        for (String[] page :
            new String[][] {
              {"impact", "/impact"},
              {"steward", base + "/impact"},
              {"stories", base + "/stories"},
              {"suggestions", base + "/suggestions"},
              {"comparison", "/impact/comparison/" + sample.comparison}
            }) {
          looks(browser, bench.server().url().toString(), page[0], page[1]);
        }
      }
    }
  }

  private void looks(Browser browser, String server, String name, String path) {
    for (Browser.Look look : Browser.Look.all(everywhere())) {
      Browser.Size size = look.size();
      String theme = look.theme();
      browser.size(size).prefers(theme).go(path);
      ((JavascriptExecutor) browser.driver())
          .executeScript(
              "document.querySelectorAll('main details').forEach(d => { d.open = true; });");
      assertThat(browser.barriers()).as(name + " " + size + " " + theme).isEmpty();
      assertThat(browser.overflows()).as(name + " " + size).isFalse();
      assertThat(browser.loaded()).allMatch(one -> one.startsWith(server));
      browser.picture(
          pictures()
              .resolve(
                  "stage5-%s-%s-%s.png".formatted(name, size, theme).toLowerCase(Locale.ROOT)));
    }
  }
}
