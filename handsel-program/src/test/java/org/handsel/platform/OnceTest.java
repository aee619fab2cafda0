package org.handsel.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OnceTest {
  private final AtomicInteger made = new AtomicInteger();

  @Test
  void nothingIsMadeBeforeSomebodyAsksAndThenOnceForAllThreads() throws Exception {
    Once<Integer> table = Once.of(made::incrementAndGet);
    assertThat(made).hasValue(0);
    CountDownLatch go = new CountDownLatch(1);
    try (ExecutorService askers = Executors.newFixedThreadPool(8)) {
      var answers =
          IntStream.range(0, 8)
              .<Future<Integer>>mapToObj(i ->
                  askers.submit(() -> {
                    go.await();
                    return table.get();
                  }))
              .toList();
      go.countDown();
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isEqualTo(1);
      }
    }
  }

  @Test
  void whatCouldNotBeMadeIsTriedAgain() {
    Once<Integer> table =
        Once.of(() -> {
          if (made.incrementAndGet() == 1) {
            throw new IllegalStateException("not yet");
          }
          return made.get();
        });
    assertThatThrownBy(table::get).hasMessage("not yet");
    assertThat(table.get()).isEqualTo(2);
  }
}
