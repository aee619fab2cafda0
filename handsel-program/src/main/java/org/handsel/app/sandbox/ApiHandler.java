package org.handsel.app.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handsel.platform.Json;
import org.jspecify.annotations.Nullable;

/// Takes an API request from the net, lets it fail where it should, and writes the answer.
final class ApiHandler {
  private static final Pattern COOKIE = Pattern.compile(Sessions.COOKIE + "=([0-9a-f]+)");
  private static final String LOST =
      "<!DOCTYPE html><title>Wikimedia Error</title><p>fault of the sandbox";

  private final Api api;
  private final Sessions sessions;
  private final FormReader reader;
  private final Faults faults;
  private final ServiceTime serviceTime;

  ApiHandler(
      Api api, Sessions sessions, FormReader reader, Faults faults, ServiceTime serviceTime) {
    this.api = api;
    this.sessions = sessions;
    this.reader = reader;
    this.faults = faults;
    this.serviceTime = serviceTime;
  }

  void handle(HttpExchange exchange) throws IOException {
    long begun = serviceTime.begin();
    boolean timed = false;
    try (Form form = read(exchange)) {
      Optional<Fault> fault = faults.hit(form.encoded());
      boolean carriedOut = fault.isEmpty() || fault.get().happensAfter();
      byte[] answer = carriedOut ? carryOut(exchange, form) : new byte[0];
      serviceTime.end(begun);
      timed = true;
      if (fault.isPresent()) {
        fail(exchange, fault.get());
      } else {
        send(exchange, 200, "application/json; charset=utf-8", answer);
      }
    } finally {
      if (!timed) {
        serviceTime.end(begun);
      }
      // Whatever was not answered until here ends with the connection.
      exchange.close();
    }
  }

  private Form read(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getRawQuery();
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    return reader.read(
        exchange.getRequestMethod(),
        query == null ? "" : query,
        type == null ? "" : type,
        exchange.getRequestBody());
  }

  private byte[] carryOut(HttpExchange exchange, Form form) throws IOException {
    Map<String, Object> answer;
    Sessions.Session session = sessions.of(cookie(exchange));
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    try {
      if (token != null && token.startsWith("Bearer ")) {
        session = sessions.ofToken(token.substring("Bearer ".length()));
      }
      Call call = new Call(form, session);
      try {
        answer = api.answer(call);
      } finally {
        session = call.session();
      }
    } catch (Refusal refusal) {
      answer = refused(exchange, refusal);
    }
    exchange
        .getResponseHeaders()
        .add(
            "Set-Cookie",
            "%s=%s; Path=/; HttpOnly; SameSite=Lax".formatted(Sessions.COOKIE, session.id()));
    Object shaped = form.text("formatversion").equals("2") ? answer : Formats.version1(answer);
    return Json.line(shaped).getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> refused(HttpExchange exchange, Refusal refusal) {
    exchange.getResponseHeaders().add("MediaWiki-API-Error", refusal.code());
    Map<String, Object> error = refusal.error();
    if (refusal.code().equals("maxlag")) {
      exchange.getResponseHeaders().add("Retry-After", "5");
      exchange.getResponseHeaders().add("X-Database-Lag", String.valueOf(error.get("lag")));
    }
    error.put("docref", "The sandbox answers as MediaWiki 1.39 does.");
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("error", error);
    return answer;
  }

  private static @Nullable String cookie(HttpExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst("Cookie");
    Matcher matcher = COOKIE.matcher(header == null ? "" : header);
    return matcher.find() ? matcher.group(1) : null;
  }

  private static void fail(HttpExchange exchange, Fault fault) throws IOException {
    if (fault.cut()) {
      // Closing the exchange before any answer closes the connection.
      return;
    }
    exchange.getResponseHeaders().remove("MediaWiki-API-Error");
    Integer retryAfter = fault.retryAfter();
    if (retryAfter != null) {
      exchange.getResponseHeaders().add("Retry-After", retryAfter.toString());
    }
    String body = fault.body();
    send(
        exchange,
        fault.answer(),
        body != null && body.startsWith("{")
            ? "application/json; charset=utf-8"
            : "text/html; charset=utf-8",
        (body == null ? LOST : body).getBytes(StandardCharsets.UTF_8));
  }

  static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    }
  }
}
