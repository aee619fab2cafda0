package org.handsel.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handsel.platform.Exit;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;
import org.handsel.wiki.api.Login;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseRunTest {
  @TempDir Path folder;
  private Rehearsal rehearsal;

  @BeforeEach
  void open() {
    rehearsal = new Rehearsal(folder);
  }

  @AfterEach
  void close() {
    rehearsal.close();
  }

  @Test
  void smallFilesTakeOneUploadRequestEach() {
    RunReport report = rehearsal.files(20).run();

    assertThat(report.exit()).isEqualTo(Exit.DONE);
    assertThat(report.status().proven()).isEqualTo(20);
    assertThat(rehearsal.wiki.count("action=upload")).isEqualTo(20);
    assertThat(rehearsal.wiki.file("File:Picture 1.jpg").text())
        .isEqualTo("== Summary ==\nPicture ünder 1");
    assertThat(rehearsal.results().getFirst())
        .startsWith("item-1\tFile:Picture 1.jpg\t")
        .endsWith("\tproven\thttp://wiki/File:Picture 1.jpg");
    assertThat(rehearsal.failures()).isEmpty();
  }

  @Test
  void aSecondRunSendsNothing() {
    rehearsal.files(3).run();

    RunReport again = rehearsal.run();

    assertThat(again.status().proven()).isEqualTo(3);
    assertThat(rehearsal.wiki.count("action=upload")).isEqualTo(3);
  }

  @Test
  void sameBytesUnderAnotherTitleAreNotSentAgain() {
    rehearsal.files(2);
    rehearsal.wiki.put("File:Known before.jpg", Rehearsal.bytes(2, 500));

    RunReport report = rehearsal.run();

    assertThat(report.exit()).isEqualTo(Exit.DONE);
    assertThat(report.status().alreadyThere()).isEqualTo(1);
    assertThat(rehearsal.wiki.count("action=upload")).isEqualTo(1);
    assertThat(rehearsal.results().get(1))
        .contains("\tFile:Known before.jpg\t", "\talready-there\t");
  }

  @Test
  void aTitleWithOtherBytesIsNeverOverwritten() {
    rehearsal.files(2);
    rehearsal.wiki.put("File:Picture 2.jpg", Rehearsal.bytes(77, 500));

    RunReport report = rehearsal.run();

    assertThat(report.status().refused()).isEqualTo(1);
    assertThat(rehearsal.failures().getFirst())
        .startsWith("item-2,2.jpg,File:Picture 2.jpg,TITLE_TAKEN,");
    assertThat(rehearsal.wiki.file("File:Picture 2.jpg").text()).isEqualTo("by somebody else");
  }

  @Test
  void aFileThatChangedSinceThePlanIsRefused() throws Exception {
    rehearsal.files(2);
    Files.write(folder.resolve("files/2.jpg"), new byte[] {1, 2, 3});

    assertThat(rehearsal.run().status().refused()).isEqualTo(1);

    assertThat(rehearsal.failures().getFirst()).contains("FILE_CHANGED");
    assertThat(rehearsal.wiki.files()).containsOnlyKeys("File:Picture 1.jpg");
  }

  @Test
  void aMissingFileIsRefusedAndTheRestGoesOn() throws Exception {
    rehearsal.files(3);
    Files.delete(folder.resolve("files/2.jpg"));

    assertThat(rehearsal.run().status().proven()).isEqualTo(2);

    assertThat(rehearsal.failures().getFirst()).contains("FILE_MISSING");
  }

  @Test
  void linesWithTheSameBytesAreSentOnce() throws Exception {
    rehearsal.files(2).file("File:Twin.jpg", 1, 500, Map.of());
    PlanEntry twin = rehearsal.plan.getLast();
    rehearsal.plan.set(
        2,
        new PlanEntry(
            "item-9",
            twin.file(),
            twin.sha1(),
            twin.bytes(),
            twin.title(),
            twin.wikitext(),
            Map.of(),
            List.of(),
            "ready",
            null));
    rehearsal.writePlan();
    rehearsal.options = RunOptions.DEFAULT.parallel(4);

    rehearsal.run();
    assertThat(rehearsal.wiki.commits()).isEqualTo(2);

    assertThat(rehearsal.run().status().alreadyThere()).isEqualTo(1);
    assertThat(rehearsal.wiki.commits()).isEqualTo(2);
  }

  @Test
  void whatTheWikiRefusedForGoodIsTriedAgainOnlyWhenThePlanChangedOrOnRequest() {
    rehearsal.file("File:Blacklisted.jpg", 1, 500, Map.of());
    rehearsal.run();
    rehearsal.run();
    assertThat(rehearsal.wiki.count("action=upload")).isEqualTo(1);

    rehearsal.options = RunOptions.DEFAULT.recheck(true);
    rehearsal.run();
    assertThat(rehearsal.wiki.count("action=upload")).isEqualTo(2);

    rehearsal.options = RunOptions.DEFAULT;
    rehearsal.plan.clear();
    rehearsal.file("File:Harbour in winter.jpg", 1, 500, Map.of());
    assertThat(rehearsal.run().status().proven()).isEqualTo(1);
  }

  @Test
  void anIntentOfAnOldPlanIsSettledByItsOwnTitle() {
    rehearsal.files(1);
    rehearsal.wiki.fault("action=upload", "503-after", 1);
    rehearsal.hook =
        point -> {
          if (point.equals("answer")) {
            throw new AssertionError("killed");
          }
        };
    assertThatThrownBy(rehearsal::run).isInstanceOf(AssertionError.class);
    rehearsal.hook = RunHook.NONE;
    rehearsal.plan.clear();
    rehearsal.file("File:A better title.jpg", 1, 500, Map.of());

    assertThat(rehearsal.run().status().proven()).isEqualTo(1);

    assertThat(rehearsal.wiki.files()).containsOnlyKeys("File:Picture 1.jpg");
    assertThat(rehearsal.reported()).containsExactly("File:Picture 1.jpg");
  }

  @ParameterizedTest(name = "{0} at offset {1}")
  @CsvSource({
    "503-before,0",
    "503-before,4000",
    "503-before,8000",
    "503-after,0",
    "503-after,4000",
    "503-after,8000",
    "cut-after,4000",
    "html-after,8000",
    "ratelimited,4000",
    "chunk-too-small,4000",
    "uploadstash-file-not-found,4000",
    "stashfailed,8000"
  })
  void aLargeFileSurvivesFaultsInItsPieces(String kind, int offset) {
    rehearsal.file("File:Large.jpg", 1, 11_000, Map.of());
    rehearsal.wiki.fault("filename=Large.jpg&offset=" + offset + "&", kind, 1);

    assertThat(rehearsal.run().status().proven()).isEqualTo(1);

    assertThat(rehearsal.wiki.file("File:Large.jpg").sha1())
        .isEqualTo(rehearsal.plan.getFirst().sha1());
    assertThat(rehearsal.wiki.commits()).isEqualTo(1);
  }

  @Test
  void aLargeFileGoesOnWhereAKilledRunEnded() {
    rehearsal.file("File:Large.jpg", 1, 30_000, Map.of());
    int[] pieces = new int[1];
    rehearsal.hook =
        point -> {
          if (point.equals("after STASHED") && ++pieces[0] == 5) {
            throw new AssertionError("killed");
          }
        };
    assertThatThrownBy(rehearsal::run).isInstanceOf(AssertionError.class);
    rehearsal.hook = RunHook.NONE;

    assertThat(rehearsal.run().status().proven()).isEqualTo(1);

    assertThat(rehearsal.wiki.count("filename=Large.jpg&offset=0&")).isEqualTo(1);
    assertThat(rehearsal.wiki.count("filename=Large.jpg&offset=16000&")).isEqualTo(1);
  }

  @Test
  void aPublishedLargeFileWhoseAnswerIsLostIsNotSentAgain() {
    rehearsal.file("File:Large.jpg", 1, 11_000, Map.of());
    rehearsal.wiki.fault("filename=Large.jpg&offset=&", "cut-after", 1);

    assertThat(rehearsal.run().status().proven()).isEqualTo(1);

    assertThat(rehearsal.wiki.count("filename=Large.jpg&offset=&")).isEqualTo(1);
  }

  @Test
  void refusedStructuredDataLeaveTheFileReleased() {
    rehearsal.file(
        "File:One.jpg",
        1,
        500,
        Map.of(
            "claims",
            List.of(Map.of("mainsnak", Map.of("snaktype", "somevalue", "property", "P666")))));

    RunReport report = rehearsal.run();

    assertThat(report.exit()).isEqualTo(Exit.PARTIAL);
    assertThat(report.status().proven()).isEqualTo(1);
    assertThat(report.status().dataProblems()).isEqualTo(1);
    assertThat(rehearsal.failures().getFirst()).contains("modification-failed", "is on the wiki");
    assertThat(rehearsal.reported()).containsExactly("File:One.jpg");
  }

  @Test
  void aReferenceGivesWayWhereTheWikiDoesNotKnowItsProperty() {
    for (int n = 1; n <= 3; n++) {
      rehearsal.file("File:%d.jpg".formatted(n), n, 500, sourced("P180", "P777", "P813"));
    }

    RunReport report = rehearsal.run();

    assertThat(report.exit()).as(report.message()).isEqualTo(Exit.DONE);
    assertThat(report.message()).contains("does not know P777");
    assertThat(
            ReleaseRun.verify(folder, rehearsal.wiki.address(), rehearsal.settings).differences())
        .extracting(Verification.Difference::code)
        .doesNotContain("DATA_LACKING");
    assertThat(rehearsal.run().message()).contains("does not know P777");
  }

  @Test
  void aStatementOfAnUnknownPropertyDoesNotGiveWay() {
    rehearsal.file("File:One.jpg", 1, 500, sourced("P777", "P813", "P813"));

    assertThat(rehearsal.run().status().dataProblems()).isEqualTo(1);
  }

  private static Map<String, Object> sourced(String property, String... references) {
    Map<String, Object> snaks = new LinkedHashMap<>();
    for (String one : references) {
      snaks.put(one, List.of(Map.of("snaktype", "somevalue", "property", one)));
    }
    return Map.of(
        "claims",
        List.of(
            Map.of(
                "mainsnak",
                Map.of("snaktype", "somevalue", "property", property),
                "references",
                List.of(Map.of("snaks", snaks)))));
  }

  @Test
  void aWikiWithoutStructuredDataIsAskedForThemOnce() {
    Map<String, Object> data = Map.of("labels", Map.of("en", Map.of("value", "A picture")));
    for (int i = 1; i <= 30; i++) {
      rehearsal.file("File:No %d.jpg".formatted(i), i, 100, data);
    }
    rehearsal.wiki.withoutStructuredData();

    RunReport report = rehearsal.run();

    assertThat(report.status().proven()).isEqualTo(30);
    assertThat(report.status().dataProblems()).isEqualTo(30);
    assertThat(rehearsal.wiki.count("action=wbgetentities")).isEqualTo(1);
    assertThat(rehearsal.wiki.count("action=wbeditentity")).isZero();
  }

  @Test
  void aLostAnswerIsSettledByAskingAndNotBySendingAgain() {
    rehearsal.files(3);
    rehearsal.wiki.fault("filename=Picture 2", "cut-after", 1);

    assertThat(rehearsal.run().status().proven()).isEqualTo(3);

    assertThat(rehearsal.wiki.count("filename=Picture 2")).isEqualTo(1);
  }

  @Test
  void stoppingFinishesWhatIsOnTheWireAndSaysHowToGoOn() {
    rehearsal.files(30);
    ReleaseRun[] run = new ReleaseRun[1];
    int[] answers = new int[1];
    rehearsal.hook =
        point -> {
          if (point.equals("answer") && ++answers[0] == 5) {
            run[0].stop();
          }
        };
    run[0] = rehearsal.prepare();

    RunReport report =
        run[0].run(
            rehearsal.wiki.address(), rehearsal.wiki.login(), rehearsal.settings, Progress.NONE);

    assertThat(report.exit()).isEqualTo(Exit.PARTIAL);
    assertThat(report.message()).contains("run the same command again");
    assertThat(report.status().proven()).isEqualTo(5).isEqualTo(rehearsal.wiki.commits());

    rehearsal.hook = RunHook.NONE;
    assertThat(rehearsal.run().status().proven()).isEqualTo(30);
  }

  @Test
  void aWrongPasswordIsSaidAtOnceAndNeverShown() {
    rehearsal.files(1);

    assertThatThrownBy(() ->
            rehearsal
                .prepare()
                .run(
                    rehearsal.wiki.address(),
                    new Login("Tester@test", "wrong-secret"),
                    rehearsal.settings,
                    Progress.NONE))
        .isInstanceOfSatisfying(
            HandselException.class, e -> assertThat(e.exit()).isEqualTo(Exit.USAGE))
        .hasMessageContaining("Incorrect password")
        .hasMessageNotContaining("wrong-secret");
  }

  @Test
  void anUnreachableWikiIsSaidAtOnce() {
    rehearsal.files(1);
    rehearsal.wiki.close();

    assertThatThrownBy(rehearsal::run)
        .isInstanceOfSatisfying(
            HandselException.class, e -> assertThat(e.exit()).isEqualTo(Exit.ENVIRONMENT))
        .hasMessageContaining("not reachable");
  }

  @Test
  void theLedgerHoldsNoSecret() throws Exception {
    rehearsal.files(1).run();

    assertThat(Files.readString(folder.resolve("ledger.jsonl"))).doesNotContain("secret", "+\\");
    assertThat(rehearsal.wiki.login().toString()).doesNotContain("secret");
  }

  @Test
  void verifyingFindsWhatTheWikiNoLongerHas() {
    rehearsal.files(4).run();
    rehearsal.wiki.remove("File:Picture 2.jpg");
    rehearsal.wiki.put("File:Picture 3.jpg", Rehearsal.bytes(99, 10));

    Verification seen = ReleaseRun.verify(folder, rehearsal.wiki.address(), rehearsal.settings);

    assertThat(seen.asked()).isEqualTo(4);
    assertThat(seen.differences())
        .extracting(Verification.Difference::title, Verification.Difference::code)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("File:Picture 2.jpg", "GONE"),
            org.assertj.core.groups.Tuple.tuple("File:Picture 3.jpg", "OTHER_BYTES"));
  }

  @ParameterizedTest(name = "{0} in flight")
  @CsvSource({"1", "4"})
  void theSendingIsTheOnlyThingThatTakesTime(int parallel) {
    int files = 25 * parallel;
    Duration service = Duration.ofMillis(100);
    rehearsal.files(files);
    rehearsal.options = RunOptions.DEFAULT.parallel(parallel);
    rehearsal.wiki.serviceTime(service);
    long[] span = new long[2];
    rehearsal.hook =
        point -> {
          long now = System.nanoTime();
          synchronized (span) {
            span[0] = span[0] == 0 && point.equals("before SENT") ? now : span[0];
            span[1] = point.equals("answer") ? now : span[1];
          }
        };

    assertThat(rehearsal.run().status().proven()).isEqualTo(files);

    double possible = service.toNanos() * (double) files / parallel;
    double share = possible / (span[1] - span[0]);
    System.out.printf("%d in flight: %.1f %% of the possible rate%n", parallel, 100 * share);
    // The benchmark asks for 95 % on a quiet machine; here only a stage that blocks another shows.
    assertThat(share).isGreaterThan(0.7);
  }
}
