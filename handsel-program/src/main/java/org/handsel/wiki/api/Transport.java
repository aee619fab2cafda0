package org.handsel.wiki.api;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.handsel.platform.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Carries one request to `api.php` and judges its answer by HTTP status, content type and body
/// together, because MediaWiki sends errors with status 200 and caches before it send pages of
/// their own. Never repeats a request. Safe for use by many threads.
///
/// HTTP/1.1 only: over HTTP/2 the JDK's client met GOAWAY after some 200 uploads.
final class Transport implements AutoCloseable {
  private static final int LONGEST_INFO = 400;

  private final HttpClient client;
  private final CookieManager cookies =
      new CookieManager(null, CookiePolicy.ACCEPT_ORIGINAL_SERVER);
  private final WikiSettings settings;
  private final ErrorClasses classes = ErrorClasses.load();
  private final SecureRandom boundaries = new SecureRandom();
  private volatile @Nullable Authorised authorised;

  /// Who may see a token: this host only, and no redirect is ever followed.
  private record Authorised(String host, int port, String header) {}

  Transport(WikiSettings settings) {
    this.settings = settings;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.connectTimeout())
            .cookieHandler(cookies)
            .build();
  }

  Reply<JsonNode> form(URI api, Map<String, String> parameters) {
    return form(api, parameters, settings.answerTimeout());
  }

  /// A form whose answer may take as long as that of an upload.
  Reply<JsonNode> patientForm(URI api, Map<String, String> parameters) {
    return form(api, parameters, settings.publishTimeout());
  }

  private Reply<JsonNode> form(URI api, Map<String, String> parameters, Duration timeout) {
    StringBuilder body = new StringBuilder();
    withFormat(parameters)
        .forEach((name, value) ->
            body.append(body.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return send(
        request(api, timeout)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body.toString()))
            .build());
  }

  /// A form with a file as its last field, streamed from the disk.
  Reply<JsonNode> withFile(URI api, Map<String, String> parameters, Path file) {
    try {
      return multipart(api, parameters, "file", BodyPublishers.ofFile(file));
    } catch (FileNotFoundException e) {
      return new Reply.No<>(
          new ApiFailure(
              "file-unreadable",
              file + " cannot be read",
              FailureClass.FIX_FILE,
              true,
              "Put the file back, then run the command again.",
              null,
              Map.of()));
    }
  }

  Reply<JsonNode> withChunk(URI api, Map<String, String> parameters, byte[] chunk) {
    return multipart(api, parameters, "chunk", BodyPublishers.ofByteArray(chunk));
  }

  private Reply<JsonNode> multipart(
      URI api, Map<String, String> parameters, String field, BodyPublisher content) {
    byte[] random = new byte[16];
    boundaries.nextBytes(random);
    String boundary = "handsel-" + HexFormat.of().formatHex(random);
    StringBuilder head = new StringBuilder();
    withFormat(parameters)
        .forEach((name, value) ->
            head.append("--%s\r\n".formatted(boundary))
                .append("Content-Disposition: form-data; name=\"%s\"\r\n".formatted(name))
                .append("Content-Type: text/plain; charset=UTF-8\r\n\r\n")
                .append(value)
                .append("\r\n"));
    head.append("--%s\r\n".formatted(boundary))
        .append(
            "Content-Disposition: form-data; name=\"%s\"; filename=\"upload\"\r\n".formatted(field))
        .append("Content-Type: application/octet-stream\r\n\r\n");
    BodyPublisher body =
        BodyPublishers.concat(
            BodyPublishers.ofString(head.toString()),
            content,
            BodyPublishers.ofString("\r\n--%s--\r\n".formatted(boundary)));
    return send(
        request(api, settings.publishTimeout())
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(body)
            .build());
  }

  /// Fetches a page of the wiki itself, to find the address of its API.
  Optional<String> page(URI address) {
    try {
      HttpResponse<String> response =
          client.send(
              request(address, settings.answerTimeout()).GET().build(), BodyHandlers.ofString());
      return response.statusCode() == 200 ? Optional.of(response.body()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /// From now on requests to this API carry a token.
  void authorise(URI api, String token) {
    authorised = new Authorised(api.getHost(), api.getPort(), "Bearer " + token);
  }

  void forgetCookies() {
    cookies.getCookieStore().removeAll();
  }

  ApiFailure failure(String code, String info) {
    return classes.failure(code, info, null, Map.of());
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private HttpRequest.Builder request(URI address, Duration timeout) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).header("User-Agent", settings.userAgent()).timeout(timeout);
    Authorised may = authorised;
    return may != null && may.host.equals(address.getHost()) && may.port == address.getPort()
        ? request.header("Authorization", may.header)
        : request;
  }

  private static Map<String, String> withFormat(Map<String, String> parameters) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("format", "json");
    all.put("formatversion", "2");
    all.putAll(parameters);
    return all;
  }

  private Reply<JsonNode> send(HttpRequest request) {
    try {
      return judge(client.send(request, BodyHandlers.ofByteArray()));
    } catch (HttpConnectTimeoutException | ConnectException e) {
      return new Reply.No<>(failure("no-connection", words(e)));
    } catch (IOException e) {
      return new Reply.No<>(failure(ApiFailure.NO_ANSWER, words(e)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Reply.No<>(failure(ApiFailure.NO_ANSWER, "interrupted"));
    }
  }

  private Reply<JsonNode> judge(HttpResponse<byte[]> response) {
    int status = response.statusCode();
    Duration retryAfter = retryAfter(response);
    JsonNode body = json(response);
    JsonNode error = body == null ? null : body.path("error");
    if (error != null && error.isObject()) {
      String code = error.path("code").asString("no-code");
      return new Reply.No<>(
          classes.failure(code, cut(error.path("info").asString("")), retryAfter, detail(error)));
    }
    if (status != 200) {
      Map<String, String> detail =
          response
              .headers()
              .firstValue("Location")
              .map(place -> Map.of("location", place))
              .orElse(Map.of());
      return new Reply.No<>(
          classes.failure("http-" + status, "HTTP status " + status, retryAfter, detail));
    }
    if (body == null) {
      String type = response.headers().firstValue("Content-Type").orElse("no content type");
      return new Reply.No<>(
          classes.failure(
              ApiFailure.NOT_AN_ANSWER,
              "HTTP status 200 with %s instead of whole JSON".formatted(cut(type)),
              retryAfter,
              Map.of()));
    }
    return new Reply.Value<>(body);
  }

  /// The body when it says that it is JSON and is a whole JSON object; else null.
  private static @Nullable JsonNode json(HttpResponse<byte[]> response) {
    String type = response.headers().firstValue("Content-Type").orElse("");
    if (!type.toLowerCase(Locale.ROOT).contains("json")) {
      return null;
    }
    try {
      JsonNode body = Json.mapper().readTree(response.body());
      return body.isObject() ? body : null;
    } catch (JacksonException e) {
      return null;
    }
  }

  private static Map<String, String> detail(JsonNode error) {
    Map<String, String> detail = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> property : error.properties()) {
      JsonNode value = property.getValue();
      switch (property.getKey()) {
        case "code", "info", "docref", "messages" -> {}
        default ->
            detail.put(
                property.getKey(),
                cut(value.isContainer() ? value.toString() : value.asString("")));
      }
    }
    return detail;
  }

  private static @Nullable Duration retryAfter(HttpResponse<?> response) {
    String text = response.headers().firstValue("Retry-After").orElse("").strip();
    if (text.matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(text));
    }
    try {
      return text.isEmpty()
          ? null
          : Duration.between(
              ZonedDateTime.parse(
                  response.headers().firstValue("Date").orElse(text),
                  DateTimeFormatter.RFC_1123_DATE_TIME),
              ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME));
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_INFO ? text : text.substring(0, LONGEST_INFO) + "… (cut)";
  }

  private static String words(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : cut(e.getMessage());
  }
}
