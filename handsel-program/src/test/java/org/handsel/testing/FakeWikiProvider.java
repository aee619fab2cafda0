package org.handsel.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A wiki that vouches for people by OAuth 2.0 as MediaWiki's extension does: gives a code for the
/// authorisation, takes it once and only with the verifier that fits, and tells who the person is
/// to whoever has the token.
public final class FakeWikiProvider implements AutoCloseable {
  private final HttpServer server;
  private final String client;
  private final String secret;

  /// Codes that were given, each with its challenge and callback.
  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

  private volatile String profile = "";
  private volatile int status = 200;

  private FakeWikiProvider(HttpServer server, String client, String secret) {
    this.server = server;
    this.client = client;
    this.secret = secret;
  }

  public static FakeWikiProvider start(String client, String secret) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    FakeWikiProvider provider = new FakeWikiProvider(server, client, secret);
    server.createContext("/w/rest.php/oauth2/access_token", provider::token);
    server.createContext("/w/rest.php/oauth2/resource/profile", provider::tell);
    server.start();
    return provider;
  }

  /// Address of its `rest.php/oauth2`.
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/w/rest.php/oauth2";
  }

  /// Who sits before the browser.
  public void person(String id, String name) {
    profile =
        "{\"sub\":\"%s\",\"username\":\"%s\",\"email\":\"x@wiki.example\"}".formatted(id, name);
    status = 200;
  }

  /// Lets the profile be answered like this.
  public void answers(int code, String body) {
    profile = body;
    status = code;
  }

  /// What the person does on the wiki's page: looks at what is asked for and agrees.
  ///
  /// @param address where the workbench sent the browser
  /// @return where the wiki sends the browser back
  public URI agree(URI address) {
    Map<String, String> asked = fields(address.getRawQuery());
    if (!address.toString().startsWith(url() + "/authorize?")
        || !"code".equals(asked.get("response_type"))
        || !client.equals(asked.get("client_id"))
        || !"S256".equals(asked.get("code_challenge_method"))) {
      throw new IllegalStateException("not an authorisation: " + address);
    }
    String code = "code" + codes.size();
    codes.put(code, asked);
    return URI.create(
        "%s?code=%s&state=%s".formatted(asked.get("redirect_uri"), code, asked.get("state")));
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> sent =
        fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    String basic =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
    Map<String, String> asked = codes.remove(String.valueOf(sent.get("code")));
    boolean knows =
        basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
            || (client.equals(sent.get("client_id")) && secret.equals(sent.get("client_secret")));
    if (asked == null
        || !knows
        || !"authorization_code".equals(sent.get("grant_type"))
        || !asked.get("redirect_uri").equals(sent.get("redirect_uri"))
        || !asked
            .get("code_challenge")
            .equals(challenge(String.valueOf(sent.get("code_verifier"))))) {
      answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
      return;
    }
    answer(
        exchange,
        200,
        "{\"token_type\":\"Bearer\",\"expires_in\":14400,\"access_token\":\"the-token\"}");
  }

  private void tell(HttpExchange exchange) throws IOException {
    boolean known =
        "Bearer the-token".equals(exchange.getRequestHeaders().getFirst("Authorization"));
    answer(exchange, known ? status : 401, known ? profile : "{}");
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static String challenge(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> fields(String query) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : query.split("&")) {
      String[] parts = pair.split("=", 2);
      fields.put(
          URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
          URLDecoder.decode(parts[parts.length - 1], StandardCharsets.UTF_8));
    }
    return fields;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
