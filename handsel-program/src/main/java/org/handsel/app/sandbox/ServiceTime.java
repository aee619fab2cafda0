package org.handsel.app.sandbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Makes every request take its time, as a far and busy wiki does, without using the processor.
final class ServiceTime {
  private final Duration time;
  private final @Nullable Semaphore places;

  /// @param parallel how many are served at once; 0 for any number
  ServiceTime(Duration time, int parallel) {
    this.time = time;
    this.places = parallel == 0 ? null : new Semaphore(parallel, true);
  }

  /// Takes a place; the service time runs from then on.
  long begin() {
    if (places != null) {
      places.acquireUninterruptibly();
    }
    return System.nanoTime();
  }

  /// Waits for the rest of the service time and gives the place back.
  void end(long begun) {
    try {
      long until = begun + time.toNanos();
      for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
        if (Thread.currentThread().isInterrupted()) {
          return;
        }
        LockSupport.parkNanos(left);
      }
    } finally {
      if (places != null) {
        places.release();
      }
    }
  }
}
