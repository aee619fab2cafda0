package org.handsel.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.handsel.platform.Exit;
import org.handsel.platform.HandselException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PilotTest {
  @TempDir Path folder;
  private Rehearsal rehearsal;

  @BeforeEach
  void open() {
    rehearsal = new Rehearsal(folder).files(6);
    rehearsal.options = RunOptions.DEFAULT.pilot(2);
  }

  @AfterEach
  void close() {
    rehearsal.close();
  }

  @Test
  void aPilotSendsTheFirstFilesAndWaits() {
    RunReport report = rehearsal.run();

    assertThat(report.exit()).isEqualTo(Exit.DONE);
    assertThat(report.message()).contains("release judge");
    assertThat(report.status().pilot()).isEqualTo("waiting for judgement");
    assertThat(rehearsal.wiki.files()).containsOnlyKeys("File:Picture 1.jpg", "File:Picture 2.jpg");
  }

  @Test
  void withoutAJudgementNothingMoreIsSent() {
    rehearsal.run();

    for (int pilot : new int[] {0, 2, 4}) {
      rehearsal.options = RunOptions.DEFAULT.pilot(pilot);
      assertThatThrownBy(rehearsal::run)
          .isInstanceOfSatisfying(
              HandselException.class, e -> assertThat(e.exit()).isEqualTo(Exit.USAGE))
          .hasMessageContaining("release judge");
    }
    assertThat(rehearsal.wiki.files()).hasSize(2);
  }

  @Test
  void anAcceptedPilotFreesTheRest() throws Exception {
    rehearsal.run();

    ReleaseRun.judge(folder, true, "Ada", "fine", rehearsal.clock);
    rehearsal.options = RunOptions.DEFAULT;

    assertThat(rehearsal.run().status().proven()).isEqualTo(6);
    assertThat(Files.readString(folder.resolve("ledger.jsonl")))
        .contains("\"accepted\"", "\"Ada\"", "\"fine\"");
  }

  @Test
  void aRejectedPilotKeepsTheRestBackUntilANewOneIsAccepted() {
    rehearsal.run();
    ReleaseRun.judge(folder, false, "Ada", "wrong dates", rehearsal.clock);

    rehearsal.options = RunOptions.DEFAULT;
    assertThatThrownBy(rehearsal::run).hasMessageContaining("rejected by Ada");

    rehearsal.options = RunOptions.DEFAULT.pilot(1);
    assertThat(rehearsal.run().status().proven()).isEqualTo(3);
    ReleaseRun.judge(folder, true, "Ada", "", rehearsal.clock);
    rehearsal.options = RunOptions.DEFAULT;
    assertThat(rehearsal.run().status().proven()).isEqualTo(6);
  }

  @Test
  void anInterruptedPilotIsFinishedAndGoesNoFurther() {
    rehearsal.hook =
        point -> {
          if (point.equals("after ANSWERED")) {
            throw new AssertionError("killed");
          }
        };
    assertThatThrownBy(rehearsal::run).isInstanceOf(AssertionError.class);
    rehearsal.hook = RunHook.NONE;
    rehearsal.options = RunOptions.DEFAULT;

    assertThat(rehearsal.run().status().pilot()).isEqualTo("waiting for judgement");

    assertThat(rehearsal.wiki.files()).hasSize(2);
  }

  @Test
  void thereIsNothingToJudgeBeforeAPilot() {
    assertThatThrownBy(() -> ReleaseRun.judge(folder, true, "Ada", "", rehearsal.clock))
        .hasMessageContaining("no pilot to judge");
  }

  @Test
  void aReleaseWithoutAPilotRunsAsAWhole() {
    rehearsal.options = RunOptions.DEFAULT;

    assertThat(rehearsal.run().status().proven()).isEqualTo(6);
  }
}
