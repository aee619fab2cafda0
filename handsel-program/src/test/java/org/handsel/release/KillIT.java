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
import org.handsel.testbed.RequestCount;
import org.handsel.wiki.api.Login;
import org.handsel.wiki.api.WikiAddress;
import org.handsel.wiki.api.WikiSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A process that uploads to a real MediaWiki is killed twenty times (`-Dhandsel.kills=200` in the
/// long form) and started again: at the end every file is there once and whole. It is killed some
/// milliseconds after a random one of its first thirty requests, so that a slow machine meets the
/// same moments of the work as a fast one.
@Tag("wiki")
class KillIT {
  private static final int KILLS = Integer.getInteger("handsel.kills", 20);
  private static final int FILES_A_KILL = 6;
  private static final int REQUESTS = 30;
  private static final int MILLISECONDS = 250;
  private static final String CONTACT = "kill-test@example.org";

  @TempDir Path folder;

  /// What the killed process does: folder, address of the API, name, password, uploads in flight,
  /// files brought ahead (then the wiki publishes them when it has time).
  static final class Victim {
    private Victim() {}

    public static void main(String[] args) {
      RunReport report =
          new ReleaseRun(
                  Path.of(args[0]),
                  RunOptions.DEFAULT
                      .parallel(Integer.parseInt(args[4]))
                      .ways(
                          new RunOptions.Ways(
                              false, !args[5].equals("0"), Integer.parseInt(args[5])))
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

  /// Where the wiki publishes by itself, a kill meets a wiki that goes on: a quarter as many.
  @ParameterizedTest(name = "seed {0}, {1} in flight, {2} ahead")
  @CsvSource({"1, 1, 0", "2, 3, 0", "3, 2, 3"})
  void killsLoseNothingAndDoubleNothing(long seed, int parallel, int ahead) throws Exception {
    int wanted = ahead == 0 ? KILLS : KILLS / 4;
    int number = FILES_A_KILL * wanted;
    Random random = new Random(seed);
    RealRelease release = new RealRelease(folder);
    for (int i = 1; i <= number; i++) {
      // Every tenth is large enough to go in pieces.
      release.picture(
          "File:Killed %d of seed %d.jpg".formatted(i, seed),
          seed * 10_000 + i,
          i % 10 == 0 ? 200 : 80);
    }
    try (RealWiki wiki = RealWiki.start("kills")) {
      wiki.setOverrides("{\"wgRateLimits\":{\"edit\":{\"user\":[5000,60]}}}");
      RequestCount requests = wiki.requests(CONTACT);
      int kills = 0;
      for (; kills < wanted; kills++) {
        int until = requests.answered() + 1 + random.nextInt(REQUESTS);
        Process victim = start(wiki, parallel, ahead);
        await()
            .pollInterval(Duration.ofMillis(5))
            .atMost(Duration.ofMinutes(3))
            .until(() -> !victim.isAlive() || requests.answered() >= until);
        if (victim.waitFor(random.nextInt(MILLISECONDS), TimeUnit.MILLISECONDS)) {
          break;
        }
        victim.destroyForcibly().waitFor();
      }
      int atLastKill = wiki.state().files().size();
      Process last = start(wiki, parallel, ahead);
      assertThat(last.waitFor(5 + KILLS / 10, TimeUnit.MINUTES)).isTrue();
      assertThat(last.exitValue()).as("log in %s", folder.resolve("victim.log")).isZero();

      Map<String, String> files = wiki.state().files();
      System.out.printf(
          "seed %d, %d in flight, %d ahead: %d kills, %d of %d files after the last, %d at the end,"
              + " %d requests%n",
          seed, parallel, ahead, kills, atLastKill, number, files.size(), requests.answered());
      assertThat(files).isEqualTo(release.wanted());
      assertThat(release.reported()).containsExactlyElementsOf(files.keySet());
      assertThat(kills).isEqualTo(wanted);
      for (PlanEntry entry : release.plan()) {
        assertThat(wiki.state().versions(entry.title())).isEqualTo(1);
        assertThat(wiki.state().text(entry.title())).isEqualTo(entry.wikitext());
        assertThat(wiki.state().structuredData(entry.title()).at("/statements/P217")).hasSize(1);
      }
    }
  }

  private Process start(RealWiki wiki, int parallel, int ahead) throws Exception {
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
            Integer.toString(parallel),
            Integer.toString(ahead));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("victim.log").toFile()))
        .start();
  }
}
