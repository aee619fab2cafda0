package org.handsel.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.handsel.platform.Exit;
import org.handsel.testbed.ApiSession;
import org.handsel.testbed.RealWiki;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a real MediaWiki has against a file, a title or an account, and what a run makes of it: the
/// file is named with the wiki's own reason and holds up no other; the account ends the run in
/// order. Files are sent in one request, in pieces, or ahead and published when the wiki has time.
@Tag("wiki")
class FaultClassesIT {
  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static RealWiki wiki;

  @TempDir Path folder;
  private RealRelease release;
  private int number;

  @BeforeAll
  static void start() {
    wiki = RealWiki.start("classes");
    wiki.filter("action == \"upload\" & \"Filtered\" in page_title");
  }

  @AfterAll
  static void stop() {
    wiki.close();
  }

  @AfterEach
  void calm() {
    override("");
  }

  private static void override(String more) {
    wiki.setOverrides(
        "{\"wgRateLimits\":{\"edit\":{\"user\":[5000,60]}}%s}"
            .formatted(more.isEmpty() ? "" : "," + more));
  }

  @BeforeEach
  void begin() {
    calm();
    release = new RealRelease(folder);
    number = NUMBERS.incrementAndGet();
  }

  private String title(String name) {
    return "File:%s of %d.jpg".formatted(name, number);
  }

  private void good(String way) {
    release.picture(
        title("Good " + (release.plan().size() + 1)),
        number * 100L + release.plan().size(),
        way.equals("pieces") ? 300 : 80);
  }

  private RunReport run(String way, RunHook hook) {
    RunOptions.Ways ways =
        way.equals("queue")
            ? new RunOptions.Ways(false, true, 2)
            : new RunOptions.Ways(false, false, 0);
    RunOptions options = RunOptions.DEFAULT.ways(ways).patience(Duration.ofMinutes(1));
    return release.run(wiki, options, hook, Duration.ofMinutes(1));
  }

  /// The second of three is refused for this, the others are there.
  private void onlyTheSecondIsRefused(String way, String code) {
    good(way);

    RunReport report = run(way, RunHook.NONE);

    Set<String> others = new TreeSet<>(release.wanted().keySet());
    others.remove(release.plan().get(1).title());
    assertThat(report.exit()).as(report.message()).isEqualTo(Exit.PARTIAL);
    assertThat(report.status().refused()).as(release.failures()).isEqualTo(1);
    assertThat(release.failures()).contains(",%s,".formatted(code)).contains("item-2");
    release.assertOnWiki(wiki.state(), others);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"one request", "pieces", "queue"})
  void aFileThatIsNoPicture(String way) {
    good(way);
    int lines = way.equals("pieces") ? 5_000 : 300;
    release.text(title("Text"), "no picture %d\n".formatted(number).repeat(lines));

    onlyTheSecondIsRefused(way, "verification-error");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"one request", "pieces", "queue"})
  void aTitleThatAFilterForbids(String way) {
    good(way);
    release.picture(title("Filtered"), number * 100L + 90, way.equals("pieces") ? 300 : 80);

    onlyTheSecondIsRefused(way, "abusefilter-disallowed");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"one request", "pieces", "queue"})
  void aTitleThatIsProtected(String way) {
    good(way);
    release.picture(title("Protected"), number * 100L + 90, way.equals("pieces") ? 300 : 80);
    administrator("action", "protect", "title", title("Protected"), "protections", "create=sysop");

    onlyTheSecondIsRefused(way, "protectedpage");
  }

  /// Something happens to the account when the second file was answered; then it is set right.
  private void endsInOrderAndGoesOn(String way, String code, Runnable happens, Runnable setRight) {
    for (int i = 0; i < 5; i++) {
      good(way);
    }
    AtomicInteger answers = new AtomicInteger();

    RunReport report =
        run(
            way,
            point -> {
              if (point.equals("answer") && answers.incrementAndGet() == 2) {
                happens.run();
              }
            });

    assertThat(report.exit()).as(report.message()).isEqualTo(Exit.PARTIAL);
    assertThat(report.message()).contains(code).contains("run the same command again");
    assertThat(report.status().proven()).isBetween(1, 3);
    assertThat(release.reported()).hasSize(report.status().proven());
    assertThat(wiki.state().files().keySet()).containsAll(release.reported());
    setRight.run();
    assertThat(run(way, RunHook.NONE).exit()).isEqualTo(Exit.DONE);
    release.assertOnWiki(wiki.state(), release.wanted().keySet());
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"one request", "pieces", "queue"})
  void anAccountThatIsBlockedInTheMiddle(String way) {
    String user = wiki.bot().name().replaceFirst("@.*", "");
    endsInOrderAndGoesOn(
        way,
        "blocked",
        () -> administrator("action", "block", "user", user, "reason", "a test"),
        () -> administrator("action", "unblock", "user", user));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"one request", "pieces", "queue"})
  void anAccountThatLosesItsRight(String way) {
    endsInOrderAndGoesOn(
        way,
        "permissiondenied",
        () ->
            override(
                "\"wgGroupPermissions\":{\"user\":{\"upload\":false},\"autoconfirmed\":{\"upload\":false}}"),
        this::calm);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"one request", "pieces", "queue"})
  void aWikiThatTakesNoUploadsAnyMore(String way) {
    endsInOrderAndGoesOn(
        way, "uploaddisabled", () -> override("\"wgEnableUploads\":false"), this::calm);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"one request", "pieces", "queue"})
  void aLoginThatIsLostInTheMiddleIsMadeAnew(String way) {
    for (int i = 0; i < 4; i++) {
      good(way);
    }
    AtomicInteger answers = new AtomicInteger();

    RunReport report =
        run(
            way,
            point -> {
              if (point.equals("answer") && answers.incrementAndGet() == 2) {
                override("\"wgAuthenticationTokenVersion\":\"2\"");
              }
            });

    assertThat(report.exit()).as(report.message()).isEqualTo(Exit.DONE);
    release.assertOnWiki(wiki.state(), release.wanted().keySet());
  }

  private static void administrator(String... parameters) {
    try (ApiSession session = new ApiSession(wiki.api())) {
      assertThat(session.login(wiki.admin().name(), wiki.admin().password())).isEqualTo("Success");
      assertThat(session.act((Object[]) parameters).path("error").path("info").asString(""))
          .as(List.of(parameters).toString())
          .isEmpty();
    }
  }
}
