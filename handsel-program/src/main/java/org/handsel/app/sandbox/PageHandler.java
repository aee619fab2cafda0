package org.handsel.app.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Serves what a browser asks for: the pages, their style and the files.
final class PageHandler {
  private static final Pattern FROM = Pattern.compile("(?:^|&)from=([0-9]{1,9})(?:&|$)");

  private final Store store;
  private final Pages pages;

  PageHandler(Store store, Pages pages) {
    this.store = store;
    this.pages = pages;
  }

  void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      // Whatever a file says: nothing of it may run, and nothing may come from elsewhere.
      exchange
          .getResponseHeaders()
          .set(
              "Content-Security-Policy",
              "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none'; form-action"
                  + " 'none'; frame-ancestors 'none'; sandbox"
                  + " allow-top-navigation-by-user-activation allow-same-origin");
      exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
      String path = exchange.getRequestURI().getPath();
      if (path.equals("/")) {
        html(exchange, Optional.of(pages.gallery(from(exchange))));
      } else if (path.equals("/sandbox.css")) {
        css(exchange);
      } else if (path.startsWith("/wiki/Special:Filepath/")) {
        file(exchange, path.substring("/wiki/Special:Filepath/".length()));
      } else if (path.startsWith("/wiki/")) {
        html(exchange, pages.page(path.substring("/wiki/".length())));
      } else if (path.startsWith("/images/")) {
        file(exchange, path.substring("/images/".length()));
      } else if (path.equals("/w/index.php")) {
        html(exchange, byId(exchange));
      } else {
        html(exchange, Optional.empty());
      }
    }
  }

  private Optional<String> byId(HttpExchange exchange) {
    String query = exchange.getRequestURI().getRawQuery();
    Matcher matcher = Pattern.compile("curid=([0-9]{1,9})").matcher(query == null ? "" : query);
    return matcher.find()
        ? store.page(Integer.parseInt(matcher.group(1))).flatMap(page -> pages.page(page.title()))
        : Optional.empty();
  }

  private static int from(HttpExchange exchange) {
    String query = exchange.getRequestURI().getRawQuery();
    Matcher matcher = FROM.matcher(query == null ? "" : query);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  private static void html(HttpExchange exchange, Optional<String> page) throws IOException {
    ApiHandler.send(
        exchange,
        page.isPresent() ? 200 : 404,
        "text/html; charset=utf-8",
        page.orElse("<!DOCTYPE html><title>Not here</title><p>The sandbox has no such page.")
            .getBytes(StandardCharsets.UTF_8));
  }

  private static void css(HttpExchange exchange) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(PageHandler.class.getResourceAsStream("sandbox.css"))) {
      ApiHandler.send(exchange, 200, "text/css; charset=utf-8", in.readAllBytes());
    }
  }

  private void file(HttpExchange exchange, String name) throws IOException {
    String last = name.substring(name.lastIndexOf('/') + 1);
    Optional<WikiPage> page =
        Titles.read("File:" + decoded(last))
            .flatMap(title -> store.page(title.full()))
            .filter(WikiPage::hasFile);
    if (page.isEmpty()) {
      html(exchange, Optional.empty());
      return;
    }
    Path bytes = store.path(page.get().file().sha1());
    exchange.getResponseHeaders().set("Content-Type", page.get().file().mime());
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.sendResponseHeaders(200, Files.size(bytes));
    try (OutputStream out = exchange.getResponseBody()) {
      Files.copy(bytes, out);
    }
  }

  /// The path came decoded from the URI already; a name with a percent sign stays as it is.
  private static String decoded(String name) {
    try {
      return name.contains("%") ? URLDecoder.decode(name, StandardCharsets.UTF_8) : name;
    } catch (IllegalArgumentException e) {
      return name;
    }
  }
}
