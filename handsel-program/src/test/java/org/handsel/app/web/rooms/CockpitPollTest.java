package org.handsel.app.web.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.handsel.app.sandbox.Sandbox;
import org.handsel.app.sandbox.SandboxOptions;
import org.handsel.release.ReleaseRun;
import org.handsel.release.RunOptions;
import org.handsel.testing.SetClock;
import org.handsel.testing.WebClient;
import org.handsel.wiki.api.Login;
import org.handsel.wiki.api.WikiAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What one look at the progress of a large release costs while it grows: a made-up plan, and a
/// ledger that tells of some hundred files more between two looks. The times are printed;
/// `-Dhandsel.poll.files=100000` is the large form.
class CockpitPollTest {
  private static final int FILES = Integer.getInteger("handsel.poll.files", 2_000);
  private static final int POLLS = 20;

  @TempDir Path home;

  @Test
  void aLookReadsOnlyWhatIsNew() throws IOException {
    SetClock clock = new SetClock("2026-11-24T08:00:00Z");
    Path release = home.resolve("releases/skarvik");
    try (Bench bench = Bench.open(home, clock)) {
      PlanRoomTest.plan(bench, home, release, clock);
      try (Sandbox wiki = Sandbox.start(SandboxOptions.defaults())) {
        ReleaseRun.run(
            release,
            WikiAddress.parse(wiki.api().toString()),
            new Login(wiki.bot().login(), wiki.bot().password()),
            RunOptions.DEFAULT.pilot(1));
      }
      Path ledger = release.resolve("ledger.jsonl");
      String proven =
          Files.readAllLines(ledger).stream()
              .filter(line -> line.contains("\"step\":\"proven\""))
              .findFirst()
              .orElseThrow();
      String item = proven.replaceFirst(".*\"item\":\"([^\"]*)\".*", "$1");
      String entry =
          Files.readAllLines(release.resolve("plan.jsonl")).stream()
              .filter(line -> line.contains("\"item\":\"" + item + "\""))
              .findFirst()
              .orElseThrow();
      List<String> steps =
          Files.readAllLines(ledger).stream()
              .filter(line -> line.contains("\"item\":\"" + item + "\""))
              .toList();
      enlarge(release.resolve("plan.jsonl"), entry, item);

      WebClient client = bench.client();
      double first = look(client, FILES);
      int each = Math.min(300, (FILES - 1) / POLLS);
      double[] later = new double[POLLS];
      for (int poll = 0; poll < POLLS; poll++) {
        grow(ledger, steps, item, poll * each + 1, each);
        later[poll] = look(client, FILES);
      }
      Arrays.sort(later);
      System.out.printf(
          Locale.ROOT,
          "%,d files: first look %.0f ms; %d looks, %d files more before each: median %.1f ms,"
              + " longest %.1f ms%n",
          FILES,
          first,
          POLLS,
          each,
          later[POLLS / 2],
          later[POLLS - 1]);
      assertThat(client.get("/releases/skarvik/progress").body())
          .contains(String.format(Locale.ENGLISH, "%,d", POLLS * each + 1));
    }
  }

  private static void enlarge(Path plan, String entry, String item) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(plan, StandardOpenOption.TRUNCATE_EXISTING)) {
      for (int i = 0; i < FILES; i++) {
        out.write(i == 0 ? entry : entry.replace(item, item + "-" + i));
        out.write('\n');
      }
    }
  }

  private static void grow(Path ledger, List<String> steps, String item, int from, int files)
      throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = from; i < from + files; i++) {
      for (String step : steps) {
        lines.append(step.replace(item, item + "-" + i)).append('\n');
      }
    }
    Files.writeString(ledger, lines, StandardOpenOption.APPEND);
  }

  /// Milliseconds.
  private static double look(WebClient client, int planned) {
    long start = System.nanoTime();
    String body = client.get("/releases/skarvik/progress").body();
    double took = (System.nanoTime() - start) / 1e6;
    assertThat(body).contains(String.format(Locale.ENGLISH, "%,d", planned));
    return took;
  }
}
