package org.handsel.wiki.api;

import java.time.Duration;

/// Lets time pass. Tests hand in one that only moves their clock.
@FunctionalInterface
public interface Waiter {
  /// Really waits.
  Waiter SLEEP =
      time -> {
        Thread.sleep(time);
        return true;
      };

  /// @return false when whoever waits is to end in order instead
  boolean pause(Duration time) throws InterruptedException;
}
