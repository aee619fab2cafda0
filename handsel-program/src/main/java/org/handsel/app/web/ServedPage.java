package org.handsel.app.web;

import gg.jte.output.Utf8ByteOutput;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.handsel.app.web.account.Role;
import org.handsel.app.web.text.Words;
import org.handsel.platform.Who;
import org.jspecify.annotations.Nullable;

/// A page over one exchange with a browser.
final class ServedPage implements Page {
  private final Shell shell;
  private final Context context;
  private final Visitor visitor;
  private @Nullable Form form;

  ServedPage(Shell shell, Context context, Visitor visitor) {
    this.shell = shell;
    this.context = context;
    this.visitor = visitor;
  }

  /// The same exchange after a login.
  ServedPage as(Visitor other) {
    context.attribute(WebServer.VISITOR, other);
    return new ServedPage(shell, context, other);
  }

  Visitor visitor() {
    return visitor;
  }

  Context context() {
    return context;
  }

  @Override
  public Who who() {
    return visitor.who();
  }

  @Override
  public Role role() {
    return visitor.role();
  }

  @Override
  public Words words() {
    return visitor.words();
  }

  @Override
  public Clock clock() {
    return shell.clock();
  }

  @Override
  public String csrf() {
    return visitor.csrf();
  }

  @Override
  public String path() {
    return context.path();
  }

  @Override
  public String server() {
    return "http://" + context.header("Host");
  }

  @Override
  public String part(String name) {
    return context.pathParam(name);
  }

  @Override
  public String query(String name) {
    String value = context.queryParam(name);
    if (value == null) {
      return "";
    }
    String plain = value.replace("\0", "").strip();
    return plain.length() > 1000 ? plain.substring(0, 1000) : plain;
  }

  @Override
  public int number(String name, int least, int most, int standard) {
    try {
      return Math.clamp(Long.parseLong(query(name)), least, most);
    } catch (NumberFormatException e) {
      return standard;
    }
  }

  @Override
  public Form form() {
    Form sent = form;
    if (sent == null) {
      sent = new SentForm(context.formParamMap(), words());
      form = sent;
    }
    return sent;
  }

  @Override
  public Form form(Map<String, String> values) {
    Map<String, List<String>> all = new TreeMap<>();
    values.forEach((name, value) -> all.put(name, List.of(value)));
    return new SentForm(all, words());
  }

  @Override
  public Optional<Upload> file(String field) {
    UploadedFile file = context.isMultipartFormData() ? context.uploadedFile(field) : null;
    return file == null || file.filename().isEmpty()
        ? Optional.empty()
        : Optional.of(new Upload(file.filename(), file.size(), file::content));
  }

  @Override
  public boolean fragment() {
    return context.header("HX-Request") != null
        && context.header("HX-Boosted") == null
        && context.header("HX-History-Restore-Request") == null;
  }

  @Override
  public Frame frame() {
    return shell.frame(this);
  }

  @Override
  public void show(String template, Object model) {
    show(200, template, model);
  }

  @Override
  public void show(int status, String template, Object model) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("page", this);
    parameters.put("model", model);
    Utf8ByteOutput out = new Utf8ByteOutput();
    shell.templates().render("web/" + template, parameters, out);
    context
        .status(status)
        .contentType("text/html; charset=utf-8")
        .header("Vary", "HX-Request, Accept-Language, Cookie")
        .header("Content-Language", words().language().code())
        .result(out.toByteArray());
  }

  @Override
  public void redirect(String localPath) {
    String path = Shell.local(localPath);
    if (fragment()) {
      context.status(204).header("HX-Redirect", path);
    } else {
      context.status(303).header("Location", path);
    }
  }

  @Override
  public void notice(Notice.Kind kind, String key, Object... arguments) {
    shell.flash().add(context, new Notice(kind, words().of(key, arguments)));
  }

  @Override
  public void policy(String policy) {
    context.header("Content-Security-Policy", policy);
  }

  @Override
  public void send(String contentType, String name, byte[] bytes) {
    prepare(contentType, name);
    context.result(bytes);
  }

  @Override
  public void send(String contentType, String name, InputStream stream) {
    prepare(contentType, name);
    context.result(stream);
  }

  private void prepare(String contentType, String name) {
    context.contentType(contentType);
    if (!name.isEmpty()) {
      context.header(
          "Content-Disposition",
          "attachment; filename*=UTF-8''"
              + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
    }
  }

  @Override
  public PageProblem notFound() {
    return new PageProblem(404, "missing");
  }
}
