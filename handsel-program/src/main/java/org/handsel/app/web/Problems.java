package org.handsel.app.web;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.ServletException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.handsel.platform.EditConflict;
import org.handsel.platform.Exit;
import org.handsel.platform.HandselException;
import org.handsel.platform.History.Change;
import org.jdbi.v3.core.ConnectionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns whatever went wrong into a page that says what to do, and nothing that is secret.
final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private final Shell shell;

  Problems(Shell shell) {
    this.shell = shell;
  }

  void answer(Exception problem, Context context) {
    switch (problem) {
      case PageProblem known -> plain(context, known.status(), known.word(), known.arguments());
      case EditConflict conflict -> conflict(context, conflict);
      case HttpResponseException refusal -> refused(context, refusal.getStatus());
      case HandselException wrong when wrong.exit() != Exit.ENVIRONMENT ->
          plain(context, 400, "request", List.of(String.valueOf(wrong.getMessage())));
      // A form with files that is no form: a byte 0 in a name, no border, the end missing.
      case ServletException broken -> refused(context, 400);
      default -> {
        if (databaseIsGone(problem)) {
          LOG.warn("the database cannot be used", problem);
          resend(context, 503, "database", page(context));
        } else {
          fault(context, problem);
        }
      }
    }
  }

  private void refused(Context context, int status) {
    identify(context);
    switch (status) {
      case 404 -> plain(context, 404, "missing", List.of());
      case 405 -> plain(context, 405, "method", List.of());
      case 413 -> plain(context, 413, "large", List.of());
      default -> plain(context, status >= 500 ? 500 : 400, "address", List.of());
    }
  }

  /// For addresses that no room answers, so that their page has the person's language and menu.
  private void identify(Context context) {
    if (context.attribute(WebServer.VISITOR) == null) {
      try {
        context.attribute(WebServer.VISITOR, shell.visitors().identify(context));
      } catch (RuntimeException e) {
        LOG.debug("nobody can be identified now", e);
      }
    }
  }

  private void fault(Context context, Exception problem) {
    String id = UUID.randomUUID().toString().substring(0, 8);
    LOG.error("fault {} at {} {}", id, context.method(), context.path(), problem);
    plain(context, 500, "fault", List.of(id));
  }

  private void conflict(Context context, EditConflict conflict) {
    ServedPage page = page(context);
    Change other = conflict.other().orElse(null);
    String text =
        other == null
            ? page.text("shell.error.conflict.text")
            : page.text(
                "shell.error.conflict.by", other.who().name(), page.words().time(other.at()));
    List<Form.Kept> kept = SentForm.kept(fields(context));
    long newest =
        other == null || other.after() == null ? 0 : other.after().path("version").asLong(0);
    boolean again = newest > 0 && kept.stream().anyMatch(field -> field.name().equals("version"));
    show(
        page,
        new ErrorView(
            409,
            page.text("shell.error.conflict.title"),
            text,
            other == null ? List.of() : Difference.between(other.before(), other.after()),
            again ? onVersion(kept, newest) : kept,
            again ? context.path() : ""));
  }

  /// What was typed, as an edit of the state that the other person left: whoever has seen the
  /// change and still means theirs sends it with one button.
  private static List<Form.Kept> onVersion(List<Form.Kept> kept, long version) {
    return kept.stream()
        .map(field ->
            field.name().equals("version")
                ? new Form.Kept("version", String.valueOf(version))
                : field)
        .toList();
  }

  private void plain(Context context, int status, String word, List<String> arguments) {
    ServedPage page = page(context);
    String key = "shell.error." + word;
    show(
        page,
        new ErrorView(
            status,
            page.text(key + ".title"),
            page.text(key + ".text", arguments.toArray()),
            List.of(),
            List.of(),
            ""));
  }

  private void show(ServedPage page, ErrorView view) {
    if (page.fragment()) {
      page.context().header("HX-Retarget", "#notices").header("HX-Reswap", "innerHTML");
      page.show(view.status(), "part/error.jte", view);
    } else {
      page.show(view.status(), "error.jte", view);
    }
  }

  /// Shows what was typed with a button to send it again; reading needs no form but a link.
  void resend(Context context, int status, String word, ServedPage page) {
    if (Gate.reads(context)) {
      plain(context, status, word, List.of());
      return;
    }
    if (page.fragment()) {
      context.header("HX-Retarget", "body").header("HX-Reswap", "innerHTML");
    }
    String key = "shell.error." + word;
    page.show(
        status,
        "resend.jte",
        new Resend(
            page.text(key + ".title"),
            page.text(key + ".text"),
            context.path(),
            SentForm.kept(fields(context))));
  }

  /// Nobody is logged in: reading leads to the login and back, a form waits beside the login.
  void askForLogin(ServedPage page) {
    Context context = page.context();
    if (Gate.reads(context)) {
      page.redirect(LoginRoom.path(page));
      return;
    }
    if (page.fragment()) {
      context.header("HX-Retarget", "body").header("HX-Reswap", "innerHTML");
    }
    page.show(
        401,
        "login.jte",
        LoginRoom.interrupted(page, context.path(), SentForm.kept(fields(context))));
  }

  /// The fields that were sent, as far as they can be read.
  static Map<String, List<String>> fields(Context context) {
    try {
      return new TreeMap<>(context.formParamMap());
    } catch (Exception e) {
      // What is no form at all: Javalin, written in Kotlin, lets checked exceptions through.
      return Map.of();
    }
  }

  /// A page for whoever asked, known or not.
  ServedPage page(Context context) {
    Visitor visitor = context.attribute(WebServer.VISITOR);
    if (visitor == null) {
      List<String> csrf =
          Gate.reads(context) ? List.of() : fields(context).getOrDefault("csrf", List.of());
      visitor = shell.visitors().unknown(context, csrf.isEmpty() ? "" : csrf.getFirst());
    }
    return new ServedPage(shell, context, visitor);
  }

  /// Whether the failure is that of the connection, the disk or the server, not of a statement.
  static boolean databaseIsGone(@Nullable Throwable problem) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectionException) {
        return true;
      }
      if (cause instanceof SQLException sql) {
        String state = String.valueOf(sql.getSQLState());
        String message = String.valueOf(sql.getMessage());
        if (state.startsWith("08")
            || state.startsWith("57P")
            || state.startsWith("53")
            || message.matches("(?s).*SQLITE_(CANTOPEN|IOERR|FULL|READONLY|BUSY|CORRUPT|NOTADB).*")
            || message.contains("has been closed")) {
          return true;
        }
      }
    }
    return false;
  }
}
