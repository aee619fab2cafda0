package org.handsel.app.web;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.handsel.app.web.account.Role;
import org.handsel.app.web.text.Words;
import org.handsel.platform.Who;

/// One request and its answer: who asks, in which language, and every way to answer. Belongs to one
/// request; templates get it as `page`.
public interface Page {
  /// Who asks and may be named in the history.
  Who who();

  /// What they may do.
  Role role();

  default boolean may(Role least) {
    return role().includes(least);
  }

  /// Texts, numbers and dates in the language of the page.
  Words words();

  /// Short for `words().of`.
  default String text(String key, Object... arguments) {
    return words().of(key, arguments);
  }

  Clock clock();

  default Instant now() {
    return clock().instant();
  }

  /// What each form of this page must carry in the hidden field `csrf`; `part/csrf.jte` writes it.
  String csrf();

  /// Path of the request, without query.
  String path();

  /// Address of this server as the browser reached it, without a slash at its end.
  String server();

  /// A part of the path that the route names, such as `id`.
  String part(String name);

  /// A value of the query, stripped and at most 1,000 characters long; empty when it is not there.
  String query(String name);

  /// A whole number of the query, moved into the bounds; `standard` when it is no number.
  int number(String name, int least, int most, int standard);

  /// The form that was sent.
  Form form();

  /// A form with these values, to show before anything was sent.
  Form form(Map<String, String> values);

  /// A file of an `upload` route; empty when none was chosen.
  Optional<Upload> file(String field);

  /// Whether htmx asked for a part of a page only; the layout then leaves itself out.
  boolean fragment();

  /// What the layout shows around the content.
  Frame frame();

  /// Answers with a template of `src/main/jte/web`, such as `releases/list.jte`, whose parameters
  /// are `Page page` and, if it has one, `model`.
  void show(String template, Object model);

  /// The same with a status other than 200, such as 422 for a form that has to be corrected.
  void show(int status, String template, Object model);

  /// Sends the browser to another page of the workbench (303), with htmx as well.
  void redirect(String localPath);

  /// Shows a sentence at the top of the next page that is shown.
  void notice(Notice.Kind kind, String key, Object... arguments);

  /// Gives this answer a Content-Security-Policy of its own, as for a file that brings its style.
  void policy(String policy);

  /// Answers with a file.
  ///
  /// @param name under which the browser keeps it, or empty to show it
  void send(String contentType, String name, byte[] bytes);

  /// The same without holding it in memory; the stream is closed.
  void send(String contentType, String name, InputStream stream);

  /// Stops with the page "there is no such thing" (404).
  PageProblem notFound();

  /// A file that was sent.
  ///
  /// @param name as the browser named it: for showing, never for a path
  record Upload(String name, long bytes, Content content) {}

  /// The bytes of a file that was sent; each call opens them anew.
  @FunctionalInterface
  interface Content {
    InputStream open() throws java.io.IOException;
  }
}
