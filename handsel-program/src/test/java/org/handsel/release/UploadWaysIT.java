package org.handsel.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.handsel.testbed.MuseumServer;
import org.handsel.testbed.Pictures;
import org.handsel.testbed.RealWiki;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A real MediaWiki fetches files from a museum's server on this machine, assembles and publishes
/// when its job runner has time, and is brought files ahead of their publication.
@Tag("wiki")
class UploadWaysIT {
  private static final RunOptions.Ways BY_URL = new RunOptions.Ways(true, false, 0);
  private static final RunOptions.Ways ASYNC = new RunOptions.Ways(false, true, 0);
  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static RealWiki wiki;

  @TempDir Path folder;
  private MuseumServer museum;
  private RealRelease release;

  /// Begins every title of one test, and counts its pictures.
  private int number;

  @BeforeAll
  static void start() {
    wiki = RealWiki.start("ways");
  }

  @AfterAll
  static void stop() {
    wiki.close();
  }

  @BeforeEach
  void begin() {
    wiki.calm();
    wiki.setOverrides("{\"wgRateLimits\":{\"edit\":{\"user\":[5000,60]}}}");
    release = new RealRelease(folder);
    museum = new MuseumServer();
    number = NUMBERS.incrementAndGet();
  }

  @AfterEach
  void end() {
    museum.close();
    wiki.calm();
  }

  /// A picture whose record has no address; 80 a side go in one request, 300 in pieces.
  private void here(int side) {
    release.picture(title(), seed(), side);
  }

  private void onTheWeb(String host, int side) {
    release.onTheWeb(museum, host, title(), seed(), side);
  }

  private String title() {
    return "File:Way %d of %d.jpg".formatted(release.plan().size() + 1, number);
  }

  private long seed() {
    return number * 100L + release.plan().size();
  }

  private RunReport run(RunOptions.Ways ways, Duration publishing) {
    RunOptions options = RunOptions.DEFAULT.ways(ways).patience(publishing.multipliedBy(2));
    return release.run(wiki, options, RunHook.NONE, publishing);
  }

  private RunReport run(RunOptions.Ways ways) {
    return run(ways, Duration.ofMinutes(1));
  }

  private void allThere(RunReport report) {
    assertThat(report.exit().code()).as(report.message()).isZero();
    release.assertOnWiki(wiki.state(), release.wanted().keySet());
  }

  @Test
  void whatIsOnTheWebIsFetchedByTheWiki() {
    onTheWeb("127.0.0.1", 80);
    onTheWeb("127.0.0.1", 300);

    allThere(run(BY_URL));

    assertThat(museum.asked()).containsExactlyInAnyOrder("1.jpg", "2.jpg");
  }

  @Test
  void aServerThatIsNotOnTheWikisListIsAFinding() {
    onTheWeb("museum.invalid", 80);
    onTheWeb("museum.invalid", 80);

    RunReport report = run(new RunOptions.Ways(true, false, 2));

    allThere(report);
    assertThat(report.message()).contains("copyuploadbaddomain (museum.invalid)");
    assertThat(museum.asked()).isEmpty();
  }

  @Test
  void aWikiThatTakesNothingByUrlIsAFinding() {
    onTheWeb("127.0.0.1", 80);
    onTheWeb("127.0.0.1", 80);
    wiki.setOverrides("{\"wgAllowCopyUploads\":false}");

    RunReport report = run(BY_URL);

    allThere(report);
    assertThat(report.message()).contains("copyuploaddisabled");
    assertThat(museum.asked()).isEmpty();
  }

  @Test
  void otherBytesAtTheAddressAreNotTaken() {
    onTheWeb("127.0.0.1", 80);
    onTheWeb("127.0.0.1", 80);
    museum.put("1.jpg", Pictures.jpeg(seed() + 50, 80));

    RunReport report = run(BY_URL);

    allThere(report);
    assertThat(report.message()).contains("url-other-bytes (127.0.0.1)");
  }

  @Test
  void anAddressThatLeadsNowhereIsAFinding() {
    onTheWeb("127.0.0.1", 80);
    museum.remove("1.jpg");

    RunReport report = run(BY_URL);

    allThere(report);
    assertThat(report.message()).contains("http-bad-status (127.0.0.1)");
  }

  @Test
  void piecesAreAssembledAndPublishedWhenTheWikiHasTime() {
    here(80);
    here(300);

    allThere(run(ASYNC));

    assertThat(wiki.jobs("AssembleUploadChunks")).isPositive();
  }

  @Test
  void aWikiThatNeverFindsTimeLeavesTheFileUnsettledAndIsAskedFirstTheNextTime() {
    onTheWeb("127.0.0.1", 80);
    wiki.holdJobs(true);

    RunReport report = run(new RunOptions.Ways(true, true, 0), Duration.ofSeconds(4));

    assertThat(wiki.state().titlesOf(release.plan().getFirst().sha1())).isEmpty();
    assertThat(report.status().unsettled()).as(report.message()).isEqualTo(1);
    assertThat(release.failures()).contains("still-queued");

    wiki.holdJobs(false);
    allThere(run(new RunOptions.Ways(true, true, 0)));

    assertThat(museum.asked()).hasSize(1);
  }

  @Test
  void filesBroughtAheadArePublishedInTheOrderOfThePlan() {
    for (int i = 0; i < 8; i++) {
      onTheWeb("127.0.0.1", i % 4 == 0 ? 300 : 80);
    }

    allThere(run(new RunOptions.Ways(true, true, 3)));

    List<Long> pages = new ArrayList<>();
    for (PlanEntry entry : release.plan()) {
      pages.add(wiki.state().page(entry.title()).path("pageid").asLong());
    }
    assertThat(pages).isSorted();
  }

  @ParameterizedTest(name = "{0}, {1} the wiki acts")
  @CsvSource({
    "url=http, before",
    "url=http, after",
    "offset=8000, before",
    "offset=8000, after",
    "&action=upload&filekey=, before",
    "&action=upload&filekey=, after",
    "checkstatus=1, before",
    "checkstatus=1, after"
  })
  void anAnswerThatIsLostAtAnyStepLosesAndDoublesNothing(String step, String when) {
    onTheWeb("127.0.0.1", 80);
    here(300);
    wiki.setFault("{\"when\":\"%s\",\"status\":503,\"match\":\"%s\"}".formatted(when, step));

    allThere(run(new RunOptions.Ways(true, true, 2)));

    assertThat(wiki.faultPending()).isFalse();
  }
}
