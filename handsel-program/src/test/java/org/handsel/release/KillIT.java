package org.handsel.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.handsel.platform.Progress;
import org.handsel.testbed.RealWiki;
import org.handsel.wiki.api.Login;
import org.handsel.wiki.api.WikiAddress;
import org.handsel.wiki.api.WikiSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A process that uploads to a real MediaWiki is killed twenty times (`-Dhandsel.kills=200` in the
/// long form) at random moments and started again: at the end every file is there once and whole.
@Tag("wiki")
class KillIT {
  private static final int KILLS = Integer.getInteger("handsel.kills", 20);
  private static final int FILES = 6 * KILLS;
  private static final String CONTACT = "kill-test@example.org";

  @TempDir Path folder;

  /// What the killed process does: folder, address of the API, name, password, uploads in flight.
  static final class Victim {
    private Victim() {}

    public static void main(String[] args) {
      RunReport report =
          new ReleaseRun(
                  Path.of(args[0]),
                  RunOptions.DEFAULT
                      .parallel(Integer.parseInt(args[4]))
                      .patience(Duration.ofMinutes(1)))
              .run(
                  WikiAddress.parse(args[1]),
                  new Login(args[2], args[3]),
                  WikiSettings.of(CONTACT).chunks(20_000, 8_000),
                  Progress.NONE);
      System.out.println(report.message());
      System.exit(report.exit().code());
    }
  }

  @ParameterizedTest(name = "seed {0}, {1} in flight")
  @CsvSource({"1, 1", "2, 3"})
  void killsLoseNothingAndDoubleNothing(long seed, int parallel) throws Exception {
    Random random = new Random(seed);
    RealRelease release = new RealRelease(folder);
    for (int i = 1; i <= FILES; i++) {
      // Every tenth is large enough to go in pieces.
      release.picture(
          "File:Killed %d of seed %d.jpg".formatted(i, seed),
          seed * 1_000 + i,
          i % 10 == 0 ? 200 : 80);
    }
    try (RealWiki wiki = RealWiki.start("kills")) {
      wiki.setOverrides("{\"wgRateLimits\":{\"edit\":{\"user\":[5000,60]}}}");
      int kills = 0;
      for (; kills < KILLS; kills++) {
        Process victim = start(wiki, parallel);
        int before = wiki.accessLog(CONTACT).size();
        await()
            .pollInterval(Duration.ofMillis(5))
            .atMost(Duration.ofSeconds(120))
            .until(() -> !victim.isAlive() || wiki.accessLog(CONTACT).size() > before);
        if (victim.waitFor(100 + random.nextInt(1_300), TimeUnit.MILLISECONDS)) {
          break;
        }
        victim.destroyForcibly().waitFor();
      }
      int atLastKill = wiki.state().files().size();
      Process last = start(wiki, parallel);
      assertThat(last.waitFor(5 + KILLS / 10, TimeUnit.MINUTES)).isTrue();
      assertThat(last.exitValue()).as("log in %s", folder.resolve("victim.log")).isZero();

      Map<String, String> files = wiki.state().files();
      System.out.printf(
          "seed %d, %d in flight: %d kills, %d of %d files after the last, %d at the end, %d"
              + " requests%n",
          seed, parallel, kills, atLastKill, FILES, files.size(), wiki.accessLog(CONTACT).size());
      assertThat(files).isEqualTo(release.wanted());
      assertThat(release.reported()).containsExactlyElementsOf(files.keySet());
      assertThat(kills).isEqualTo(KILLS);
      for (PlanEntry entry : release.plan()) {
        assertThat(wiki.state().versions(entry.title())).isEqualTo(1);
        assertThat(wiki.state().text(entry.title())).isEqualTo(entry.wikitext());
        assertThat(wiki.state().structuredData(entry.title()).at("/statements/P217")).hasSize(1);
      }
    }
  }

  private Process start(RealWiki wiki, int parallel) throws Exception {
    RealWiki.Login login = wiki.bot();
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Victim.class.getName(),
            folder.toString(),
            wiki.api().toString(),
            login.name(),
            login.password(),
            Integer.toString(parallel));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("victim.log").toFile()))
        .start();
  }
}
