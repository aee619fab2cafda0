package org.handsel.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class HandoverTest {
  private static final Duration LONG = Duration.ofMinutes(10);

  private final Handover<Integer> handover = new Handover<>(10);

  @Test
  void whatIsThereIsTakenAtOnceWhenNoMoreIsExpected() {
    handover.put(1);
    handover.put(2);

    assertThat(handover.take(5, LONG, () -> false)).containsExactly(1, 2);
  }

  @Test
  void whatIsExpectedIsWaitedForUntilEnoughCame() {
    handover.put(1);
    CompletableFuture<List<Integer>> taken =
        CompletableFuture.supplyAsync(() -> handover.take(3, LONG, () -> true));

    handover.put(2);
    handover.put(3);

    assertThat(taken.join()).containsExactly(1, 2, 3);
  }

  @Test
  void theMomentEnds() {
    handover.put(1);

    assertThat(handover.take(3, Duration.ofMillis(1), () -> true)).containsExactly(1);
  }

  @Test
  void nothingIsExpectedOfWhatIsClosed() {
    handover.put(1);
    handover.close();

    assertThat(handover.take(3, LONG, () -> true)).containsExactly(1);
    assertThat(handover.take(3, LONG, () -> true)).isEmpty();
  }
}
