package org.handsel.release;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import org.handsel.wiki.api.Account;
import org.handsel.wiki.api.Waiter;
import org.jspecify.annotations.Nullable;

/// Keeps within the wiki's limit of uploads, so that no request is wasted on a refusal: never more
/// than `hits` in any stretch of `time`. Safe for threads.
final class RateBucket {
  private final Account.@Nullable RateLimit limit;
  private final Clock clock;
  private final Waiter waiter;
  private final Deque<Instant> sent = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final @Nullable SharedRate shared;

  RateBucket(Account.@Nullable RateLimit limit, Clock clock, Waiter waiter) {
    this(limit, clock, waiter, null);
  }

  /// @param shared with other runs of the same account on the same wiki; null when there are none
  RateBucket(
      Account.@Nullable RateLimit limit, Clock clock, Waiter waiter, @Nullable SharedRate shared) {
    this.shared = shared;
    this.limit = limit;
    this.clock = clock;
    this.waiter = waiter;
  }

  /// Waits for room and takes one place.
  ///
  /// @return false when the wait was ended
  boolean take() throws InterruptedException {
    if (limit == null) {
      return true;
    }
    while (true) {
      Duration wait =
          shared == null
              ? tryTake(limit)
              : shared.take(limit.hits(), limit.time(), clock.instant());
      if (wait.isZero()) {
        return true;
      }
      if (!waiter.pause(wait)) {
        return false;
      }
    }
  }

  /// How long the wiki's limit makes so many uploads last at least.
  Duration least(int uploads) {
    if (limit == null || uploads <= limit.hits()) {
      return Duration.ZERO;
    }
    return limit.time().multipliedBy((uploads - 1) / limit.hits());
  }

  Duration window() {
    return limit == null ? Duration.ZERO : limit.time();
  }

  String words(int uploads) {
    return limit == null
        ? ""
        : "the wiki allows %d uploads per %d s: at least %s for %d files"
            .formatted(limit.hits(), limit.time().toSeconds(), hours(least(uploads)), uploads);
  }

  private Duration tryTake(Account.RateLimit within) {
    lock.lock();
    try {
      Instant now = clock.instant();
      Instant start = now.minus(within.time());
      while (!sent.isEmpty() && !sent.getFirst().isAfter(start)) {
        sent.removeFirst();
      }
      if (sent.size() < within.hits()) {
        sent.add(now);
        return Duration.ZERO;
      }
      // One millisecond more: clocks are read more coarsely than they are compared.
      return Duration.between(start, sent.getFirst()).plusMillis(1);
    } finally {
      lock.unlock();
    }
  }

  private static String hours(Duration time) {
    return "%d h %02d min".formatted(time.toHours(), time.toMinutesPart());
  }
}
