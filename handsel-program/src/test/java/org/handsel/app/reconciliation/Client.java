package org.handsel.app.reconciliation;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/// A client of the service as programs are: without cookies.
final class Client {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private Client() {}

  static HttpResponse<String> get(String url, String... headers) {
    return send(request(url, headers).GET().build());
  }

  static HttpResponse<String> form(String url, String name, String value, String... headers) {
    return send(
        request(url, headers)
            .header("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8")
            .POST(
                BodyPublishers.ofString(
                    name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
            .build());
  }

  static HttpResponse<String> json(String url, String body, String... headers) {
    return send(
        request(url, headers)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  static HttpResponse<String> options(String url, String... headers) {
    return send(request(url, headers).method("OPTIONS", BodyPublishers.noBody()).build());
  }

  private static HttpRequest.Builder request(String url, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
