package org.handsel.wiki.api;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Who is logged in, and the edit token. Repairs both when the wiki says so: a bad token is fetched
/// anew once; one that stays bad means that the login was lost, so log in again. Threads that fail
/// at the same time share one repair. Safe for use by many threads.
final class Session {
  private static final int REPAIRS = 3;

  /// What a request was sent with; a new object after each repair.
  private record State(@Nullable Account account, @Nullable String token) {}

  private final Transport transport;
  private final URI api;
  private final Patience patience;
  private final ReentrantLock repairing = new ReentrantLock();
  private volatile State state = new State(null, null);
  private volatile @Nullable Login login;
  private volatile String loginToken;

  /// @param loginToken for the first login, when the wiki gave one already; else empty
  Session(Transport transport, URI api, Patience patience, String loginToken) {
    this.loginToken = loginToken;
    this.transport = transport;
    this.api = api;
    this.patience = patience;
  }

  URI api() {
    return api;
  }

  @Nullable Account account() {
    return state.account;
  }

  /// Logs in for the first time.
  ///
  /// @throws HandselException with exit 2 when the wiki refuses name or password, with exit 3 when
  ///   it cannot be reached
  Account login(Login wanted) {
    login = wanted;
    if (wanted.byToken()) {
      if (!wanted.token().matches("[\\x21-\\x7e]{1,8192}")) {
        throw HandselException.usage(
            "the access token: expected one line of letters, digits and signs, found something"
                + " else.");
      }
      if (!"https".equals(api.getScheme()) && !loopback()) {
        throw HandselException.usage(
            "%s: an access token is sent only over https. Give the wiki's https address."
                .formatted(api));
      }
      transport.authorise(api, wanted.token());
    }
    return switch (logIn(wanted)) {
      case Reply.Value<State>(State entered) -> {
        state = entered;
        yield java.util.Objects.requireNonNull(entered.account);
      }
      case Reply.No<State>(ApiFailure failure) -> {
        String sentence =
            "%s: the wiki did not let %s in: %s"
                .formatted(
                    api,
                    wanted.byToken() ? "the holder of the token" : "\"" + wanted.name() + "\"",
                    failure.sentence());
        throw failure.kind() == FailureClass.WAIT
            ? HandselException.environment(sentence)
            : HandselException.usage(sentence);
      }
    };
  }

  /// Asks something that changes nothing; repeated with growing waits as long as that may help.
  Reply<JsonNode> ask(Map<String, String> parameters) {
    Patience.Trying trying = patience.begin();
    for (int repairs = 0; ; ) {
      State seen = state;
      Reply<JsonNode> reply = transport.form(api, common(parameters, seen));
      if (!(reply instanceof Reply.No<JsonNode>(ApiFailure failure))) {
        return reply;
      }
      if (failure.kind() == FailureClass.LOGIN && repairs++ < REPAIRS) {
        if (repair(seen, true) instanceof Reply.No<State>(ApiFailure lost)) {
          return new Reply.No<>(lost);
        }
      } else if (failure.kind() != FailureClass.WAIT || !waited(trying, failure)) {
        return reply;
      }
    }
  }

  /// Sends something that may change the wiki, exactly once as far as the wiki acts on it: only
  /// answers that refuse the session or its token lead to another request.
  Reply<JsonNode> write(
      Map<String, String> parameters, Function<Map<String, String>, Reply<JsonNode>> sending) {
    for (int repairs = 0; ; repairs++) {
      State seen = state;
      if (seen.token == null) {
        Reply<State> ready = repair(seen, false);
        if (ready instanceof Reply.No<State>(ApiFailure failure)) {
          return new Reply.No<>(notSent(failure));
        }
        seen = state;
      }
      Map<String, String> all = common(parameters, seen);
      all.put("token", seen.token == null ? "" : seen.token);
      Reply<JsonNode> reply = sending.apply(all);
      if (!(reply instanceof Reply.No<JsonNode>(ApiFailure failure))) {
        return reply;
      }
      boolean lost = failure.kind() == FailureClass.LOGIN;
      if (!lost && failure.kind() != FailureClass.TOKEN) {
        return reply;
      }
      if (repairs >= REPAIRS) {
        return new Reply.No<>(failure.as(FailureClass.STOP_BATCH, failure.advice()));
      }
      if (repair(seen, lost || repairs > 0) instanceof Reply.No<State>(ApiFailure hopeless)) {
        return new Reply.No<>(notSent(hopeless));
      }
    }
  }

  Reply<JsonNode> writeForm(Map<String, String> parameters) {
    return write(parameters, all -> transport.form(api, all));
  }

  private Map<String, String> common(Map<String, String> parameters, State with) {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    all.put("maxlag", "5");
    Account account = with.account;
    if (account != null) {
      all.put("assert", account.bot() ? "bot" : "user");
      all.put("assertuser", account.name());
    }
    return all;
  }

