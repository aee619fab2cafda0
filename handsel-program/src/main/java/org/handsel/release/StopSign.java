package org.handsel.release;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.handsel.wiki.api.Waiter;

/// Ends a run in order, or holds it for a while: waits end at once, what is on the wire is
/// finished. Safe for threads.
final class StopSign implements Waiter {
  private final CountDownLatch raised = new CountDownLatch(1);
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean held;

  void raise() {
    raised.countDown();
    go();
  }

  boolean isRaised() {
    return raised.getCount() == 0;
  }

  /// Nothing new is begun until [#go()].
  void hold() {
    lock.lock();
    try {
      held = !isRaised();
    } finally {
      lock.unlock();
    }
  }

  void go() {
    lock.lock();
    try {
      held = false;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Waits while the run is held.
  ///
  /// @return whether it was
  boolean pass() throws InterruptedException {
    lock.lock();
    try {
      boolean waited = false;
      while (held && !isRaised()) {
        changed.await();
        waited = true;
      }
      return waited;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean pause(Duration time) throws InterruptedException {
    return !raised.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }
}
