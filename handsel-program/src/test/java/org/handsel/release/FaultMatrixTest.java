package org.handsel.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.handsel.platform.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// The bar of the fault matrix: reported as released = on the wiki, in every row; what passes ends
/// with all files, what does not ends with the reason.
class FaultMatrixTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/cases/release/faults.tsv",
      delimiter = '\t',
      numLinesToSkip = 1,
      emptyValue = "")
  void whatIsReportedIsOnTheWiki(
      String name, String match, String kind, int times, int onWiki, int refused, String code) {
    for (int parallel : new int[] {1, 4}) {
      try (Rehearsal rehearsal = new Rehearsal(folder.resolve("p" + parallel)).files(4)) {
        rehearsal.options = RunOptions.DEFAULT.parallel(parallel);
        rehearsal.wiki.fault(match, kind, times);

        RunReport report = rehearsal.run();

        assertThat(rehearsal.wiki.files()).hasSize(onWiki);
        assertThat(rehearsal.wiki.commits()).isEqualTo(onWiki);
        assertThat(rehearsal.reported()).containsExactlyElementsOf(rehearsal.wiki.files().keySet());
        assertThat(report.status().proven()).isEqualTo(onWiki);
        assertThat(report.status().refused()).isEqualTo(refused);
        assertThat(report.exit()).isEqualTo(refused == 0 ? Exit.DONE : Exit.PARTIAL);
        assertThat(rehearsal.failures()).hasSize(refused);
        if (code != null) {
          assertThat(rehearsal.failures().getFirst()).contains(code).contains("Picture 2");
        }
      }
    }
  }

  @Test
  void aLimitOfTheWikiIsKeptWithoutARefusedRequest() {
    try (Rehearsal rehearsal = new Rehearsal(folder).files(5)) {
      rehearsal.wiki.limit(2, Duration.ofSeconds(20));

      assertThat(rehearsal.run().status().proven()).isEqualTo(5);

      assertThat(rehearsal.wiki.count("action=upload")).isEqualTo(5);
    }
  }

  @Test
  void aLimitThatLastsLongerThanThePatienceIsWaitedFor() {
    try (Rehearsal rehearsal = new Rehearsal(folder).files(4)) {
      rehearsal.options = RunOptions.DEFAULT.patience(Duration.ofMinutes(1));
      rehearsal.wiki.limit(380, Duration.ofSeconds(4320));
      // Others used the account's places up before this run.
      rehearsal.wiki.fault("action=upload", "ratelimited", 40);

      assertThat(rehearsal.run().status().proven()).isEqualTo(4);
    }
  }

  @Test
  void aWikiThatStaysDownEndsTheRunInOrder() {
    try (Rehearsal rehearsal = new Rehearsal(folder).files(12)) {
      rehearsal.wiki.fault("action=upload", "readonly", 1_000_000);

      RunReport report = rehearsal.run();

      assertThat(report.exit()).isEqualTo(Exit.ENVIRONMENT);
      assertThat(report.message()).contains("readonly").contains("run the same command again");
      assertThat(report.status().proven()).isZero();
      assertThat(rehearsal.wiki.files()).isEmpty();
    }
  }

  @Test
  void aBlockedAccountEndsTheRunAtOnce() {
    try (Rehearsal rehearsal = new Rehearsal(folder).files(6)) {
      rehearsal.wiki.fault("filename=Picture 3", "blocked", 1);

      RunReport report = rehearsal.run();

      assertThat(report.exit()).isEqualTo(Exit.PARTIAL);
      assertThat(report.message()).contains("blocked").contains("administrators");
      assertThat(report.status().proven()).isEqualTo(2);
      assertThat(rehearsal.reported()).containsExactlyElementsOf(rehearsal.wiki.files().keySet());

      assertThat(rehearsal.run().status().proven()).isEqualTo(6);
    }
  }

  @Test
  void aFileThatAlwaysBreaksTheWikiDoesNotHoldUpTheOthers() {
    try (Rehearsal rehearsal = new Rehearsal(folder).files(4)) {
      rehearsal.wiki.fault("filename=Picture 2", "internal_api_error_X", 1_000_000);

      RunReport report = rehearsal.run();

      assertThat(report.status().proven()).isEqualTo(3);
      assertThat(report.status().refused()).isEqualTo(1);
      assertThat(rehearsal.failures().getFirst()).contains("internal_api_error_X");
    }
  }
}
