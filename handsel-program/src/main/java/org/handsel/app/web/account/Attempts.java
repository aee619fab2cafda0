package org.handsel.app.web.account;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.handsel.platform.Database;
import org.jdbi.v3.core.Handle;

/// The brake on guessing passwords: after some failures for one account, or from one address, the
/// wait doubles with each further failure, up to a quarter of an hour.
///
/// An attempt is counted before the password is looked at, so that many at once are no way around.
final class Attempts {
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final Duration FORGOTTEN = Duration.ofHours(6);
  private static final int FREE_OF_ACCOUNT = 5;
  private static final int FREE_OF_ADDRESS = 20;

  private final Database database;
  private final Clock clock;

  Attempts(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Counts an attempt, unless it comes too early.
  ///
  /// @return how long to wait; empty when the attempt may go on
  Optional<Duration> begin(String account, String address) {
    return database.writeAndGet(handle -> {
      long now = clock.millis();
      handle
          .createUpdate("delete from login_attempt where last_at < :old")
          .bind("old", now - FORGOTTEN.toMillis())
          .execute();
      Duration wait =
          longer(
              wait(handle, "a:" + account, FREE_OF_ACCOUNT, now),
              wait(handle, "n:" + address, FREE_OF_ADDRESS, now));
      if (wait.isPositive()) {
        return Optional.of(wait);
      }
      count(handle, "a:" + account, now);
      count(handle, "n:" + address, now);
      return Optional.empty();
    });
  }

  /// The attempt succeeded: it and the failures before it are taken back.
  void succeeded(String account, String address) {
    database.write(handle -> {
      handle
          .createUpdate("delete from login_attempt where subject = :s")
          .bind("s", "a:" + account)
          .execute();
      // Whoever has one good account may not reset the count of the address for guessing others.
      handle
          .createUpdate(
              "update login_attempt set failures = failures - 1 where subject = :s and failures >"
                  + " 0")
          .bind("s", "n:" + address)
          .execute();
    });
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static Duration wait(Handle handle, String subject, int free, long now) {
    return handle
        .createQuery("select failures, last_at from login_attempt where subject = :s")
        .bind("s", subject)
        .map((row, context) -> {
          long beyond = row.getLong("failures") - free;
          if (beyond < 0) {
            return Duration.ZERO;
          }
          Duration whole = Duration.ofSeconds(1L << Math.min(beyond, 20));
          Duration due = whole.compareTo(LONGEST) > 0 ? LONGEST : whole;
          return due.minusMillis(Math.max(0, now - row.getLong("last_at")));
        })
        .findOne()
        .orElse(Duration.ZERO);
  }

  private static void count(Handle handle, String subject, long now) {
    handle
        .createUpdate(
            """
            insert into login_attempt (subject, failures, last_at) values (:s, 1, :now)
            on conflict (subject) do update set failures = login_attempt.failures + 1, last_at = excluded.last_at
            """)
        .bind("s", subject)
        .bind("now", now)
        .execute();
  }
}
