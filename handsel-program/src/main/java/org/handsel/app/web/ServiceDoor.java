package org.handsel.app.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.Map;
import java.util.Objects;
import org.handsel.platform.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts an [OpenService] on its addresses: cross-origin rules, limits, and errors as JSON instead
/// of pages.
final class ServiceDoor {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceDoor.class);

  private final OpenService service;
  private final WebOptions options;

  private ServiceDoor(OpenService service, WebOptions options) {
    this.service = service;
    this.options = options;
  }

  static void open(JavalinConfig config, OpenService service, WebOptions options) {
    ServiceDoor door = new ServiceDoor(service, options);
    for (String path : new String[] {service.root(), service.root() + "/<rest>"}) {
      config.routes.get(path, door::answer);
      config.routes.post(path, door::answer);
      config.routes.options(path, door::preflight);
    }
  }

  /// Whether a path belongs to a service.
  static boolean below(OpenService service, String path) {
    return path.equals(service.root()) || path.startsWith(service.root() + "/");
  }

  private void preflight(Context context) {
    context
        .status(204)
        .header("Access-Control-Allow-Methods", "GET, POST, OPTIONS")
        .header("Access-Control-Allow-Headers", "Content-Type, Authorization, Accept-Language")
        .header("Access-Control-Max-Age", "600");
    // A browser asks this before a page of the web may reach an address of this machine.
    if (context.header("Access-Control-Request-Private-Network") != null) {
      context.header("Access-Control-Allow-Private-Network", "true");
    }
  }

  private void answer(Context context) {
    ServiceAnswer answer;
    try {
      answer = service.answer(call(context));
    } catch (HttpResponseException refusal) {
      answer = error(refusal.getStatus(), "The request is larger than is taken here.");
    } catch (RuntimeException e) {
      LOG.error("fault at {} {}", context.method(), context.path(), e);
      answer = error(500, "A fault of Handsel; its log tells more.");
    }
    context
        .status(answer.status())
        .contentType(answer.contentType())
        .header("Content-Security-Policy", answer.policy())
        .result(answer.body());
  }

  private static ServiceAnswer error(int status, String message) {
    return ServiceAnswer.json(status, Json.line(Map.of("error", message)));
  }

  private ServiceCall call(Context context) {
    String type = Objects.requireNonNullElse(context.contentType(), "");
    boolean post = context.req().getMethod().equals("POST");
    boolean form = post && type.startsWith("application/x-www-form-urlencoded");
    String path = context.path().substring(service.root().length());
    return new ServiceCall(
        post ? "POST" : "GET",
        path.startsWith("/") ? path.substring(1) : path,
        context.queryParamMap(),
        form ? context.formParamMap() : Map.of(),
        post && !form ? context.body() : "",
        options.address().orElseGet(() -> "http://" + context.header("Host")),
        Objects.requireNonNullElse(context.header("Authorization"), ""));
  }
}
