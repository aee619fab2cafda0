package org.handsel.wiki.api;

import java.time.Duration;

/// Lets time pass. Tests hand in one that only moves their clock.
@FunctionalInterface
public interface Waiter {
  /// Really waits.
  Waiter SLEEP = Thread::sleep;

  /// @throws InterruptedException when whoever waits is to end in order
  void pause(Duration time) throws InterruptedException;
}
