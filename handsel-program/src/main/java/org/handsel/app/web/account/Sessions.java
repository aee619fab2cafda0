package org.handsel.app.web.account;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.handsel.platform.Database;
import org.jdbi.v3.core.Handle;

/// Who is logged in. A session ends twelve hours after its last use and at the latest after two
/// weeks.
final class Sessions {
  private static final Duration IDLE = Duration.ofHours(12);
  private static final Duration LONGEST = Duration.ofDays(14);

  /// How exactly the last use is noted, so that not each page writes to the database.
  private static final Duration NOTED = Duration.ofMinutes(10);

  private final Database database;
  private final Clock clock;
  private final Tokens tokens = new Tokens();

  Sessions(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  private record Found(Session session, long lastSeen) {}

  /// @return the token of a new session; each login gets one of its own
  String open(Account account) {
    String token = tokens.fresh();
    long now = clock.millis();
    database.write(handle -> {
      handle
          .createUpdate("delete from session where expires_at <= :now or last_seen <= :idle")
          .bind("now", now)
          .bind("idle", now - IDLE.toMillis())
          .execute();
      handle
          .createUpdate(
              """
              insert into session (token_hash, account, csrf, created_at, last_seen, expires_at)
              values (:token, :account, :csrf, :now, :now, :expires)
              """)
          .bind("token", Tokens.hash(token))
          .bind("account", account.id())
          .bind("csrf", tokens.fresh())
          .bind("now", now)
          .bind("expires", now + LONGEST.toMillis())
          .execute();
    });
    return token;
  }

  Optional<Session> find(String token) {
    long now = clock.millis();
    String hash = Tokens.hash(token);
    Optional<Found> found =
        database.read(handle ->
            handle
                .createQuery(
                    """
                    select account.*, session.csrf, session.last_seen from session
                    join account on account.id = session.account
                    where token_hash = :hash and expires_at > :now and last_seen > :idle and not disabled
                    """)
                .bind("hash", hash)
                .bind("now", now)
                .bind("idle", now - IDLE.toMillis())
                .map((row, context) ->
                    new Found(
                        new Session(Accounts.ACCOUNT.map(row, context), row.getString("csrf")),
                        row.getLong("last_seen")))
                .findOne());
    if (found.isPresent() && now - found.get().lastSeen() > NOTED.toMillis()) {
      database.write(handle ->
          handle
              .createUpdate("update session set last_seen = :now where token_hash = :hash")
              .bind("now", now)
              .bind("hash", hash)
              .execute());
    }
    return found.map(Found::session);
  }

  void end(String token) {
    database.write(handle ->
        handle
            .createUpdate("delete from session where token_hash = :hash")
            .bind("hash", Tokens.hash(token))
            .execute());
  }

  static void endAll(Handle handle, String account) {
    handle
        .createUpdate("delete from session where account = :account")
        .bind("account", account)
        .execute();
  }
}
