package org.handsel.app.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.handsel.app.web.account.Account;
import org.handsel.app.web.account.Accounts;
import org.handsel.app.web.account.Role;
import org.handsel.app.web.account.Session;
import org.handsel.app.web.text.Messages;
import org.handsel.app.web.text.Words;
import org.handsel.platform.Who;
import org.jspecify.annotations.Nullable;

/// Finds out who sent a request, from cookies, and sets these.
///
/// Whoever is not logged in has a cookie with a random text, of which the CSRF token of their forms
/// is a hash; together with the check of the origin this also holds for the login form and for a
/// laptop without accounts.
final class Visitors {
  static final String SESSION = "handsel-session";
  static final String VISIT = "handsel-visit";
  static final String LANGUAGE = "handsel-language";
  static final String THEME = "handsel-theme";
  private static final int YEAR = 365 * 24 * 3600;
  private static final int FORTNIGHT = 14 * 24 * 3600;

  private final Accounts accounts;
  private final Messages messages;
  private final String nameOfMe;
  private final boolean secure;
  private final SecureRandom random = new SecureRandom();

  Visitors(Accounts accounts, Messages messages, String nameOfMe, boolean secure) {
    this.accounts = accounts;
    this.messages = messages;
    this.nameOfMe = nameOfMe;
    this.secure = secure;
  }

  /// Asks the database, and may fail as that does.
  Visitor identify(Context context) {
    String token = context.cookie(SESSION);
    Optional<Session> session =
        token == null || token.length() > 100 ? Optional.empty() : accounts.session(token);
    if (session.isPresent()) {
      Account account = session.get().account();
      return new Visitor(
          account.who(),
          account.role(),
          true,
          account,
          session.get().csrf(),
          words(context, account.language()),
          theme(context));
    }
    boolean me = !accounts.any();
    return new Visitor(
        Who.me(nameOfMe),
        me ? Role.ADMIN : Role.VIEWER,
        me,
        null,
        visit(context),
        words(context, null),
        theme(context));
  }

  /// For a page that must come out although the database is gone.
  Visitor unknown(Context context, String csrf) {
    return new Visitor(
        Who.me(nameOfMe), Role.VIEWER, false, null, csrf, words(context, null), theme(context));
  }

  private String visit(Context context) {
    String visit = context.cookie(VISIT);
    if (visit == null || visit.length() != 43) {
      byte[] bytes = new byte[32];
      random.nextBytes(bytes);
      visit = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      set(context, VISIT, visit, -1);
    }
    return hash("csrf " + visit);
  }

  private Words words(Context context, @Nullable String ofAccount) {
    String asked = context.queryParam("language");
    if (asked != null && messages.in(asked).isPresent()) {
      set(context, LANGUAGE, asked, YEAR);
    }
    return Optional.ofNullable(ofAccount)
        .flatMap(messages::in)
        .or(() -> Optional.ofNullable(asked).flatMap(messages::in))
        .or(() -> Optional.ofNullable(context.cookie(LANGUAGE)).flatMap(messages::in))
        .orElseGet(() ->
            messages.accepting(Optional.ofNullable(context.header("Accept-Language")).orElse("")));
  }

  private static String theme(Context context) {
    String theme = context.cookie(THEME);
    return theme != null && (theme.equals("light") || theme.equals("dark")) ? theme : "auto";
  }

  void loggedIn(Context context, String token) {
    set(context, SESSION, token, FORTNIGHT);
    forget(context, VISIT);
  }

  void loggedOut(Context context) {
    String token = context.cookie(SESSION);
    if (token != null) {
      accounts.logOut(token);
    }
    forget(context, SESSION);
  }

  void set(Context context, String name, String value, int seconds) {
    context.cookie(new Cookie(name, value, "/", seconds, secure, true, null, SameSite.LAX));
  }

  void forget(Context context, String name) {
    set(context, name, "", 0);
  }

  private static String hash(String text) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
