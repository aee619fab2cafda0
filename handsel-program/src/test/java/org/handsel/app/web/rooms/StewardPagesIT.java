package org.handsel.app.web.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.talks.Partnerships;
import org.handsel.platform.Who;
import org.handsel.testing.Browser;
import org.handsel.testing.SetClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.JavascriptExecutor;

/// The pages of stage 5 in a real browser: no barrier, nothing wider than the window, nothing from
/// elsewhere, light and dark, at the desk and on a phone. Needs Debian's Chromium and its driver.
@Tag("wiki")
class StewardPagesIT {
  private static final Path PICTURES = Path.of("target", "screenshots");
  private static final Who ADA = Who.me("Ada");

  @TempDir Path home;
  @TempDir Path profile;

  @Test
  void pagesOfStewardshipLookRightEverywhere() throws IOException {
    SetClock clock = new SetClock("2026-11-24T08:00:00Z");
    try (Bench bench = Bench.open(home, clock)) {
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

  private static void looks(Browser browser, String server, String name, String path) {
    for (Browser.Size size : Browser.Size.values()) {
      for (String theme : List.of("light", "dark")) {
        browser.size(size).prefers(theme).go(path);
        ((JavascriptExecutor) browser.driver())
            .executeScript(
                "document.querySelectorAll('main details').forEach(d => { d.open = true; });");
        assertThat(browser.barriers()).as(name + " " + size + " " + theme).isEmpty();
        assertThat(browser.overflows()).as(name + " " + size).isFalse();
        assertThat(browser.loaded()).allMatch(one -> one.startsWith(server));
        browser.picture(
            PICTURES.resolve(
                "stage5-%s-%s-%s.png".formatted(name, size, theme).toLowerCase(Locale.ROOT)));
      }
    }
  }
}