  /// Brings the session back, unless another thread did so since `seen`.
  private Reply<State> repair(State seen, boolean fromTheStart) {
    repairing.lock();
    try {
      if (state != seen) {
        return new Reply.Value<>(state);
      }
      Login again = login;
      Reply<State> repaired =
          fromTheStart
              ? again == null
                  ? new Reply.No<>(
                      transport
                          .failure("mustbeloggedin", "not logged in")
                          .as(FailureClass.STOP_BATCH, "Give a name and a bot password."))
                  : logIn(again)
              : enter();
      if (repaired instanceof Reply.Value<State>(State entered)) {
        state = entered;
      }
      return repaired;
    } finally {
      repairing.unlock();
    }
  }

  private Reply<State> logIn(Login with) {
    Patience.Trying trying = patience.begin();
    while (true) {
      if (loginToken.isEmpty()) {
        transport.forgetCookies();
      }
      Reply<State> reply = logInOnce(with);
      if (!(reply instanceof Reply.No<State>(ApiFailure failure))
          || failure.kind() != FailureClass.WAIT
          || !waited(trying, failure)) {
        return reply;
      }
    }
  }

  private Reply<State> logInOnce(Login with) {
    return with.byToken() ? enterByToken() : logInByPassword(with);
  }

  /// A token needs no login: the wiki knows the account, or does not take the token.
  private Reply<State> enterByToken() {
    Reply<State> reply = enter();
    if (reply instanceof Reply.Value<State>(State entered) && entered.account == null) {
      return new Reply.No<>(
          transport
              .failure("mwoauth-invalid-authorization", "the wiki takes the token for nobody's")
              .as(
                  FailureClass.STOP_BATCH,
                  "Get a new token: it may have run out, or belong to another wiki."));
    }
    return reply;
  }

  private boolean loopback() {
    String host = api.getHost();
    return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
  }

  private Reply<State> logInByPassword(Login with) {
    String token = loginToken;
    loginToken = ""; // each is for one login
    if (token.isEmpty()) {
      Reply<JsonNode> tokens =
          transport.form(api, Map.of("action", "query", "meta", "tokens", "type", "login"));
      if (tokens instanceof Reply.No<JsonNode>(ApiFailure failure)) {
        return new Reply.No<>(failure);
      }
      token = tokens.orThrow("login").path("query").path("tokens").path("logintoken").asString("");
    }
    Reply<JsonNode> answer =
        transport.form(
            api,
            Map.of(
                "action",
                "login",
                "lgname",
                with.name(),
                "lgpassword",
                with.password(),
                "lgtoken",
                token));
    return switch (answer) {
      case Reply.No<JsonNode>(ApiFailure failure) -> new Reply.No<>(failure);
      case Reply.Value<JsonNode>(JsonNode body) -> {
        JsonNode result = body.path("login");
        yield result.path("result").asString("").equals("Success")
            ? enter()
            : new Reply.No<>(refusal(result));
      }
    };
  }

  private ApiFailure refusal(JsonNode result) {
    JsonNode reason = result.path("reason");
    String words = reason.isObject() ? reason.path("text").asString("") : reason.asString("");
    String code =
        "login-" + result.path("result").asString("none").toLowerCase(java.util.Locale.ROOT);
    FailureClass kind =
        code.equals("login-throttled")
                || code.equals("login-wrongtoken")
                || code.equals("login-needtoken")
            ? FailureClass.WAIT
            : FailureClass.STOP_BATCH;
    return transport
        .failure(code, words)
        .as(kind, "Look at name and bot password (Special:BotPasswords on the wiki).");
  }

  /// Reads account and edit token of whoever the cookies say.
  private Reply<State> enter() {
    Reply<JsonNode> reply =
        transport.form(
            api,
            Map.of(
                "action", "query",
                "meta", "tokens|userinfo",
                "uiprop", "rights|groups|ratelimits"));
    return reply.map(body -> {
      JsonNode query = body.path("query");
      Account account =
          query.path("userinfo").path("anon").asBoolean(false)
              ? null
              : AnswerReader.account(query.path("userinfo"));
      return new State(account, query.path("tokens").path("csrftoken").asString(""));
    });
  }

  /// The action itself never left: whatever went wrong, the wiki certainly did not act.
  private static ApiFailure notSent(ApiFailure failure) {
    return new ApiFailure(
        failure.code(),
        failure.info(),
        failure.kind() == FailureClass.WAIT ? FailureClass.WAIT : FailureClass.STOP_BATCH,
        true,
        failure.advice(),
        failure.retryAfter(),
        failure.detail());
  }

  private static boolean waited(Patience.Trying trying, ApiFailure failure) {
    try {
      return trying.again(failure);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
