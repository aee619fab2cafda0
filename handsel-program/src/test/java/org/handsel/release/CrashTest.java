package org.handsel.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The program dies at every point at which it can: nothing is lost, nothing comes twice.
class CrashTest {
  @TempDir Path folder;

  /// Stops the program at the n-th point, and everything that still runs at the next.
  private static final class Death implements RunHook {
    private final int at;
    private final AtomicInteger points = new AtomicInteger();

    Death(int at) {
      this.at = at;
    }

    @Override
    public void at(String point) {
      if (points.incrementAndGet() >= at) {
        throw new AssertionError("killed at " + point);
      }
    }
  }

  @ParameterizedTest(name = "{0} in flight, answers lost: {1}, by URL: {2}, async: {3}, ahead: {4}")
  @CsvSource({
    "1, false, false, false, 0",
    "1, true, false, false, 0",
    "3, false, false, false, 0",
    "3, true, false, false, 0",
    "1, false, true, false, 0",
    "2, true, true, true, 0",
    "1, false, false, true, 2",
    "1, true, false, true, 3",
    "1, true, true, true, 2"
  })
  void aRunThatDiesAnywhereIsFinishedByTheNext(
      int parallel, boolean lost, boolean byUrl, boolean async, int ahead) {
    for (int k = 1; ; k++) {
      RunOptions options =
          RunOptions.DEFAULT.parallel(parallel).ways(new RunOptions.Ways(byUrl, async, ahead));
      try (Rehearsal rehearsal = Rehearsal.patient(folder.resolve("k" + k), options)) {
        rehearsal.onTheWeb("File:One.jpg", 1, 300, Rehearsal.DATA);
        rehearsal.onTheWeb("File:Two.jpg", 2, 300, Rehearsal.DATA);
        rehearsal.file("File:Large three.jpg", 3, 11_000, Map.of());
        if (lost) {
          rehearsal.wiki.fault("action=upload", "503-after", 2);
          rehearsal.wiki.fault("action=wbeditentity", "cut-after", 1);
          rehearsal.wiki.fault("checkstatus=1", "503-after", 1);
        }
        boolean died = diesAt(rehearsal, k);
        rehearsal.hook = RunHook.NONE;

        RunReport report = rehearsal.run();

        assertThat(report.status().proven()).as("point %d", k).isEqualTo(3);
        rehearsal.assertReportedOnceAndWhole("point " + k);
        if (!died) {
          assertThat(k).as("points at which the program can die").isGreaterThan(30);
          return;
        }
      }
    }
  }

  @Test
  void aRunMayDieAgainAndAgain() {
    try (Rehearsal rehearsal = new Rehearsal(folder).files(5)) {
      for (int k = 3; diesAt(rehearsal, k); k++) {
        assertThat(k).isLessThan(500);
      }

      assertThat(rehearsal.wiki.commits()).isEqualTo(5);
      assertThat(rehearsal.reported()).containsExactlyElementsOf(rehearsal.wiki.files().keySet());
    }
  }

  private static boolean diesAt(Rehearsal rehearsal, int k) {
    rehearsal.hook = new Death(k);
    try {
      rehearsal.run();
      return false;
    } catch (AssertionError e) {
      return true;
    }
  }
}
