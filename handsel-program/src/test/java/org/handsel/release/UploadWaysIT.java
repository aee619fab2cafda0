package org.handsel.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.handsel.testbed.RealWiki;
import org.handsel.wiki.api.Login;
import org.handsel.wiki.api.WikiAddress;
import org.handsel.wiki.api.WikiSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real MediaWiki fetches files from a museum's server on this machine, assembles and publishes
/// when its job runner has time, and is brought files ahead of their publication.
@Tag("wiki")
class UploadWaysIT {
  private static RealWiki wiki;

  @TempDir Path folder;
  private final List<String> fetched = Collections.synchronizedList(new ArrayList<>());
  private HttpServer museum;
  private RealRelease release;

  @BeforeAll
  static void start() {
    wiki = RealWiki.start("ways");
  }

  @AfterAll
  static void stop() {
    wiki.close();
  }

  @BeforeEach
  void museum() throws IOException {
    wiki.calm();
    wiki.setOverrides("{\"wgRateLimits\":{\"edit\":{\"user\":[5000,60]}}}");
    release = new RealRelease(folder);
    museum = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    museum.createContext(
        "/",
        exchange -> {
          String name = exchange.getRequestURI().getPath().substring(1);
          fetched.add(name);
          Path file = folder.resolve("files").resolve(name);
          byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
          exchange.sendResponseHeaders(bytes.length == 0 ? 404 : 200, 0);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    museum.start();
  }

  @AfterEach
  void end() {
    museum.stop(0);
    wiki.calm();
  }

  /// Every record names the address of its picture; `host` decides whether the wiki may go there.
  private void onTheWeb(String host) throws IOException {
    List<String> lines = new ArrayList<>();
    for (PlanEntry entry : release.plan()) {
      lines.add(
          Json.line(
              new PlanEntry(
                  entry.item(),
                  entry.file(),
                  entry.sha1(),
                  entry.bytes(),
                  entry.title(),
                  entry.wikitext(),
                  entry.structuredData(),
                  entry.checks(),
                  entry.state(),
                  entry.rights(),
                  entry.ground(),
                  entry.pages(),
                  "http://%s:%d/%s".formatted(host, museum.getAddress().getPort(), entry.file()))));
    }
    Files.write(folder.resolve("plan.jsonl"), lines);
  }

  private RunReport run(RunOptions.Ways ways) {
    return new ReleaseRun(folder, RunOptions.DEFAULT.ways(ways).patience(Duration.ofMinutes(2)))
        .run(
            WikiAddress.parse(wiki.api().toString()),
            new Login(wiki.bot().name(), wiki.bot().password()),
            WikiSettings.of("ways@example.org").chunks(20_000, 8_000),
            Progress.NONE);
  }

  private void allThere(RunReport report) {
    assertThat(report.exit().code()).as(report.message()).isZero();
    for (PlanEntry entry : release.plan()) {
      assertThat(wiki.state().files()).containsEntry(entry.title(), entry.sha1());
      assertThat(wiki.state().versions(entry.title())).isEqualTo(1);
      assertThat(wiki.state().text(entry.title())).isEqualTo(entry.wikitext());
    }
  }

  @Test
  void whatIsOnTheWebIsFetchedByTheWiki() throws IOException {
    release.picture("File:Fetched small.jpg", 1, 80).picture("File:Fetched large.jpg", 2, 300);
    onTheWeb("127.0.0.1");

    allThere(run(new RunOptions.Ways(true, false, 0)));

    assertThat(fetched)
        .containsExactlyInAnyOrderElementsOf(release.plan().stream().map(PlanEntry::file).toList());
  }

  @Test
  void aServerThatIsNotOnTheWikisListIsAFinding() throws IOException {
    release.picture("File:Unlisted one.jpg", 11, 80).picture("File:Unlisted two.jpg", 12, 80);
    onTheWeb("museum.invalid");

    RunReport report = run(new RunOptions.Ways(true, false, 2));

    allThere(report);
    assertThat(report.message()).contains("copyuploadbaddomain (museum.invalid)");
    assertThat(fetched).isEmpty();
  }

  @Test
  void otherBytesAtTheAddressAreNotTaken() throws IOException {
    release.picture("File:Swapped one.jpg", 21, 80).picture("File:Swapped two.jpg", 22, 80);
    onTheWeb("127.0.0.1");
    // The address of the first leads to the second.
    Path plan = folder.resolve("plan.jsonl");
    List<String> lines = Files.readAllLines(plan);
    String second = release.plan().get(1).file();
    lines.set(0, lines.getFirst().replaceAll("(\"url\":\"http://[^/]+/)[^\"]+", "$1" + second));
    Files.write(plan, lines);

    RunReport report = run(new RunOptions.Ways(true, false, 0));

    allThere(report);
    assertThat(report.message()).contains("url-other-bytes (127.0.0.1)");
  }

  @Test
  void piecesAreAssembledAndPublishedWhenTheWikiHasTime() {
    release.picture("File:Queued small.jpg", 31, 80).picture("File:Queued large.jpg", 32, 300);

    allThere(run(new RunOptions.Ways(false, true, 0)));

    assertThat(wiki.accessLog("ways@example.org")).isNotEmpty();
  }

  @Test
  void filesBroughtAheadArePublishedInTheOrderOfThePlan() throws IOException {
    for (int i = 1; i <= 8; i++) {
      release.picture("File:Ahead %d.jpg".formatted(i), 40 + i, i % 4 == 1 ? 300 : 80);
    }
    onTheWeb("127.0.0.1");

    allThere(run(new RunOptions.Ways(true, true, 3)));

    List<Long> pages = new ArrayList<>();
    for (PlanEntry entry : release.plan()) {
      pages.add(wiki.state().page(entry.title()).path("pageid").asLong());
    }
    assertThat(pages).isSorted();
  }
}
