package org.handsel.platform;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/// Ids that sort by the time at which they were given: UUIDs of version 7 (RFC 9562).
///
/// Ids of one instance always rise, also within a millisecond and when the clock stands still or is
/// set back. Safe for use by many threads.
public final class Ids {
  private static final int COUNTER_BITS = 12;

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private long last;

  public Ids(Clock clock) {
    this.clock = clock;
  }

  /// The next id as text of 36 characters.
  public String next() {
    long ticks = tick();
    long milliseconds = ticks >>> COUNTER_BITS;
    long counter = ticks & ((1L << COUNTER_BITS) - 1);
    long high = milliseconds << 16 | 0x7000L | counter;
    long low = 0x8000_0000_0000_0000L | random.nextLong() >>> 2;
    return new UUID(high, low).toString();
  }

  private synchronized long tick() {
    last = Math.max(last + 1, clock.millis() << COUNTER_BITS);
    return last;
  }
}
