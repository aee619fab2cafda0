package org.handsel.collection.harvest;

import java.time.Clock;
import java.time.Duration;

/// How fast and how patiently a repository is asked.
///
/// @param clock for times that the repository names
/// @param waiter waits
/// @param between least time between two requests
/// @param tries how often one request is tried
/// @param longest longest wait that a repository may ask for
public record HarvestPace(
    Clock clock, Waiter waiter, Duration between, int tries, Duration longest) {

  /// Waits; tests need not.
  @FunctionalInterface
  public interface Waiter {
    /// Returns when the time is over.
    ///
    /// @throws InterruptedException when the harvest is to stop
    void pause(Duration time) throws InterruptedException;
  }
}
