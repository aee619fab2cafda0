package org.handsel.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.handsel.platform.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A release is looked at while it runs.
class CockpitTest {
  private static final List<Step> STEPS =
      List.of(
          Step.INTENDED,
          Step.SENT,
          Step.STASHED,
          Step.ANSWERED,
          Step.PROVEN,
          Step.ALREADY_THERE,
          Step.REFUSED,
          Step.UNSETTLED,
          Step.DATA_DONE,
          Step.DATA_PROBLEM);

  @TempDir Path folder;

  private List<PlanEntry> plan(Random random, int size) throws IOException {
    List<PlanEntry> plan = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      plan.add(PlanIndexTest.entry(random, i));
    }
    Files.write(folder.resolve("plan.jsonl"), plan.stream().map(Json::line).toList());
    return plan;
  }

  private Ledger ledger() {
    return Ledger.open(new ReleaseFolder(folder), Clock.systemUTC(), RunHook.NONE);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatIsReadOnSaysTheSameAsWhatIsReadAnew(long seed) throws IOException {
    Random random = new Random(seed);
    List<PlanEntry> plan = plan(random, 120);
    Cockpit cockpit = Cockpit.open(folder);
    try (Ledger ledger = ledger()) {
      for (int look = 0; look < 25; look++) {
        for (int i = random.nextInt(12); i > 0; i--) {
          PlanEntry entry = plan.get(random.nextInt(plan.size()));
          ledger.append(
              STEPS.get(random.nextInt(STEPS.size())),
              FileKey.of(entry),
              Map.of("title", entry.title(), "sha1", entry.sha1(), "url", "http://wiki/" + i));
        }
        if (random.nextInt(10) == 0) {
          ledger.append(
              Step.PILOT,
              FileKey.NONE,
              Map.of("files", List.of(FileKey.of(plan.getFirst()).text())));
        }
        if (random.nextInt(8) == 0) {
          plan = plan(random, 100 + random.nextInt(40)); // planned anew meanwhile
        }

        Cockpit anew = Cockpit.open(folder);
        assertThat(cockpit.status()).isEqualTo(anew.status());
        assertThat(cockpit.status()).isEqualTo(ReleaseRun.status(folder));
        assertThat(cockpit.choices()).isEqualTo(anew.choices());
        for (String state : List.of("", "ready", "warned", "left", "proven", "unsettled")) {
          for (String text : List.of("", "PICTURE \"7", "ünder 3", "{{photograph}} 11 ")) {
            Cockpit.Filter filter = new Cockpit.Filter(state, "", "", text);
            long skip = random.nextInt(3);
            assertThat(cockpit.find(filter, skip, 5)).isEqualTo(anew.find(filter, skip, 5));
          }
        }
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void aFilterFindsWhatAPersonWouldFind(long seed) throws IOException {
    List<PlanEntry> plan = plan(new Random(seed), 150);
    Cockpit cockpit = Cockpit.open(folder);

    assertThat(cockpit.find(new Cockpit.Filter("", "", "", "PHOTOGRAPH}} 12 "), 0, 50).rows())
        .extracting(Cockpit.Row::entry)
        .containsExactly(plan.get(12));
    assertThat(cockpit.find(new Cockpit.Filter("blocked", "", "", ""), 0, 500).rows())
        .extracting(Cockpit.Row::entry)
        .isEqualTo(plan.stream().filter(entry -> !entry.ready()).toList());
    assertThat(cockpit.find(new Cockpit.Filter("", "TITLE_TAKEN", "", ""), 0, 0).all())
        .isEqualTo(
            plan.stream()
                .filter(entry ->
                    entry.checks().stream().anyMatch(one -> one.code().equals("TITLE_TAKEN")))
                .count());
    assertThat(cockpit.find(new Cockpit.Filter("", "", "", "nowhere"), 0, 5).all()).isZero();
  }

  @Test
  void aLookReadsOnlyWhatTheLedgerGrewBy() throws IOException {
    List<PlanEntry> plan = plan(new Random(1), 20);
    Cockpit cockpit = Cockpit.open(folder);
    try (Ledger ledger = ledger()) {
      ledger.append(Step.PROVEN, FileKey.of(plan.get(3)), Map.of("title", "File:A.jpg"));
      assertThat(cockpit.status().proven()).isEqualTo(1);
      // Whoever read the beginning again would find it damaged.
      try (RandomAccessFile file =
          new RandomAccessFile(folder.resolve("ledger.jsonl").toFile(), "rw")) {
        file.write("######".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
      ledger.append(Step.PROVEN, FileKey.of(plan.get(4)), Map.of("title", "File:B.jpg"));

      assertThat(cockpit.status().proven()).isEqualTo(2);
    }
  }
}
