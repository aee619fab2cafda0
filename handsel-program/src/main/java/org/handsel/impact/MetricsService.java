package org.handsel.impact;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.wiki.api.ApiFailure;
import org.handsel.wiki.api.FailureClass;
import org.handsel.wiki.api.Patience;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Asks a service of numbers one question at a time. A busy service is asked again within the
/// patience, and not before the time that it names; every other answer than JSON is told as what it
/// is. Only the address that was given is contacted: redirects are not followed.
final class MetricsService implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY = 429;
  private static final int SERVER_FAULT = 500;
  private static final int OK = 200;

  private final URI base;
  private final String agent;
  private final Patience patience;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(20))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /// What came of a question.
  sealed interface Answer {
    /// JSON, of whatever shape.
    record Told(JsonNode body) implements Answer {}

    /// The service has no such thing (404).
    record Nothing() implements Answer {}

    /// No answer that can be used.
    ///
    /// @param code `NO_ANSWER` or `NOT_JSON`
    record Lost(String code, String found) implements Answer {}
  }

  /// @param base address under which the paths begin
  /// @param contact mail address or page of the person who asks, as the service wants
  MetricsService(URI base, String contact, Patience patience) {
    this.base = base;
    this.agent = "Handsel (%s)".formatted(contact.replaceAll("[^\\x20-\\x7e]", "?"));
    this.patience = patience;
  }

  Answer ask(String path) {
    URI address = base.resolve(path);
    Patience.Trying trying = patience.begin();
    try {
      while (true) {
        HttpResponse<String> answer;
        try {
          answer =
              client.send(
                  HttpRequest.newBuilder(address)
                      .timeout(TIMEOUT)
                      .header("User-Agent", agent)
                      .header("Accept", "application/json")
                      .build(),
                  HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
          if (!trying.again(busy("no-answer", null))) {
            return new Answer.Lost("NO_ANSWER", String.valueOf(e.getMessage()));
          }
          continue;
        }
        int status = answer.statusCode();
        if (status == OK) {
          return new Answer.Told(Json.mapper().readTree(answer.body()));
        }
        if (status == NOT_FOUND) {
          return new Answer.Nothing();
        }
        boolean passing = status == TOO_MANY || status >= SERVER_FAULT;
        if (!passing || !trying.again(busy("http-" + status, wait(answer)))) {
          return new Answer.Lost("NO_ANSWER", "status " + status);
        }
      }
    } catch (JacksonException e) {
      return new Answer.Lost("NOT_JSON", String.valueOf(e.getOriginalMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw HandselException.environment("Stopped while asking " + address + ".");
    }
  }

  private static @Nullable Duration wait(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(seconds -> seconds.matches("[0-9]{1,5}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .orElse(null);
  }

  private static ApiFailure busy(String code, @Nullable Duration wait) {
    return new ApiFailure(code, "", FailureClass.WAIT, true, "", wait, Map.of());
  }

  /// A title as a part of a path.
  static String encoded(String title) {
    return URLEncoder.encode(title, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
