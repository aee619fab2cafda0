package org.handsel.collection.harvest;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;

/// Asks a repository, politely: one request at a time, with the pause that is set, longer where it
/// asks for that. Redirects are followed where each address may be contacted. Used by one thread.
final class OaiRequests {
  private static final int MOST_REDIRECTS = 5;
  private static final int LARGEST_PAGE = 256 << 20;
  private static final Set<Integer> PASSING = Set.of(408, 425, 429, 500, 502, 503, 504);
  private static final Set<Integer> MOVED = Set.of(301, 302, 303, 307, 308);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(30))
          .build();
  private final HarvestPace pace;
  private final Addresses addresses;
  private boolean asked;

  OaiRequests(HarvestPace pace, Addresses addresses) {
    this.pace = pace;
    this.addresses = addresses;
  }

  /// The body of the answer.
  ///
  /// @throws HandselException with exit 3 when the repository gives none after all tries, with exit
  ///   2 when an address must not be contacted
  byte[] get(URI base, Map<String, String> query) throws InterruptedException {
    URI address = address(base, query);
    Duration wait = pace.between();
    Duration next = Duration.ofSeconds(2);
    String last = "";
    for (int attempt = 1; attempt <= pace.tries(); attempt++) {
      if (asked) {
        pace.waiter().pause(wait);
      }
      asked = true;
      try {
        Answer answer = follow(address);
        byte[] body = answer.body();
        if (body != null) {
          return body;
        }
        last = "HTTP " + answer.status();
        if (!PASSING.contains(answer.status())) {
          break;
        }
        Duration told = answer.retryAfter();
        if (told != null && told.compareTo(pace.longest()) > 0) {
          throw HandselException.environment(
              "%s: the repository asks to come back in %,d minutes. What was fetched is kept: run the same command again then."
                  .formatted(base, told.toMinutes()));
        }
        wait = told != null && told.compareTo(next) > 0 ? told : next;
      } catch (IOException broken) {
        String message = broken.getMessage();
        last = message == null ? broken.getClass().getSimpleName() : message;
        wait = next;
      }
      wait = wait.compareTo(pace.between()) < 0 ? pace.between() : wait;
      next = next.multipliedBy(2).compareTo(pace.longest()) > 0 ? next : next.multipliedBy(2);
    }
    throw HandselException.environment(
        "%s: no answer from the repository: expected a page, found: %s. What was fetched is kept: run the same command again."
            .formatted(address, last));
  }

  /// @param body null when the status is not 200
  /// @param retryAfter null when the repository names no time
  private record Answer(int status, byte @Nullable [] body, @Nullable Duration retryAfter) {}

  private Answer follow(URI first) throws IOException, InterruptedException {
    URI address = first;
    for (int i = 0; i <= MOST_REDIRECTS; i++) {
      addresses.check(address);
      HttpRequest request =
          HttpRequest.newBuilder(address)
              .timeout(PATIENCE)
              .header("User-Agent", "Handsel (OAI-PMH harvester)")
              .header("Accept", "text/xml, application/xml")
              .GET()
              .build();
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        int status = response.statusCode();
        if (!MOVED.contains(status)) {
          return new Answer(
              status,
              status == 200 ? whole(body, address) : null,
              retryAfter(response.headers().firstValue("Retry-After").orElse("")));
        }
        String location = response.headers().firstValue("Location").orElse("");
        try {
          address = address.resolve(location);
        } catch (IllegalArgumentException wrong) {
          throw new IOException("moved to an address that is none: " + location, wrong);
        }
      }
    }
    throw new IOException("moved more than %d times".formatted(MOST_REDIRECTS));
  }

  private static byte[] whole(InputStream body, URI address) throws IOException {
    byte[] bytes = body.readNBytes(LARGEST_PAGE + 1);
    if (bytes.length > LARGEST_PAGE) {
      throw HandselException.input(
          "%s: the page is too large: expected at most %d MB. Ask for a smaller set."
              .formatted(address, LARGEST_PAGE >> 20));
    }
    return bytes;
  }

  /// Seconds or a date (RFC 9110, 10.2.3).
  private @Nullable Duration retryAfter(String header) {
    String text = header.strip();
    if (text.matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(text));
    }
    try {
      ZonedDateTime until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
      Duration left = Duration.between(pace.clock().instant(), until.toInstant());
      return left.isNegative() ? Duration.ZERO : left;
    } catch (DateTimeException none) {
      return null;
    }
  }

  private static URI address(URI base, Map<String, String> query) {
    StringBuilder text = new StringBuilder(base.toString());
    String separator = base.getQuery() == null ? "?" : "&";
    for (Map.Entry<String, String> entry : query.entrySet()) {
      text.append(separator)
          .append(entry.getKey())
          .append('=')
          .append(URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8));
      separator = "&";
    }
    return URI.create(text.toString());
  }
}
