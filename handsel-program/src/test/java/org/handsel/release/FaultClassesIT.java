package org.handsel.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.handsel.platform.Exit;
import org.handsel.testbed.ApiSession;
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
import org.junit.jupiter.params.provider.ValueSource;

/// What a real MediaWiki has against a file, a title or an account, and what a run makes of it: the
/// file is named with the wiki's own reason and holds up no other; the account ends the run in
/// order. What is between the program and the wiki, or what the wiki loses of what it was sent, is
/// got over. Files are sent in one request, in pieces, or ahead and published when the wiki has
/// time.
@Tag("wiki")
class FaultClassesIT {
  static final String CAPTCHA =
      """
      "wgCaptchaTriggers":{"edit":true,"create":true,"addurl":true},\
      "wgGroupPermissions":{"bot":{"skipcaptcha":false}}\
      """;

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
        side(way));
  }

  /// Pictures of some 5 kB, or of 30 kB, which go in four pieces.
  private static int side(String way) {
    return way.equals("pieces") ? 200 : 80;
  }

  private RunReport run(String way, RunHook hook) {
    RunOptions.Ways ways =
        way.equals("queue")
            ? new RunOptions.Ways(false, true, 2)
            : new RunOptions.Ways(false, false, 0);
    RunOptions options = RunOptions.DEFAULT.ways(ways).patience(Duration.ofMinutes(1));
    return release.run(wiki, options, hook, Duration.ofMinutes(1));
  }

  /// What a wiki refuses a file for, its title or its page, and the code of that.
  private enum Cause {
    NO_PICTURE("verification-error"),
    FILTER("abusefilter-disallowed"),
    PROTECTION("protectedpage"),
    LIST_OF_TITLES("titleblacklist-custom-filename"),
    LIST_OF_LINKS("spamblacklist");

    private final String code;

    Cause(String code) {
      this.code = code;
    }
  }

  private void refusedFor(Cause cause, String way) {
    long seed = number * 100L + release.plan().size();
    int side = side(way);
    switch (cause) {
      case NO_PICTURE ->
          release.text(
              title("Text"),
              "no picture %d\n".formatted(number).repeat(way.equals("pieces") ? 5_000 : 300));
      case FILTER -> release.picture(title("Filtered"), seed, side);
      case PROTECTION -> {
        release.picture(title("Protected"), seed, side);
        administrator(
            "action", "protect", "title", title("Protected"), "protections", "create=sysop");
      }
      case LIST_OF_TITLES -> release.picture("File:DSC%05d.jpg".formatted(number), seed, side);
      case LIST_OF_LINKS ->
          release
              .picture(title("Linked"), seed, side)
              .mend(
                  release.plan().size() - 1,
                  entry ->
                      entry.with(
                          entry.wikitext() + "\nMore: https://spam-museum.example/shop",
                          List.of()));
    }
  }

  private void mend(Cause cause, int line, String way) {
    switch (cause) {
      case NO_PICTURE -> release.mend(line, number * 100L + 50, side(way));
      case FILTER, PROTECTION, LIST_OF_TITLES ->
          release.mend(line, entry -> entry.titled(title("Mended " + line)));
      case LIST_OF_LINKS ->
          release.mend(
              line,
              entry -> entry.with(entry.wikitext().replace("https://spam-", "the "), List.of()));
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"one request", "pieces", "queue"})
  void whatIsRefusedIsNamedHoldsUpNoOtherAndGoesWhenItIsMended(String way) {
    good(way);
    Map<String, String> expected = new TreeMap<>();
    for (Cause cause : Cause.values()) {
      refusedFor(cause, way);
      expected.put("item-" + release.plan().size(), cause.code);
    }
    good(way);

    RunReport report = run(way, RunHook.NONE);

    assertThat(report.exit()).as(report.message()).isEqualTo(Exit.PARTIAL);
    assertThat(release.refusals()).as(release.failures()).isEqualTo(expected);
    List<PlanEntry> plan = release.plan();
    release.assertOnWiki(wiki.state(), List.of(plan.getFirst().title(), plan.getLast().title()));

    int line = 1;
    for (Cause cause : Cause.values()) {
      mend(cause, line++, way);
    }
    assertThat(run(way, RunHook.NONE).exit()).as(release.failures()).isEqualTo(Exit.DONE);
    release.assertOnWiki(wiki.state(), release.wanted().keySet());
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"one request", "pieces", "queue"})
  void aServerThatTakesOnlySmallRequestsGetsSmallerOnes(String way) {
    good(way);
    good(way);
    wiki.requestLimit(6_000);
    long before = wiki.tooLarge();

    RunReport report = run(way, RunHook.NONE);

    wiki.requestLimit(100_000_000);
    assertThat(wiki.tooLarge()).as("requests that were too large").isGreaterThan(before);
    assertThat(report.exit()).as(report.message() + release.failures()).isEqualTo(Exit.DONE);
    release.assertOnWiki(wiki.state(), release.wanted().keySet());
  }

  @Test
  void whatNoRequestCanCarryIsNamedAndGoesWhenTheServerTakesIt() {
    good("one request");
    wiki.requestLimit(1_500);

    RunReport report = run("one request", RunHook.NONE);

    wiki.requestLimit(100_000_000);
    assertThat(report.exit()).as(report.message()).isEqualTo(Exit.PARTIAL);
    assertThat(release.refusals()).as(release.failures()).containsEntry("item-1", "http-413");
    release.assertOnWiki(wiki.state(), List.of());
    assertThat(run("one request", RunHook.NONE).exit()).isEqualTo(Exit.DONE);
    release.assertOnWiki(wiki.state(), release.wanted().keySet());
  }

  /// After all pieces of the second file, or as soon as it lies in the stash ahead.
  @ParameterizedTest(name = "{0}, {1}")
  @CsvSource({
    "first piece, entries",
    "first piece, files",
    "pieces, entries",
    "pieces, files",
    "queue, entries",
    "queue, files"
  })
  void aStashThatTheWikiForgetsIsFilledAgain(String way, String what) {
    boolean queue = way.equals("queue");
    String sent = queue ? "queue" : "pieces";
    good(sent);
    good(sent);
    int before = pieces(release.plan().getFirst());
    int forgotten =
        queue ? 2 : before + (way.equals("pieces") ? pieces(release.plan().getLast()) : 1);
    String point = queue ? "stash answer" : "after STASHED";
    AtomicInteger passed = new AtomicInteger();

    RunReport report =
        run(
            sent,
            at -> {
              if (at.equals(point) && passed.incrementAndGet() == forgotten) {
                assertThat(wiki.forgetStash(what.equals("entries"))).isPositive();
              }
            });

    assertThat(passed.get()).isGreaterThan(forgotten - 1);
    assertThat(report.exit()).as(report.message() + release.failures()).isEqualTo(Exit.DONE);
    release.assertOnWiki(wiki.state(), release.wanted().keySet());
  }

  private static int pieces(PlanEntry entry) {
    return Math.ceilDiv((int) entry.bytes(), RealRelease.PIECE);
  }

  /// ConfirmEdit asks of edits only.
  @Test
  void uploadsAreNotAskedACaptcha() {
    good("one request");
    override(CAPTCHA);

    assertThat(run("one request", RunHook.NONE).exit()).isEqualTo(Exit.DONE);

    release.assertOnWiki(wiki.state(), release.wanted().keySet());
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
