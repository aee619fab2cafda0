package org.handsel.app.web.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.handsel.readiness.work.AuditEntry;
import org.handsel.readiness.work.AuditRuns;
import org.handsel.testing.Browser;
import org.handsel.testing.SetClock;
import org.handsel.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/// Stage 0 in a browser: an audit is begun, watched, and a finding is taken; on a database that a
/// subclass chooses.
abstract class ReadinessWays {
  @TempDir Path home;

  /// Address of the database, or an empty text for the workspace's own.
  abstract String url();

  /// Whether every page is looked at in light and dark, on a phone and on a desk; otherwise once,
  /// because what pages look like depends on the database in what they show only.
  abstract boolean everywhere();

  @Test
  void auditIsBegunAndWorkedThrough() throws Exception {
    SetClock clock = new SetClock("2026-11-24T08:00:00Z");
    Files.createDirectories(home.resolve("dumps"));
    Files.copy(Shared.root().resolve("samples/wiki/dump.xml"), home.resolve("dumps/sample.xml"));
    try (Bench bench = Bench.on(url(), home, clock);
        Browser browser = Browser.open(bench.server().url(), home.resolve("profile"))) {
      AuditRuns runs = new AuditRuns(bench.parts().database(), clock);
      browser.go("/readiness").driver().findElement(By.cssSelector("button.primary")).click();
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() ->
              !runs.all().isEmpty() && runs.all().getFirst().state() != AuditEntry.State.RUNNING);
      AuditEntry entry = runs.all().getFirst();
      assertThat(entry.state()).isEqualTo(AuditEntry.State.DONE);
      browser
          .go("/readiness/" + entry.id() + "/P4")
          .driver()
          .findElement(By.cssSelector("button[value=taken]"))
          .click();
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .ignoreExceptions()
          .until(() -> browser.driver().findElement(By.id("notices")).getText().contains("Taken"));
      for (Browser.Look look : Browser.Look.all(everywhere())) {
        Browser.Size size = look.size();
        String theme = look.theme();
        for (String path :
            List.of(
                "/readiness",
                "/readiness/" + entry.id(),
                "/readiness/" + entry.id() + "/P4?show=all")) {
          browser.prefers(theme).size(size).go(path);
          assertThat(browser.barriers()).as("%s %s %s", path, theme, size).isEmpty();
          assertThat(browser.overflows()).as("%s %s %s", path, theme, size).isFalse();
        }
      }
      assertThat(browser.complaints()).isEmpty();
    }
  }
}
