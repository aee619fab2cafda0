package org.handsel.impact;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.handsel.wiki.api.Patience;

/// A service on loopback that answers as a test says, and remembers what it was asked.
final class StubService implements AutoCloseable {
  private final HttpServer server;
  private final Function<Question, Answer> answers;
  private final List<Question> asked = Collections.synchronizedList(new ArrayList<>());
  private final List<Duration> waits = Collections.synchronizedList(new ArrayList<>());

  /// @param path without decoding
  /// @param form parameters of the query and the body
  record Question(String path, Map<String, String> form, String agent, String method) {
    String of(String name) {
      return form.getOrDefault(name, "");
    }
  }

  record Answer(int status, String body, String retryAfter) {
    static Answer json(String body) {
      return new Answer(200, body, "");
    }

    static Answer status(int status) {
      return new Answer(status, "{\"title\":\"no\"}", "");
    }
  }

  StubService(Function<Question, Answer> answers) {
    this.answers = answers;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    Map<String, String> form = new LinkedHashMap<>();
    String query = exchange.getRequestURI().getRawQuery();
    read(query == null ? "" : query, form);
    read(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8), form);
    Question question =
        new Question(
            exchange.getRequestURI().getRawPath(),
            form,
            String.valueOf(exchange.getRequestHeaders().getFirst("User-Agent")),
            exchange.getRequestMethod());
    asked.add(question);
    Answer answer = answers.apply(question);
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    if (!answer.retryAfter().isEmpty()) {
      exchange.getResponseHeaders().add("Retry-After", answer.retryAfter());
    }
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static void read(String text, Map<String, String> form) {
    for (String part : text.split("&", -1)) {
      int at = part.indexOf('=');
      if (at > 0) {
        form.put(
            part.substring(0, at),
            URLDecoder.decode(part.substring(at + 1), StandardCharsets.UTF_8));
      }
    }
  }

  URI address() {
    return URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
  }

  List<Question> asked() {
    return List.copyOf(asked);
  }

  /// How long the client would have waited.
  List<Duration> waits() {
    return List.copyOf(waits);
  }

  /// Patience that waits only on paper.
  Patience patience(Duration total) {
    return new Patience(
        Clock.systemUTC(),
        time -> {
          waits.add(time);
          return waits.size() < 20;
        },
        new Random(1),
        total,
        Duration.ofMillis(1),
        Duration.ofMillis(5));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
