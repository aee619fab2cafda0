package org.handsel.release.back;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.handsel.platform.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Links of released pages, asked of a server that answers in every way.
class SourceLinksTest {
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private HttpServer server;
  private String base;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    base = "http://127.0.0.1:" + server.getAddress().getPort();
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          requests.add(exchange.getRequestMethod() + " " + path);
          boolean head = exchange.getRequestMethod().equals("HEAD");
          String place =
              switch (path) {
                case "/moved" -> "/good";
                case "/circle" -> "/circle";
                case "/away" -> "ftp://127.0.0.1/file";
                default -> "";
              };
          if (path.equals("/cut")) {
            exchange.close();
            return;
          }
          if (!place.isEmpty()) {
            exchange.getResponseHeaders().add("Location", place);
          }
          int status =
              switch (path) {
                case "/good" -> 200;
                case "/nohead" -> head ? 405 : 200;
                case "/busy" -> 503;
                default -> place.isEmpty() ? 404 : 301;
              };
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static SourceLinks asking(boolean privateAllowed) {
    return new SourceLinks(privateAllowed, "tester@example.org", Duration.ZERO);
  }

  private static SourceLinks.Page page(String title, String... links) {
    return new SourceLinks.Page("item", title, new LinkedHashSet<>(List.of(links)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "/good, good, http",
    "/moved, moved, /good",
    "/nohead, good, http",
    "/gone, broken, HTTP status 404",
    "/busy, broken, HTTP status 503",
    "/circle, broken, leads in circles",
    "/cut, broken, no answer",
    "/away, not-asked, expected an address with http or https"
  })
  void anAddressIsToldAsItAnswers(String path, String state, String note) {
    try (SourceLinks links = asking(true)) {
      SourceLink link =
          links.ask(List.of(page("File:A.jpg", base + path)), Progress.NONE).getFirst();

      assertThat(link.title()).isEqualTo("File:A.jpg");
      assertThat(link.item()).isEqualTo("item");
      assertThat(link.address()).isEqualTo(base + path);
      assertThat(link.state()).isEqualTo(state);
      assertThat(link.note()).contains(note);
    }
  }

  @Test
  void anAddressOnManyPagesIsAskedOnce() {
    try (SourceLinks links = asking(true)) {
      List<SourceLink> found =
          links.ask(
              List.of(page("File:A.jpg", base + "/good"), page("File:B.jpg", base + "/good")),
              Progress.NONE);

      assertThat(found).extracting(SourceLink::title).containsExactly("File:A.jpg", "File:B.jpg");
      assertThat(requests).containsExactly("HEAD /good");
    }
  }

  @Test
  void nothingOfAPrivateNetworkIsAskedUnlessThatWasAllowed() {
    try (SourceLinks links = asking(false)) {
      SourceLink link =
          links.ask(List.of(page("File:A.jpg", base + "/good")), Progress.NONE).getFirst();

      assertThat(link.state()).isEqualTo("not-asked");
      assertThat(link.note()).contains("public internet", "--allow-private");
      assertThat(requests).isEmpty();
    }
  }

  @Test
  void whatIsNoAddressIsBroken() {
    try (SourceLinks links = asking(true)) {
      assertThat(links.ask(List.of(page("File:A.jpg", "http://a b/%zz")), Progress.NONE).getFirst())
          .isEqualTo(
              new SourceLink("item", "File:A.jpg", "http://a b/%zz", "broken", "no address"));
    }
  }

  @Test
  void linksOfAPageAreReadWithoutTheSignsAroundThem() {
    assertThat(
            SourceLinks.of(
                "See [https://museum.example/a the record], (https://museum.example/b)."
                    + " {{Link|https://museum.example/c?x=1&y=2}} <http://museum.example/d>"
                    + " [[File:X.jpg]] mailto:a@example.org"))
        .isEqualTo(
            Set.of(
                "https://museum.example/a",
                "https://museum.example/b",
                "https://museum.example/c?x=1&y=2",
                "http://museum.example/d"));
  }
}
