package org.handsel.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.handsel.platform.Progress;
import org.handsel.wiki.api.Login;
import org.handsel.wiki.api.WikiAddress;
import org.handsel.wiki.api.WikiSettings;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A process of its own is killed hard, twenty times at random moments, and started again.
class KilledRunIT {
  private static final int FILES = 120;
  @TempDir Path folder;

  /// What the killed process does.
  static final class Victim {
    private Victim() {}

    public static void main(String[] args) {
      RunOptions options =
          RunOptions.DEFAULT.parallel(Integer.parseInt(args[1])).patience(Duration.ofSeconds(20));
      RunReport report =
          new ReleaseRun(Path.of(args[2]), options)
              .run(
                  WikiAddress.parse(args[3]),
                  new Login(args[4], args[5]),
                  WikiSettings.of("tester@example.org").chunks(10_000, 4_000),
                  Progress.NONE);
      System.out.println(args[0] + " " + report.message());
      System.exit(report.exit().code());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2})
  void twentyKillsLoseNothingAndDoubleNothing(int seed) throws Exception {
    Random random = new Random(seed);
    try (Rehearsal rehearsal = new Rehearsal(folder).files(FILES)) {
      for (int i = 1; i <= 5; i++) {
        rehearsal.file("File:Large %d.jpg".formatted(i), 1000 + i, 18_000, java.util.Map.of());
      }
      rehearsal.wiki.serviceTime(Duration.ofMillis(60));
      int kills = 0;
      while (kills < 20) {
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

  private Process start(Rehearsal rehearsal, int parallel, String mark) throws Exception {
    Login login = rehearsal.wiki.login();
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xshare:auto",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Victim.class.getName(),
            mark,
            Integer.toString(parallel),
            folder.toString(),
            rehearsal.wiki.address().toString(),
            login.name(),
            login.password());
    File log = Files.createTempFile(folder, mark, ".log").toFile();
    return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
  }
}
