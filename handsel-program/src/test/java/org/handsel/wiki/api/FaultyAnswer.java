package org.handsel.wiki.api;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.handsel.platform.Json;

/// What the wiki of the tests answers.
///
/// @param retryAfter the header of that name; empty for none
record FaultyAnswer(int status, String type, String body, String retryAfter) {
  private static final String HTML = "<!DOCTYPE html><title>Error</title>";

  static FaultyAnswer json(Object body) {
    return json(Json.line(body));
  }

  static FaultyAnswer json(String body) {
    return new FaultyAnswer(200, "application/json; charset=utf-8", body, "");
  }

  static FaultyAnswer error(String code, String info) {
    return json(Map.of("error", Map.of("code", code, "info", info)));
  }

  /// As a cache in front of a wiki answers.
  static FaultyAnswer page(int status) {
    return new FaultyAnswer(status, "text/html", HTML, "");
  }

  FaultyAnswer after(String seconds) {
    return new FaultyAnswer(status, type, body, seconds);
  }

  /// The same, cut off in the middle.
  FaultyAnswer torn() {
    return new FaultyAnswer(status, type, body.substring(0, body.length() / 2), retryAfter);
  }

  void send(HttpExchange exchange) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", type);
    if (!retryAfter.isEmpty()) {
      exchange.getResponseHeaders().add("Retry-After", retryAfter);
    }
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
