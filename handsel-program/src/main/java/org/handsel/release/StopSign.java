package org.handsel.release;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.handsel.wiki.api.Waiter;

/// Ends a run in order: waits end at once, what is on the wire is finished. Safe for threads.
final class StopSign implements Waiter {
  private final CountDownLatch raised = new CountDownLatch(1);

  void raise() {
    raised.countDown();
  }

  boolean isRaised() {
    return raised.getCount() == 0;
  }

  @Override
  public boolean pause(Duration time) throws InterruptedException {
    return !raised.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }
}
