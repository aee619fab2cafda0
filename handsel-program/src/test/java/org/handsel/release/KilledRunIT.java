package org.handsel.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;
import org.handsel.wiki.api.Login;
import org.handsel.wiki.api.WikiAddress;
import org.handsel.wiki.api.WikiSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A process of its own is killed hard, twenty times (`-Dhandsel.kills=200` in the long form) at
/// random moments, and started again; ten times with a clock of its own that is wrong or jumps.
class KilledRunIT {
  private static final int KILLS = Integer.getInteger("handsel.kills", 20);
  private static final int FILES = 6 * KILLS;

  @TempDir Path folder;

  /// What the killed process does.
  static final class Victim {
    private Victim() {}

    public static void main(String[] args) {
      RunOptions options =
          RunOptions.DEFAULT.parallel(Integer.parseInt(args[1])).patience(Duration.ofSeconds(20));
      RunReport report = run(args, options);
      System.out.println(args[0] + " " + report.message());
      System.exit(report.exit().code());
    }

    private static RunReport run(String[] args, RunOptions options) {
      try {
        return new ReleaseRun(Path.of(args[2]), options)
            .run(
                WikiAddress.parse(args[3]),
                new Login(args[4], args[5]),
                WikiSettings.of("tester@example.org").chunks(10_000, 4_000),
                Progress.NONE);
      } catch (HandselException e) {
        System.out.println(e.getMessage());
        System.exit(e.exit().code());
        throw e;
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2})
  void killsLoseNothingAndDoubleNothing(int seed) throws Exception {
    Random random = new Random(seed);
    try (Rehearsal rehearsal = new Rehearsal(folder).files(FILES)) {
      for (int i = 1; i <= 5; i++) {
        rehearsal.file("File:Large %d.jpg".formatted(i), 1000 + i, 18_000, java.util.Map.of());
      }
      rehearsal.wiki.serviceTime(Duration.ofMillis(60));
      int kills = 0;
      while (kills < KILLS) {
        Process victim = start(rehearsal, seed == 1 ? 1 : 3, "kill-" + kills);
        // Counted from the first sign of life, so that the kills fall into the work itself.
        long before = rehearsal.wiki.requests().size();
        await()
            .pollInterval(Duration.ofMillis(5))
            .atMost(Duration.ofSeconds(60))
            .until(() -> !victim.isAlive() || rehearsal.wiki.requests().size() > before);
        if (!victim.waitFor(50 + random.nextInt(500), TimeUnit.MILLISECONDS)) {
          victim.destroyForcibly().waitFor();
          kills++;
        } else {
          break;
        }
      }
      assertThat(start(rehearsal, 3, "last").waitFor()).isZero();

      assertThat(kills).isGreaterThan(5);
      assertThat(rehearsal.wiki.commits()).isEqualTo(FILES + 5);
      assertThat(rehearsal.wiki.files()).hasSize(FILES + 5);
      assertThat(rehearsal.reported()).containsExactlyElementsOf(rehearsal.wiki.files().keySet());
      System.out.printf(
          "%d kills, %d upload requests%n", kills, rehearsal.wiki.count("action=upload"));
    }
  }

  /// Debian's `faketime` gives the killed process a clock of its own: years ahead, years behind,
  /// fast, or set anew at each start.
  @Test
  void aWrongClockLosesNothing() throws Exception {
    List<String> clocks =
        List.of(
            "-10y",
            "+3y",
            "-1d",
            "+40d x5",
            "-2h x0.5",
            "@2000-01-01 00:00:00",
            "+1h",
            "-1h",
            "@2038-02-01 03:14:08",
            "+0 x20");
    Random random = new Random(3);
    try (Rehearsal rehearsal = new Rehearsal(folder).files(60)) {
      rehearsal.wiki.serviceTime(Duration.ofMillis(60));
      for (String clock : clocks) {
        Process victim = start(rehearsal, 2, "clock", "faketime", "-f", clock);
        long before = rehearsal.wiki.count("action=upload");
        await()
            .pollInterval(Duration.ofMillis(5))
            .atMost(Duration.ofSeconds(60))
            .until(() -> !victim.isAlive() || rehearsal.wiki.count("action=upload") > before);
        if (!victim.waitFor(50 + random.nextInt(400), TimeUnit.MILLISECONDS)) {
          // The program runs below faketime's own process.
          victim.descendants().forEach(ProcessHandle::destroyForcibly);
          victim.destroyForcibly().waitFor();
        }
      }
      assertThat(start(rehearsal, 3, "last", "faketime", "-f", "-5y").waitFor()).isZero();

      assertThat(rehearsal.wiki.commits()).isEqualTo(60);
      assertThat(rehearsal.wiki.files()).hasSize(60);
      assertThat(rehearsal.reported()).containsExactlyElementsOf(rehearsal.wiki.files().keySet());
      String ledger = Files.readString(folder.resolve("ledger.jsonl"));
      assertThat(ledger).contains("\"at\":\"2000-", "\"at\":\"2038-");
    }
  }

  /// The disk is full in the middle: the run says so, and the next one goes on.
  @Test
  void aFullDiskStopsTheRunAndTheNextGoesOn() throws Exception {
    try (Rehearsal rehearsal = new Rehearsal(folder).files(40)) {
      // No file of this process may grow beyond 8 kB: writing fails as on a full disk.
      Process victim =
          start(
              rehearsal, 2, "full", "bash", "-c", "ulimit -f 8; trap '' XFSZ; exec \"$0\" \"$@\"");
      assertThat(victim.waitFor()).isEqualTo(3);
      assertThat(rehearsal.wiki.files().size()).isBetween(1, 39);

      assertThat(start(rehearsal, 2, "last").waitFor()).isZero();

      assertThat(rehearsal.wiki.commits()).isEqualTo(40);
      assertThat(rehearsal.reported()).containsExactlyElementsOf(rehearsal.wiki.files().keySet());
    }
  }

  private Process start(Rehearsal rehearsal, int parallel, String mark, String... before)
      throws Exception {
    Login login = rehearsal.wiki.login();
    List<String> command = new ArrayList<>(List.of(before));
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xshare:auto",
            "-XX:-UsePerfData",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Victim.class.getName(),
            mark,
            Integer.toString(parallel),
            folder.toString(),
            rehearsal.wiki.address().toString(),
            login.name(),
            login.password()));
    File log = Files.createTempFile(folder, mark, ".log").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
    // Waits of the virtual machine count by the other clock.
    builder.environment().put("FAKETIME_DONT_FAKE_MONOTONIC", "1");
    return builder.start();
  }
}
