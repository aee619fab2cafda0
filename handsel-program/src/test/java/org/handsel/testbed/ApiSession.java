package org.handsel.testbed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.handsel.platform.Json;
import tools.jackson.databind.JsonNode;

/// One conversation with an Action API, written for tests and independent of the program's own
/// client: no retries, no waiting, every answer as it came.
public final class ApiSession implements AutoCloseable {
  private final URI api;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private String token = "+\\";

  public ApiSession(URI api) {
    this.api = api;
  }

  /// Answers as bytes, status and headers included.
  public HttpResponse<byte[]> exchange(Map<String, ?> parameters) {
    return post(parameters, "application/x-www-form-urlencoded", form(parameters));
  }

  /// A question or an action without a file; format version 2 unless the parameters say otherwise.
  public JsonNode call(Object... namesAndValues) {
    return json(exchange(parameters(namesAndValues)));
  }

  /// An action that changes something: the session's token is added.
  public JsonNode act(Object... namesAndValues) {
    Map<String, Object> parameters = parameters(namesAndValues);
    parameters.putIfAbsent("token", token);
    return json(exchange(parameters));
  }

  /// An upload: parameters with `byte[]` values go as files.
  public JsonNode upload(Object... namesAndValues) {
    return json(rawUpload(namesAndValues));
  }

  public HttpResponse<byte[]> rawUpload(Object... namesAndValues) {
    Map<String, Object> parameters = parameters(namesAndValues);
    parameters.putIfAbsent("action", "upload");
    parameters.putIfAbsent("token", token);
    String boundary = "----" + UUID.randomUUID();
    return post(
        parameters, "multipart/form-data; boundary=" + boundary, multipart(parameters, boundary));
  }

  /// Logs in and fetches the token; returns the result (`Success`, `Failed`).
  public String login(String name, String password) {
    String login =
        call("action", "query", "meta", "tokens", "type", "login")
            .at("/query/tokens/logintoken")
            .asString();
    String result =
        call("action", "login", "lgname", name, "lgpassword", password, "lgtoken", login)
            .at("/login/result")
            .asString();
    token = call("action", "query", "meta", "tokens").at("/query/tokens/csrftoken").asString();
    return result;
  }

  public String token() {
    return token;
  }

  /// What an answer says in one word: the error's code, the keys of the warnings, or the result.
  public static String code(JsonNode answer) {
    if (answer.has("error")) {
      return answer.at("/error/code").asString();
    }
    JsonNode upload = answer.path("upload");
    if (upload.path("result").asString("").equals("Warning")) {
      return String.join("+", upload.path("warnings").propertyNames().stream().sorted().toList());
    }
    return upload.has("result")
        ? upload.path("result").asString()
        : answer.path("edit").path("result").asString("?");
  }

  private static Map<String, Object> parameters(Object... namesAndValues) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("format", "json");
    parameters.put("formatversion", "2");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      parameters.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return parameters;
  }

  private HttpResponse<byte[]> post(Map<String, ?> parameters, String type, byte[] body) {
    HttpRequest request =
        HttpRequest.newBuilder(api)
            .timeout(Duration.ofMinutes(2))
            .header("Content-Type", type)
            .header("User-Agent", "handsel-test")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(parameters.keySet().toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(HttpResponse<byte[]> response) {
    return Json.mapper().readTree(response.body());
  }

  private static byte[] form(Map<String, ?> parameters) {
    return parameters.entrySet().stream()
        .map(e -> encode(e.getKey()) + "=" + encode(e.getValue().toString()))
        .collect(Collectors.joining("&"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static byte[] multipart(Map<String, ?> parameters, String boundary) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    parameters.forEach((name, value) -> {
      boolean file = value instanceof byte[];
      String head =
          "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n"
              .formatted(
                  boundary,
                  name,
                  file ? "; filename=\"file\"\r\nContent-Type: application/octet-stream" : "");
      out.writeBytes(head.getBytes(StandardCharsets.UTF_8));
      out.writeBytes(file ? (byte[]) value : value.toString().getBytes(StandardCharsets.UTF_8));
      out.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    });
    out.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  @Override
  public void close() {
    http.close();
  }
}
