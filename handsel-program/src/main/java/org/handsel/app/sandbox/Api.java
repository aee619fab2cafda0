package org.handsel.app.sandbox;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// Answers API requests in MediaWiki's order of checks: assertions, method, token, read-only, lag,
/// and then the action itself.
final class Api {
  private static final Set<String> WRITING = Set.of("upload", "edit", "wbeditentity");
  private static final Set<String> POSTED = Set.of("upload", "edit", "wbeditentity", "login");

  private final Sessions sessions;
  private final Conditions conditions;
  private final QueryAction query;
  private final UploadAction upload;
  private final EditAction edit;
  private final EntityAction entity;
  private final BlacklistAction blacklist;
  private final Map<String, LongAdder> requests = new ConcurrentHashMap<>();

  Api(
      Sessions sessions,
      Conditions conditions,
      QueryAction query,
      UploadAction upload,
      EditAction edit,
      EntityAction entity,
      BlacklistAction blacklist) {
    this.sessions = sessions;
    this.conditions = conditions;
    this.query = query;
    this.upload = upload;
    this.edit = edit;
    this.entity = entity;
    this.blacklist = blacklist;
  }

  /// @throws Refusal when the wiki says no
  Map<String, Object> answer(Call call) throws IOException {
    Form form = call.form();
    String action = form.text("action");
    requests.computeIfAbsent(action, key -> new LongAdder()).increment();
    asserted(call);
    if (POSTED.contains(action) && !form.post() && !action.equals("upload")) {
      throw new Refusal(
          "mustbeposted", "The \"%s\" module requires a POST request.".formatted(action));
    }
    if (WRITING.contains(action)) {
      token(call);
      readOnly();
    }
    lag(form);
    return switch (action) {
      case "query" -> query.answer(call);
      case "login" -> login(call);
      case "logout" -> {
        sessions.logout(call.session());
        yield Map.of();
      }
      case "upload" -> upload.answer(call);
      case "edit" -> edit.answer(call);
      case "wbeditentity" -> entity.edit(call);
      case "wbgetentities" -> entity.get(call);
      case "titleblacklist" -> blacklist.answer(call);
      default ->
          throw new Refusal(
              "badvalue", "Unrecognized value for parameter \"action\": %s.".formatted(action));
    };
  }

  private static void asserted(Call call) {
    Form form = call.form();
    @Nullable SandboxAccount who = call.account();
    String wanted = form.text("assert");
    if (wanted.equals("user") && who == null) {
      throw new Refusal(
          "assertuserfailed", "You are no longer logged in, so the action could not be completed.");
    }
    if (wanted.equals("bot") && (who == null || !who.bot())) {
      throw new Refusal(
          "assertbotfailed",
          "You do not have the \"bot\" right, so the action could not be completed.");
    }
    if (wanted.equals("anon") && who != null) {
      throw new Refusal(
          "assertanonfailed", "You are logged in, so the action could not be completed.");
    }
    form.value("assertuser")
        .filter(name -> !name.replace('_', ' ').equals(call.user()))
        .ifPresent(name -> {
          throw new Refusal(
              "assertnameduserfailed",
              "You are no longer logged in as \"%s\", so the action could not be completed."
                  .formatted(name));
        });
  }

  private static void token(Call call) {
    String token = call.form().required("token");
    if (!token.equals(call.session().csrf())) {
      throw new Refusal("badtoken", "Invalid CSRF token.");
    }
  }

  private void readOnly() {
    String reason = conditions.readOnly();
    if (reason != null) {
      throw new Refusal("readonly", "The wiki is currently in read-only mode.")
          .with("readonlyreason", reason);
    }
  }

  private void lag(Form form) {
    if (form.has("maxlag") && conditions.lag() > form.number("maxlag", 0)) {
      throw new Refusal(
              "maxlag",
              "Waiting for a database server: %s seconds lagged.".formatted(conditions.lag()))
          .with("host", "sandbox")
          .with("lag", conditions.lag())
          .with("type", "db");
    }
  }

  private Map<String, Object> login(Call call) {
    Form form = call.form();
    Map<String, Object> answer = new LinkedHashMap<>();
    if (form.text("lgtoken").isEmpty()) {
      answer.put("result", "NeedToken");
      answer.put("token", call.session().loginToken());
    } else if (!form.text("lgtoken").equals(call.session().loginToken())) {
      answer.put("result", "Failed");
      answer.put("reason", "Unable to continue login. Your session most likely timed out.");
    } else {
      sessions
          .login(call.session(), form.text("lgname"), form.text("lgpassword"), form.text("lgtoken"))
          .ifPresentOrElse(
              session -> {
                call.continueAs(session);
                SandboxAccount who = session.account();
                answer.put("result", "Success");
                answer.put("lguserid", who == null ? 0 : sessions.idOf(who));
                answer.put("lgusername", session.user());
              },
              () -> {
                answer.put("result", "Failed");
                answer.put("reason", "Incorrect username or password entered. Please try again.");
              });
    }
    return Map.of("login", answer);
  }

  long requests(String action) {
    LongAdder count = requests.get(action);
    return count == null ? 0 : count.sum();
  }
}
