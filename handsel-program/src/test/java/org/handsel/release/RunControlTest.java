package org.handsel.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run is held, continued and ended by somebody in another window.
class RunControlTest {
  @TempDir Path folder;

  @Test
  void aRunIsHeldGoesOnAndEnds() {
    try (Rehearsal rehearsal = new Rehearsal(folder).files(60)) {
      rehearsal.wiki.serviceTime(Duration.ofMillis(60));
      assertThat(RunControl.tell(folder, RunControl.Order.PAUSE)).isFalse();
      CompletableFuture<RunReport> run = CompletableFuture.supplyAsync(rehearsal::run);
      uploads(rehearsal, 1);

      assertThat(RunControl.tell(folder, RunControl.Order.PAUSE)).isTrue();
      assertThat(RunControl.state(folder)).isEqualTo(RunControl.State.PAUSED);
      // Nothing new for a second: what was on the wire is over by then.
      await()
          .atMost(Duration.ofSeconds(20))
          .until(
              new java.util.concurrent.Callable<Boolean>() {
                private long last = -1;
                private long since = System.nanoTime();

                @Override
                public Boolean call() {
                  long now = rehearsal.wiki.count("action=upload");
                  if (now != last) {
                    last = now;
                    since = System.nanoTime();
                  }
                  return System.nanoTime() - since > 1_000_000_000L;
                }
              });
      long held = rehearsal.wiki.count("action=upload");
      assertThat(held).isLessThan(60);
      assertThat(run).isNotDone();

      assertThat(RunControl.tell(folder, RunControl.Order.GO)).isTrue();
      uploads(rehearsal, held + 2);
      assertThat(RunControl.tell(folder, RunControl.Order.STOP)).isTrue();
      RunReport report = run.join();

      assertThat(report.message()).contains("Stopped");
      assertThat(report.status().proven()).isBetween((int) held, 59);
      assertThat(RunControl.state(folder)).isEqualTo(RunControl.State.IDLE);
      rehearsal.wiki.serviceTime(Duration.ZERO);
      assertThat(rehearsal.run().status().proven()).isEqualTo(60);
      assertThat(rehearsal.wiki.commits()).isEqualTo(60);
    }
  }

  private static void uploads(Rehearsal rehearsal, long number) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> rehearsal.wiki.count("action=upload") >= number);
  }
}
