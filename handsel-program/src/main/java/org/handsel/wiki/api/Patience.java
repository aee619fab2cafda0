package org.handsel.wiki.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/// How long and how often something that may pass by itself is tried again: waits double from
/// `first` to `longest`, with a random part so that many clients do not come back together, and end
/// after `total`. A time that the wiki names is honoured as the least wait.
///
/// Immutable; may be shared by threads when its clock, waiter and random source may.
public record Patience(
    Clock clock,
    Waiter waiter,
    RandomGenerator random,
    Duration total,
    Duration first,
    Duration longest) {

  /// Real time: waits of 1 s to 1 min, ten minutes in all.
  public static Patience real() {
    return new Patience(
        Clock.systemUTC(),
        Waiter.SLEEP,
        new java.util.Random(),
        Duration.ofMinutes(10),
        Duration.ofSeconds(1),
        Duration.ofMinutes(1));
  }

  public Patience lasting(Duration otherTotal) {
    return new Patience(clock, waiter, random, otherTotal, first, longest);
  }

  /// With other waits between two tries.
  public Patience every(Duration otherFirst, Duration otherLongest) {
    return new Patience(clock, waiter, random, total, otherFirst, otherLongest);
  }

  public Patience waitingBy(Waiter otherWaiter) {
    return new Patience(clock, otherWaiter, random, total, first, longest);
  }

  /// Starts to count.
  public Trying begin() {
    return new Trying(this);
  }

  /// One thing being tried; for one thread.
  public static final class Trying {
    private final Patience patience;
    private Instant end;
    private Duration next;
    private boolean extended;

    private Trying(Patience patience) {
      this.patience = patience;
      this.end = patience.clock.instant().plus(patience.total);
      this.next = patience.first;
    }

    /// Makes sure that at least this much time is left, because a known limit lasts longer than the
    /// ordinary patience.
    public void extendTo(Duration time) {
      Instant later = patience.clock.instant().plus(time);
      end = later.isAfter(end) ? later : end;
    }

    /// The same, but only the first time that it is asked for.
    public void extendOnce(Duration time) {
      if (!extended) {
        extended = true;
        extendTo(time);
      }
    }

    /// Waits before the next attempt.
    ///
    /// @return false when the time is up or would be before the wiki's own wait ends (without
    ///   waiting), or the wait was ended
    public boolean again(ApiFailure failure) throws InterruptedException {
      Instant now = patience.clock.instant();
      Duration asked = failure.retryAfter() == null ? Duration.ZERO : failure.retryAfter();
      // A wait that the wiki asks for and that lasts too long is not shortened but not begun.
      if (!now.isBefore(end) || now.plus(asked).isAfter(end)) {
        return false;
      }
      Duration own = next.plusMillis(patience.random.nextLong(next.toMillis() / 2 + 1));
      boolean waited = patience.waiter.pause(asked.compareTo(own) > 0 ? asked : own);
      Duration doubled = next.multipliedBy(2);
      next = doubled.compareTo(patience.longest) > 0 ? patience.longest : doubled;
      return waited;
    }
  }
}
