package org.handsel.wiki.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.handsel.platform.HandselException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WikiTest {
  @TempDir Path folder;
  private FaultyWiki server;
  private Wiki wiki;

  private static WikiSettings settings() {
    return WikiSettings.of("tester@example.org")
        .patient(
            new Patience(
                Clock.systemUTC(),
                time -> true,
                new Random(1),
                Duration.ofMinutes(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(2)));
  }

  @BeforeEach
  void open() {
    server = new FaultyWiki(Clock.systemUTC());
    wiki = Wiki.open(server.address(), settings());
    wiki.login(server.login());
  }

  @AfterEach
  void close() {
    wiki.close();
    server.close();
  }

  private UploadAnswer upload(String title) throws Exception {
    Path file = folder.resolve("a.jpg");
    Files.write(file, new byte[] {1, 2, 3});
    return wiki.upload(new FileUpload(file, 3, title, "text", "comment"), null, stash -> {});
  }

  @Test
  void anUploadAnswersWithTheWikisOwnSha1() throws Exception {
    assertThat(upload("File:A b.jpg"))
        .isEqualTo(
            new UploadAnswer.Published(
                "File:A b.jpg", FaultyWiki.sha1(new byte[] {1, 2, 3}), "http://wiki/File:A b.jpg"));
  }

  @Test
  void whoOpensAWikiToLogInIsInAfterThreeRequests() {
    int before = server.requests().size();

    try (Wiki other = Wiki.open(server.address(), settings(), server.login())) {
      other.login(server.login());
    }

    List<String> requests = server.requests();
    assertThat(requests.subList(before, requests.size()))
        .satisfiesExactly(
            first -> assertThat(first).contains("meta=siteinfo|tokens&"),
            second -> assertThat(second).startsWith("action=login&"),
            third -> assertThat(third).contains("meta=tokens|userinfo&"));
  }

  @Test
  void aLoginThatFailsAtFirstTakesATokenOfItsOwn() {
    server.fault("action=login", "503-before", 1);

    try (Wiki other = Wiki.open(server.address(), settings(), server.login())) {
      assertThat(other.login(server.login()).name()).isNotEmpty();
    }

    assertThat(server.count("meta=tokens&")).isEqualTo(2);
  }

  @Test
  void anOldTokenIsFetchedAnewOnce() throws Exception {
    server.loseToken();

    assertThat(upload("File:A.jpg")).isInstanceOf(UploadAnswer.Published.class);

    assertThat(server.count("action=login")).isEqualTo(1);
  }

  @Test
  void aLostLoginIsMadeAnew() throws Exception {
    server.loseLogin();

    assertThat(upload("File:A.jpg")).isInstanceOf(UploadAnswer.Published.class);

    assertThat(server.count("action=login")).isEqualTo(2);
  }

  @Test
  void aTokenThatStaysBadEndsTheBatch() throws Exception {
    server.fault("action=upload", "badtoken", 100);

    assertThat(upload("File:A.jpg"))
        .isInstanceOfSatisfying(
            UploadAnswer.Failed.class,
            failed -> assertThat(failed.failure().kind()).isEqualTo(FailureClass.STOP_BATCH));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"503-after", "cut-after", "html-after", "torn-after", "nonsense-after"})
  void aLostAnswerIsAnUnknownOutcomeAndNotSentAgain(String kind) throws Exception {
    server.fault("action=upload", kind, 1);

    assertThat(upload("File:A.jpg"))
        .isInstanceOfSatisfying(
            UploadAnswer.Failed.class,
            failed -> {
              assertThat(failed.failure().certain()).isFalse();
              assertThat(failed.failure().kind()).isEqualTo(FailureClass.WAIT);
            });

    assertThat(server.count("action=upload")).isEqualTo(1);
  }

  @Test
  void theSameFileAgainIsAWarningWithTheSameBytes() throws Exception {
    upload("File:A.jpg");

    assertThat(upload("File:A.jpg"))
        .isInstanceOfSatisfying(
            UploadAnswer.Warned.class,
            warned ->
                assertThat(UploadWarnings.load().meaning(warned.warnings()))
                    .isEqualTo(new UploadWarnings.Meaning.SameBytesHere()));
    assertThat(upload("File:B.jpg"))
        .isInstanceOfSatisfying(
            UploadAnswer.Warned.class,
            warned ->
                assertThat(UploadWarnings.load().meaning(warned.warnings()))
                    .isEqualTo(new UploadWarnings.Meaning.ElsewhereToo(List.of("File:A.jpg"))));
  }

  @Test
  void questionsAreRepeatedWithinThePatience() throws Exception {
    upload("File:A.jpg");
    server.fault("prop=info", "503-before", 2);
    server.fault("prop=info", "maxlag", 1);
    server.fault("list=allimages", "cut-before", 1);

    assertThat(wiki.existing(List.of("File:A.jpg", "File:B.jpg")))
        .isEqualTo(new Reply.Value<>(java.util.Set.of("File:A.jpg")));
    assertThat(
            wiki.filesBySha1(List.of(FaultyWiki.sha1(new byte[] {1, 2, 3}), "0".repeat(40)))
                .orThrow("files"))
        .containsExactly(Map.entry(FaultyWiki.sha1(new byte[] {1, 2, 3}), List.of("File:A.jpg")));
  }

  @Test
  void titlesAreAskedForFiftyAtATime() {
    List<String> titles =
        java.util.stream.IntStream.range(0, 120).mapToObj(i -> "File:" + i + ".jpg").toList();

    assertThat(wiki.files(titles).orThrow("files")).hasSize(120);

    assertThat(server.count("titles=File")).isEqualTo(3);
  }

  @Test
  void aWikiWithoutATitleBlacklistForbidsNothing() {
    assertThat(wiki.titleRefusal("File:A.jpg").orThrow("title")).isEmpty();
  }

  @Test
  void theApiIsFoundByThePageItself() throws Exception {
    HttpServer page =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    int port = page.getAddress().getPort();
    page.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          boolean api = exchange.getRequestURI().getPath().equals("/deep/api.php");
          boolean front = exchange.getRequestURI().getPath().equals("/start");
          byte[] body =
              (api
                      ? "{\"query\":{\"general\":{\"generator\":\"MediaWiki 1.39\"}}}"
                      : "<html><head><link rel=\"EditURI\" href=\"//127.0.0.1:%d/deep/api.php?action=rsd\"></head></html>"
                          .formatted(port))
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", api ? "application/json" : "text/html");
          exchange.sendResponseHeaders(api || front ? 200 : 404, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    page.start();
    try (Wiki found =
        Wiki.open(WikiAddress.parse("http://127.0.0.1:%d/start".formatted(port)), settings())) {
      assertThat(found.api().getPath()).isEqualTo("/deep/api.php");
    } finally {
      page.stop(0);
    }
  }

  @Test
  void aRedirectToAnotherHostIsNotFollowed() throws Exception {
    HttpServer page =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    page.createContext(
        "/",
        exchange -> {
          exchange
              .getResponseHeaders()
              .add(
                  "Location",
                  "http://localhost:%d/w/api.php".formatted(server.address().given().getPort()));
          exchange.sendResponseHeaders(301, -1);
          exchange.close();
        });
    page.start();
    try {
      assertThatThrownBy(() ->
              Wiki.open(
                  WikiAddress.parse("http://127.0.0.1:" + page.getAddress().getPort()), settings()))
          .isInstanceOf(HandselException.class)
          .hasMessageContaining("no MediaWiki API");
    } finally {
      page.stop(0);
    }
  }
}
