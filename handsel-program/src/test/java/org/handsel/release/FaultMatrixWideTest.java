package org.handsel.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.handsel.platform.HandselException;
import org.handsel.wiki.api.Wiki;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every reaction that the table of error codes knows, and every way in which an answer can be
/// lost, at every step of a file, once and always (a few times in the long form): what is on the
/// wiki is in the ledger and in the report, nothing comes twice, and the next run finishes it.
class FaultMatrixWideTest {
  /// Requests of a run, each by a part of what tells it from the others.
  private static final List<String> STEPS =
      List.of(
          "action=login",
          "meta=tokens",
          "meta=siteinfo",
          "titles=File:One",
          "list=allimages",
          "filename=One.jpg",
          "filename=Large two.jpg&offset=0",
          "filename=Large two.jpg&offset=4000",
          "filename=Large two.jpg&offset=&",
          "action=wbgetentities",
          "action=wbeditentity");

  private static final int[] TIMES =
      Boolean.getBoolean("handsel.long")
          ? new int[] {1, 2, 3, 1_000_000}
          : new int[] {1, 1_000_000};

  @TempDir Path folder;

  static Stream<String> faults() throws IOException {
    Stream<String> transport =
        Stream.of(
            "503-before",
            "503-after",
            "cut-before",
            "cut-after",
            "html-before",
            "html-after",
            "torn-after",
            "nonsense-after",
            "a-code-that-nobody-knows");
    try (BufferedReader table =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Wiki.class.getResourceAsStream("error-classes.tsv")),
                StandardCharsets.UTF_8))) {
      List<String> codes =
          table
              .lines()
              .skip(1)
              .map(line -> line.substring(0, line.indexOf('\t')).replace("*", "Some"))
              // What the client itself finds out is not sent by a wiki.
              .filter(code -> !code.startsWith("http-") && !code.startsWith("no-"))
              .toList();
      return Stream.concat(transport, codes.stream()).toList().stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void whatIsReportedIsOnTheWikiAndTheNextRunFinishes(String kind) {
    int number = 0;
    for (String step : STEPS) {
      for (int times : TIMES) {
        RunOptions options = RunOptions.DEFAULT.parallel(1 + number % 3);
        try (Rehearsal rehearsal = Rehearsal.patient(folder.resolve("r" + number++), options)) {
          rehearsal.file("File:One.jpg", 1, 300, Rehearsal.DATA);

          finishes(rehearsal, step, kind, times);
        }
      }
    }
  }

  /// Requests that only the other ways have: fetched by the wiki, assembled and published when it
  /// has time, brought ahead of their publication.
  private static final List<String> OTHER_STEPS =
      List.of(
          "filename=One.jpg&offset=&meta=&list=&prop=&titles=&filekey=&checkstatus=&url=http",
          "filename=One.jpg&offset=&meta=&list=&prop=&titles=&filekey=whole",
          "filename=Large two.jpg&offset=8000",
          "filename=Large two.jpg&offset=&meta=&list=&prop=&titles=&filekey=whole",
          "checkstatus=1");

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void theOtherWaysLoseNothingAndDoubleNothing(String kind) {
    int number = 0;
    for (String step : OTHER_STEPS) {
      for (int times : TIMES) {
        RunOptions options = RunOptions.DEFAULT.ways(new RunOptions.Ways(true, true, number % 3));
        try (Rehearsal rehearsal = Rehearsal.patient(folder.resolve("w" + number++), options)) {
          rehearsal.onTheWeb("File:One.jpg", 1, 300, Rehearsal.DATA);

          finishes(rehearsal, step, kind, times);
        }
      }
    }
  }

  /// Brings a second, large file, too: runs with the fault, then without.
  private static void finishes(Rehearsal rehearsal, String step, String kind, int times) {
    String what = "%s, %d times at %s".formatted(kind, times, step);
    rehearsal.file("File:Large two.jpg", 2, 11_000, Rehearsal.DATA);
    rehearsal.wiki.fault(step, kind, times);
    try {
      rehearsal.run();
      assertThat(rehearsal.reported()).as(what).isSubsetOf(rehearsal.wiki.files().keySet());
    } catch (HandselException e) {
      assertThat(e.getMessage()).as(what).isNotBlank();
    }
    assertThat(rehearsal.wiki.count(step)).as("requests hit by " + what).isPositive();
    rehearsal.wiki.calm();
    rehearsal.options = rehearsal.options.recheck(true);
    rehearsal.run();

    rehearsal.assertReportedOnceAndWhole(what);
  }

  @Test
  void anHourWithoutWritingIsWaitedFor() {
    try (Rehearsal rehearsal = new Rehearsal(folder).files(4)) {
      rehearsal.file("File:With data.jpg", 9, 300, Rehearsal.DATA);
      rehearsal.wiki.readOnlyFor(Duration.ofHours(1));

      RunReport report = rehearsal.run();

      assertThat(report.status().proven()).isEqualTo(5);
      assertThat(report.status().dataProblems()).isZero();
      assertThat(rehearsal.wiki.commits()).isEqualTo(5);
    }
  }
}
