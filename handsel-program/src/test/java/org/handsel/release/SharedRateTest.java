package org.handsel.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.handsel.wiki.api.FaultyWiki;
import org.handsel.wiki.api.Login;
import org.handsel.wiki.api.WikiAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several releases of one account stay within one limit.
class SharedRateTest {
  private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir Path folder;

  private SharedRate rate(String account) {
    return new SharedRate(folder, "http://wiki/api.php", account);
  }

  @Test
  void twoRunsTakeNoMorePlacesThanOne() throws Exception {
    assertThat(rate("A").take(2, MINUTE, NOW)).isZero();
    assertThat(rate("A").take(2, MINUTE, NOW.plusSeconds(1))).isZero();

    assertThat(rate("A").take(2, MINUTE, NOW.plusSeconds(2))).isEqualTo(Duration.ofMillis(58_001));
    assertThat(rate("B").take(2, MINUTE, NOW.plusSeconds(2))).isZero();
    assertThat(rate("A").take(2, MINUTE, NOW.plusMillis(60_001))).isZero();
  }

  @Test
  void manyAtTheSameTimeShareThePlaces() throws Exception {
    List<SharedRate> runs = IntStream.range(0, 8).mapToObj(i -> rate("A")).toList();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> taken =
          IntStream.range(0, 80)
              .mapToObj(i ->
                  threads.submit(
                      (Callable<Boolean>) () -> runs.get(i % 8).take(25, MINUTE, NOW).isZero()))
              .toList();
      int places = 0;
      for (Future<Boolean> one : taken) {
        places += one.get() ? 1 : 0;
      }
      assertThat(places).isEqualTo(25);
    }
  }

  @Test
  void aTornFileAndAClockSetBackDoNoHarm() throws Exception {
    rate("A").take(1, MINUTE, NOW.plusSeconds(3_600));
    assertThat(rate("A").take(1, MINUTE, NOW)).isZero();
    try (Stream<Path> files = Files.list(folder)) {
      Files.write(files.toList().getFirst(), new byte[] {1, 2, 3});
    }
    assertThat(rate("A").take(1, MINUTE, NOW)).isZero();
  }

  /// What one of the processes does: its release, the wiki, the folder of the rates.
  static final class Uploader {
    private Uploader() {}

    public static void main(String[] args) {
      RunReport report =
          ReleaseRun.run(
              Path.of(args[0]),
              WikiAddress.parse(args[1]),
              new Login(args[2], args[3]),
              RunOptions.DEFAULT.parallel(2).rates(Path.of(args[4])));
      System.out.println(report.message());
      System.exit(report.exit().code());
    }
  }

  private static void release(Path folder, int first) throws Exception {
    try (Rehearsal rehearsal = new Rehearsal(folder)) {
      for (int i = first; i < first + 8; i++) {
        rehearsal.file("File:Picture %d.jpg".formatted(i), i, 300, Map.of());
      }
    }
  }

  @Test
  void twoProcessesTogetherStayWithinTheLimitOfTheirAccount() throws Exception {
    try (FaultyWiki wiki = new FaultyWiki(Clock.systemUTC())) {
      wiki.limit(8, Duration.ofSeconds(6), Duration.ofSeconds(2));
      List<Process> processes = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        Path own = folder.resolve("release" + i);
        release(own, 1 + 100 * i);
        processes.add(
            new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Uploader.class.getName(),
                    own.toString(),
                    wiki.address().toString(),
                    wiki.login().name(),
                    wiki.login().password(),
                    folder.resolve("rates").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log" + i).toFile())
                .start());
      }
      for (int i = 0; i < 2; i++) {
        assertThat(processes.get(i).waitFor())
            .as(Files.readString(folder.resolve("log" + i)))
            .isZero();
      }

      assertThat(wiki.commits()).isEqualTo(16);
      // Each refusal for the limit would have cost one more request.
      assertThat(wiki.count("action=upload")).isEqualTo(16);
    }
  }
}
