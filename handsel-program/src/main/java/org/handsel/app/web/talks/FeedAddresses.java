package org.handsel.app.web.talks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.handsel.platform.Database;
import org.handsel.platform.Who;

/// The secret address of each person's calendar. It is shown once; only a hash of it is kept, and a
/// new one makes the old one worthless.
final class FeedAddresses {
  private static final int BYTES = 24;

  private final Database database;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  FeedAddresses(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// @return the secret part of the new address
  String renew(Who who) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    database.write(handle ->
        handle.execute(
            "insert into calendar_address (who, token_hash, made_at) values (?, ?, ?) on conflict"
                + " (who) do update set token_hash = excluded.token_hash, made_at ="
                + " excluded.made_at",
            who.id(),
            hash(token),
            clock.millis()));
    return token;
  }

  void end(Who who) {
    database.write(
        handle -> handle.execute("delete from calendar_address where who = ?", who.id()));
  }

  boolean has(Who who) {
    return database.read(handle ->
        handle
            .createQuery("select 1 from calendar_address where who = :who")
            .bind("who", who.id())
            .mapTo(int.class)
            .findOne()
            .isPresent());
  }

  /// @return id of the person whose address it is
  Optional<String> owner(String token) {
    return database.read(handle ->
        handle
            .createQuery("select who from calendar_address where token_hash = :hash")
            .bind("hash", hash(token))
            .mapTo(String.class)
            .findOne());
  }

  private static String hash(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
