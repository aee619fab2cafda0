package org.handsel.app.web.account;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.handsel.platform.HandselException;

/// Password hashing with Argon2id, 7 MiB, five passes: of the equally strong choices in OWASP's
/// cheat sheet on password storage the one that takes least memory, which the library holds on to
/// twice.
///
/// Only two hashes are made at the same time, so that many logins at once cannot exhaust the
/// memory. Safe for threads.
final class Passwords {
  static final int LEAST = 10;
  static final int MOST = 200;

  private static final Argon2Function ARGON2 =
      Argon2Function.getInstance(7_168, 5, 1, 32, Argon2.ID);

  /// After so many hashes their memory is given back.
  private static final int MANY = 4;

  private final Semaphore seats = new Semaphore(2, true);
  private final AtomicInteger made = new AtomicInteger();

  /// @throws HandselException when the password is too short or too long
  String hash(String password) {
    if (password.length() < LEAST || password.length() > MOST) {
      throw HandselException.usage(
          "password: expected %d to %d characters, found %d. Several words are easy to remember."
              .formatted(LEAST, MOST, password.length()));
    }
    seats.acquireUninterruptibly();
    try {
      return ARGON2.hash(password).getResult();
    } finally {
      seats.release();
      giveBack();
    }
  }

  /// Whether the password is the one of the hash; takes the same time whatever the answer.
  boolean fits(String password, String hash) {
    if (password.length() > MOST) {
      return false;
    }
    seats.acquireUninterruptibly();
    try {
      return Argon2Function.getInstanceFromHash(hash).check(password, hash);
    } finally {
      seats.release();
      giveBack();
    }
  }

  /// A hash takes 7 MiB, more than survives in the young generation of the workbench, and the
  /// serial collector grows the old one rather than collect it.
  private void giveBack() {
    if (made.incrementAndGet() % MANY == 0) {
      System.gc();
    }
  }
}
