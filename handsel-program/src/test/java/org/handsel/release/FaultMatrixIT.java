package org.handsel.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.handsel.platform.Progress;
import org.handsel.testbed.RealWiki;
import org.handsel.wiki.api.Login;
import org.handsel.wiki.api.WikiAddress;
import org.handsel.wiki.api.WikiSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The fault matrix on a real MediaWiki: in every row what is reported is what is on the wiki; what
/// passes ends with all four files, what a title is to blame for with three and the reason.
@Tag("wiki")
class FaultMatrixIT {
  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static RealWiki wiki;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    wiki = RealWiki.start("faults");
    calm();
  }

  @AfterAll
  static void stop() {
    wiki.close();
  }

  @AfterEach
  void end() {
    calm();
  }

  private static void calm() {
    wiki.calm();
    // Out of the box everybody may edit 90 times a minute; this is a matter of one row only.
    wiki.setOverrides("{\"wgRateLimits\":{\"edit\":{\"user\":[5000,60]}}}");
  }

  @ParameterizedTest(name = "{0} in flight")
  @ValueSource(ints = {1, 3})
  void oneAnswer503BeforeTheServerActs(int parallel) {
    RealRelease release = fourFiles();
    fault("before", "\"status\":503,\"retryAfter\":1", "&action=upload");

    allFour(release, run(release, parallel));
  }

  @ParameterizedTest(name = "{0} in flight")
  @ValueSource(ints = {1, 3})
  void answerLostAfterTheServerActed(int parallel) {
    RealRelease release = fourFiles();
    fault("after", "\"status\":504", "&action=upload");

    allFour(release, run(release, parallel));
  }

  @ParameterizedTest(name = "{0} in flight")
  @ValueSource(ints = {1, 3})
  void blacklistedTitleOfTheSecond(int parallel) {
    int number = NUMBERS.incrementAndGet();
    RealRelease release = files(number, "File:DSC%05d.jpg".formatted(number));

    RunReport report = run(release, parallel);

    allButTheSecond(release, report, "titleblacklist-custom-filename");
  }

  @ParameterizedTest(name = "{0} in flight")
  @ValueSource(ints = {1, 3})
  void titleOfTheSecondTooLong(int parallel) {
    int number = NUMBERS.incrementAndGet();
    RealRelease release =
        files(number, "File:Long %d ".formatted(number) + "é".repeat(130) + ".jpg");

    RunReport report = run(release, parallel);

    allButTheSecond(release, report, "filename-toolong");
  }

  @ParameterizedTest(name = "{0} in flight")
  @ValueSource(ints = {1, 3})
  void twoUploadsInSixSeconds(int parallel) {
    RealRelease release = fourFiles();
    wiki.setOverrides(
        "{\"wgRateLimits\":{\"upload\":{\"user\":[2,6]},\"edit\":{\"user\":[5000,60]}}}");

    allFour(release, run(release, parallel));
  }

  @ParameterizedTest(name = "{0} in flight")
  @ValueSource(ints = {1, 3})
  void lagForSomeSeconds(int parallel) {
    RealRelease release = fourFiles();
    wiki.setLag(20);
    afterFourSeconds(() -> wiki.setLag(0));

    allFour(release, run(release, parallel));
  }

  @ParameterizedTest(name = "{0} in flight")
  @ValueSource(ints = {1, 3})
  void readOnlyForSomeSeconds(int parallel) {
    RealRelease release = fourFiles();
    wiki.setOverrides("{\"wgReadOnly\":\"maintenance\"}");
    afterFourSeconds(FaultMatrixIT::calm);

    allFour(release, run(release, parallel));
  }

  @ParameterizedTest(name = "when {0}")
  @ValueSource(strings = {"before", "after"})
  void secondPieceOfALargeFileFails(String when) {
    RealRelease release = withOneLargeFile();
    fault(when, "\"status\":503", "offset=5242880");

    allFour(release, run(release, 1));
    assertThat(wiki.faultPending()).isFalse();
  }

  @ParameterizedTest(name = "when {0}")
  @ValueSource(strings = {"before", "after"})
  void publicationOfALargeFileFails(String when) {
    RealRelease release = withOneLargeFile();
    fault(when, "\"status\":504", "&action=upload&filekey=");

    allFour(release, run(release, 1));
    assertThat(wiki.faultPending()).isFalse();
  }

  @ParameterizedTest(name = "when {0}")
  @ValueSource(strings = {"before", "after"})
  void structuredDataIsThereOnceWhateverHappensToItsAnswer(String when) {
    RealRelease release = fourFiles();
    fault(when, "\"status\":503", "&action=wbeditentity");

    allFour(release, run(release, 1));
    assertThat(wiki.faultPending()).isFalse();
  }

  private static RealRelease withOneLargeFile(RealRelease release, int number) {
    return release.picture("File:Large %d.jpg".formatted(number), 1_000 + number, 4_200);
  }

  private RealRelease withOneLargeFile() {
    int number = NUMBERS.incrementAndGet();
    RealRelease release = new RealRelease(folder);
    for (int i = 1; i <= 3; i++) {
      release.picture("File:Small %d of %d.jpg".formatted(i, number), number * 10L + i, 80);
    }
    return withOneLargeFile(release, number);
  }

  private RealRelease fourFiles() {
    int number = NUMBERS.incrementAndGet();
    return files(number, "File:Picture 2 of %d.jpg".formatted(number));
  }

  private RealRelease files(int number, String second) {
    RealRelease release = new RealRelease(folder);
    for (int i = 1; i <= 4; i++) {
      release.picture(
          i == 2 ? second : "File:Picture %d of %d.jpg".formatted(i, number), number * 10L + i, 80);
    }
    return release;
  }

  private static void fault(String when, String more, String match) {
    wiki.setFault("{\"when\":\"%s\",%s,\"match\":\"%s\"}".formatted(when, more, match));
  }

  private static void afterFourSeconds(Runnable end) {
    Executor later = CompletableFuture.delayedExecutor(4, TimeUnit.SECONDS);
    CompletableFuture.runAsync(end, later);
  }

  private static RunReport run(RealRelease release, int parallel) {
    RunOptions options = RunOptions.DEFAULT.parallel(parallel).patience(Duration.ofMinutes(2));
    return new ReleaseRun(release.folder(), options)
        .run(
            WikiAddress.parse(wiki.api().toString()),
            new Login(wiki.bot().name(), wiki.bot().password()),
            WikiSettings.of("test@example.org").chunks(5 << 20, 5 << 20),
            Progress.NONE);
  }

  private static void allFour(RealRelease release, RunReport report) {
    assertThat(onWiki(release)).isEqualTo(release.wanted());
    assertThat(release.reported()).containsExactlyElementsOf(release.wanted().keySet());
    assertThat(report.exit().code()).as(report.message()).isZero();
    wholeAndOnce(release, release.wanted());
  }

  private static void allButTheSecond(RealRelease release, RunReport report, String reason) {
    Map<String, String> three = release.wanted();
    three.remove(release.plan().get(1).title());
    assertThat(onWiki(release)).isEqualTo(three);
    assertThat(release.reported()).containsExactlyElementsOf(three.keySet());
    assertThat(report.exit().code()).isEqualTo(1);
    assertThat(release.failures()).contains(reason).contains("item-2");
    wholeAndOnce(release, three);
  }

  /// Titles and bytes of this release that the wiki holds, under whatever title.
  private static Map<String, String> onWiki(RealRelease release) {
    Map<String, String> found = new TreeMap<>();
    release
        .wanted()
        .values()
        .forEach(sha1 -> wiki.state().titlesOf(sha1).forEach(title -> found.put(title, sha1)));
    return found;
  }

  private static void wholeAndOnce(RealRelease release, Map<String, String> titles) {
    for (PlanEntry entry : release.plan()) {
      if (titles.containsKey(entry.title())) {
        assertThat(wiki.state().versions(entry.title())).isEqualTo(1);
        assertThat(wiki.state().text(entry.title())).isEqualTo(entry.wikitext());
        assertThat(wiki.state().structuredData(entry.title()).at("/statements/P217")).hasSize(1);
        assertThat(
                wiki.state()
                    .page(entry.title())
                    .at("/categories")
                    .valueStream()
                    .map(category -> category.path("title").asString()))
            .containsAll(
                List.of(
                    "Category:Linné expedition at Teotihuacan Mexico 1932", "Category:CC-Zero"));
      }
    }
  }
}
