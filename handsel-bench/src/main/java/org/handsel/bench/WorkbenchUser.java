package org.handsel.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A person with a browser: keeps cookies, knows the token of the last page, waits for the whole
/// answer.
final class WorkbenchUser {
  private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final URI base;
  private String token = "";

  WorkbenchUser(URI base) {
    this.base = base;
  }

  void logIn(String name, String password) throws IOException, InterruptedException {
    get("/login", false);
    send("/login", "name=" + encoded(name) + "&password=" + encoded(password));
    get("/", false);
  }

  /// Asks for a page.
  ///
  /// @param part whether htmx asks, who wants a part of the page
  /// @return milliseconds until the last byte was there
  double get(String path, boolean part) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofMinutes(2));
    if (part) {
      request.header("HX-Request", "true");
    }
    return timed(request.GET().build(), 200);
  }

  /// Sends a form with the token of the last page.
  double send(String path, String form) throws IOException, InterruptedException {
    return timed(
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofMinutes(2))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("csrf=" + encoded(token) + "&" + form))
            .build(),
        303);
  }

  private double timed(HttpRequest request, int expected) throws IOException, InterruptedException {
    long before = System.nanoTime();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    double took = (System.nanoTime() - before) / 1e6;
    if (answer.statusCode() != expected) {
      throw new IllegalStateException(
          "%s: expected %d, found %d".formatted(request.uri(), expected, answer.statusCode()));
    }
    Matcher found = TOKEN.matcher(answer.body());
    if (found.find()) {
      token = found.group(1);
    }
    return took;
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
