package org.handsel.app.web.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.handsel.app.web.account.Role;
import org.handsel.platform.Json;
import org.handsel.platform.Who;
import org.handsel.release.PlanEntry;
import org.handsel.release.ReleaseRegister;
import org.handsel.release.ReleaseRun;
import org.handsel.release.RunControl;
import org.handsel.release.RunOptions;
import org.handsel.release.RunReport;
import org.handsel.testing.WebClient;
import org.handsel.wiki.api.FaultyWiki;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run in a terminal is held, continued and ended by the buttons of its page.
class RunButtonsTest {
  private static final int FILES = 60;
  private static final String PASSWORD = "four words are enough";
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir Path home;
  private final FaultyWiki wiki = new FaultyWiki(Clock.systemUTC());
  private Path release;
  private Bench bench;
  private WebClient client;

  @BeforeEach
  void start() throws IOException {
    bench = Bench.open(home, Clock.systemUTC());
    client = bench.client();
    release = home.resolve("releases/harbour");
    List<String> plan = new ArrayList<>();
    Files.createDirectories(release.resolve("files"));
    for (int i = 1; i <= FILES; i++) {
      byte[] bytes = ("picture " + i).getBytes(java.nio.charset.StandardCharsets.UTF_8);
      Files.write(release.resolve("files/%d.jpg".formatted(i)), bytes);
      plan.add(
          Json.line(
              new PlanEntry(
                  "item " + i,
                  i + ".jpg",
                  FaultyWiki.sha1(bytes),
                  bytes.length,
                  "File:Harbour %d.jpg".formatted(i),
                  "A picture.",
                  Map.of(),
                  List.of(),
                  PlanEntry.READY,
                  "http://example.org/rights")));
    }
    Files.write(release.resolve("plan.jsonl"), plan);
    new ReleaseRegister(bench.parts().database(), Clock.systemUTC()).planned(release, null, FILES);
    wiki.serviceTime(Duration.ofMillis(60));
  }

  @AfterEach
  void stop() {
    bench.close();
    wiki.close();
  }

  private CompletableFuture<RunReport> run() {
    return CompletableFuture.supplyAsync(
        () -> ReleaseRun.run(release, wiki.address(), wiki.login(), RunOptions.DEFAULT));
  }

  private String page() {
    return client.get("/releases/harbour").body();
  }

  private long uploads() {
    return wiki.count("action=upload");
  }

  private void press(String button) {
    assertThat(page()).contains("/releases/harbour/run/" + button);
    assertThat(client.post("/releases/harbour/run/" + button).statusCode()).isEqualTo(303);
  }

  /// Waits until nothing more is sent for a second.
  private void quiet() {
    await()
        .atMost(LONG)
        .until(
            new Callable<Boolean>() {
              private long last = -1;
              private long since = System.nanoTime();

              @Override
              public Boolean call() {
                long now = uploads();
                since = now == last ? since : System.nanoTime();
                last = now;
                return System.nanoTime() - since > 1_000_000_000L;
              }
            });
  }

  @Test
  void aRunIsHeldGoesOnAndEnds() {
    assertThat(page()).doesNotContain("/run/pause", "/run/stop");
    CompletableFuture<RunReport> run = run();
    await().atMost(LONG).until(() -> uploads() > 0);

    press("pause");
    assertThat(page()).contains("The run is held", "Go on").doesNotContain("/run/pause");
    quiet();
    long held = uploads();
    assertThat(held).isLessThan(FILES);
    assertThat(run).isNotDone();

    press("go");
    assertThat(page()).contains("The run goes on", "Hold").doesNotContain("/run/go");
    await().atMost(LONG).until(() -> uploads() > held + 1);

    press("stop");
    RunReport report = run.join();
    assertThat(report.message()).contains("Stopped");
    assertThat(report.status().left()).isPositive();
    assertThat(page()).doesNotContain("/run/stop");
    client.post("/releases/harbour/run/stop");
    assertThat(page()).contains("does not run now");

    wiki.serviceTime(Duration.ZERO);
    assertThat(run().join().status().proven()).isEqualTo(FILES);
    assertThat(wiki.commits()).isEqualTo(FILES);
    assertThat(RunControl.state(release)).isEqualTo(RunControl.State.IDLE);
  }

  @Test
  void onlyWhoMaySendMayHold() {
    bench.parts().accounts().add(Who.HANDSEL, "Ada", Role.ADMIN, PASSWORD, null);
    bench.parts().accounts().add(Who.HANDSEL, "Vi", Role.VIEWER, PASSWORD, null);
    CompletableFuture<RunReport> run = run();
    await().atMost(LONG).until(() -> uploads() > 0);

    client.logIn("Vi", PASSWORD);
    assertThat(page()).doesNotContain("/run/pause");
    assertThat(client.post("/releases/harbour/run/pause").statusCode()).isEqualTo(403);
    assertThat(client.postExactly("/releases/harbour/run/stop", Map.of()).statusCode())
        .isEqualTo(403);

    assertThat(RunControl.state(release)).isNotEqualTo(RunControl.State.PAUSED);
    assertThat(run.join().status().proven()).isEqualTo(FILES);
  }
}
