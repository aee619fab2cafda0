package org.handsel.app.sandbox;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Who is logged in, by the cookie the client sends. Safe for threads.
final class Sessions {
  static final String COOKIE = "sandboxSession";

  private static final String ANONYMOUS_TOKEN = "+\\";

  private final List<SandboxAccount> accounts;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final Map<String, Session> tokens = new ConcurrentHashMap<>();

  /// One client; `account` is null for somebody who is not logged in.
  record Session(String id, String loginToken, String csrf, @Nullable SandboxAccount account) {
    boolean loggedIn() {
      return account != null;
    }

    String user() {
      SandboxAccount who = account;
      return who == null ? "127.0.0.1" : who.user();
    }
  }

  Sessions(List<SandboxAccount> accounts) {
    this.accounts = accounts;
  }

  /// The session of a cookie; a new one when there is none.
  Session of(@Nullable String cookie) {
    Session known = cookie == null ? null : sessions.get(cookie);
    return known == null ? start(null) : known;
  }

  /// The session of an access token: in the sandbox an account's password is one, too.
  Session ofToken(String token) {
    return accounts.stream()
        .filter(account -> account.password().equals(token))
        .findFirst()
        .map(account -> tokens.computeIfAbsent(token, key -> start(account)))
        .orElseThrow(() ->
            new Refusal(
                "mwoauth-invalid-authorization",
                "The authorization headers in your request are not valid."));
  }

  /// A session that knows this account, in the place of the one before.
  Optional<Session> login(Session before, String name, String password, String token) {
    if (!token.equals(before.loginToken())) {
      return Optional.empty();
    }
    return accounts.stream()
        .filter(a -> a.login().equals(name) && a.password().equals(password))
        .findFirst()
        .map(account -> {
          sessions.remove(before.id());
          return start(account);
        });
  }

  void logout(Session session) {
    sessions.remove(session.id());
  }

  /// Ends all sessions, as a wiki does that invalidates logins.
  void forget() {
    sessions.clear();
  }

  /// The account of a user.
  Optional<SandboxAccount> named(String user) {
    return accounts.stream().filter(account -> account.user().equals(user)).findFirst();
  }

  int idOf(SandboxAccount account) {
    return accounts.indexOf(account) + 2;
  }

  private Session start(@Nullable SandboxAccount account) {
    Session session =
        new Session(
            hex(), hex() + "+\\", account == null ? ANONYMOUS_TOKEN : hex() + "+\\", account);
    sessions.put(session.id(), session);
    return Objects.requireNonNull(session);
  }

  private String hex() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
