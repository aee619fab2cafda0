package org.handsel.app.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.handsel.platform.HandselException;
import org.handsel.testbed.ApiSession;
import org.handsel.testbed.Pictures;
import org.handsel.testbed.WikiState;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the sandbox wiki has beyond the contract: times, cut connections, memory, pages to look at.
class SandboxTest {
  private static final byte[] PICTURE = Pictures.jpeg(1, 40);

  @TempDir Path folder;

  private static ApiSession login(Sandbox sandbox) {
    ApiSession session = new ApiSession(sandbox.api());
    assertThat(session.login(sandbox.bot().login(), sandbox.bot().password())).isEqualTo("Success");
    return session;
  }

  private static String up(ApiSession session, String title, byte[] bytes) {
    return ApiSession.code(
        session.upload("filename", title, "text", "[[Category:Harbours]]", "file", bytes));
  }

  @Test
  void requestsTakeTheServiceTimeAndOverlap() {
    try (Sandbox sandbox =
            Sandbox.start(SandboxOptions.defaults().serving(Duration.ofMillis(200), 0));
        ApiSession session = new ApiSession(sandbox.api())) {
      session.call("action", "query", "meta", "siteinfo");

      assertThat(millis(session, 1)).isBetween(200L, 390L);
      assertThat(millis(session, 4)).isBetween(200L, 390L);
    }
  }

  @Test
  void limitedServiceLetsRequestsQueue() {
    try (Sandbox sandbox =
            Sandbox.start(SandboxOptions.defaults().serving(Duration.ofMillis(100), 2));
        ApiSession session = new ApiSession(sandbox.api())) {
      session.call("action", "query", "meta", "siteinfo");

      assertThat(millis(session, 6)).isBetween(300L, 590L);
    }
  }

  private static long millis(ApiSession session, int together) {
    long begun = System.nanoTime();
    List<CompletableFuture<Void>> all =
        IntStream.range(0, together)
            .mapToObj(i ->
                CompletableFuture.runAsync(
                    () -> session.call("action", "query", "meta", "userinfo"),
                    task -> Thread.ofVirtual().start(task)))
            .toList();
    all.forEach(CompletableFuture::join);
    return Duration.ofNanos(System.nanoTime() - begun).toMillis();
  }

  @Test
  void aFaultAnswersInTheTypeOfItsBody() throws Exception {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
      assertThat(type(sandbox, "{\"error\":{\"code\":\"readonly\"}}"))
          .startsWith("application/json");
      assertThat(type(sandbox, "<html>busy")).startsWith("text/html");
    }
  }

  private static String type(Sandbox sandbox, String body) throws Exception {
    sandbox.fault(new Fault("before", 200, null, body, 1, "&action=query", false));
    return URI.create(sandbox.api() + "?action=query&format=json")
        .toURL()
        .openConnection()
        .getContentType();
  }

  @Test
  void connectionCutBeforeTheActionLeavesNothing() {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
        ApiSession session = login(sandbox);
        WikiState state = new WikiState(sandbox.api())) {
      // The JDK's client sends a request again when its connection breaks, hence several times.
      sandbox.fault(Fault.cut("before", "&action=upload").times(10));

      assertThatThrownBy(() -> up(session, "A view.jpg", PICTURE))
          .isInstanceOf(UncheckedIOException.class);

      sandbox.calm();
      assertThat(state.files()).isEmpty();
    }
  }

  @Test
  void connectionCutAfterTheActionLeavesTheFile() {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
        ApiSession session = login(sandbox);
        WikiState state = new WikiState(sandbox.api())) {
      sandbox.fault(Fault.cut("after", "&action=upload").times(10));

      assertThatThrownBy(() -> up(session, "A view.jpg", PICTURE))
          .isInstanceOf(UncheckedIOException.class);

      sandbox.calm();
      assertThat(state.files()).containsEntry("File:A view.jpg", Pictures.sha1(PICTURE));
    }
  }

  @Test
  void keptFolderShowsTheSameWikiAfterARestart() {
    SandboxOptions options = SandboxOptions.defaults().keptIn(folder);
    int revision;
    try (Sandbox sandbox = Sandbox.start(options);
        ApiSession session = login(sandbox);
        WikiState state = new WikiState(sandbox.api())) {
      assertThat(up(session, "A view.jpg", PICTURE)).isEqualTo("Success");
      String id = "M" + state.page("File:A view.jpg").path("pageid").asInt();
      session.act(
          "action",
          "wbeditentity",
          "id",
          id,
          "data",
          "{\"labels\":{\"en\":{\"language\":\"en\",\"value\":\"L\"}}}");
      revision = state.page("File:A view.jpg").at("/revisions/0/revid").asInt();
    }
    try (Sandbox sandbox = Sandbox.start(options);
        ApiSession session = login(sandbox);
        WikiState state = new WikiState(sandbox.api())) {
      assertThat(state.files()).containsEntry("File:A view.jpg", Pictures.sha1(PICTURE));
      assertThat(state.page("File:A view.jpg").at("/revisions/0/revid").asInt())
          .isEqualTo(revision);
      assertThat(state.structuredData("File:A view.jpg").at("/labels/en/value").asString())
          .isEqualTo("L");
      assertThat(up(session, "A view.jpg", PICTURE)).isEqualTo("exists+nochange");
      assertThat(up(session, "Another view.jpg", Pictures.jpeg(2, 40))).isEqualTo("Success");
    }
  }

  @Test
  void halfWrittenLastLineIsForgotten() throws IOException {
    SandboxOptions options = SandboxOptions.defaults().keptIn(folder);
    Sandbox.start(options).close();
    Files.writeString(
        folder.resolve("pages.jsonl"), "{\"id\":99,\"titl", StandardOpenOption.APPEND);

    try (Sandbox sandbox = Sandbox.start(options);
        ApiSession session = login(sandbox)) {
      assertThat(up(session, "A view.jpg", PICTURE)).isEqualTo("Success");
    }
    try (Sandbox sandbox = Sandbox.start(options);
        WikiState state = new WikiState(sandbox.api())) {
      assertThat(state.files()).containsKey("File:A view.jpg");
    }
  }

  @Test
  void temporaryFolderIsRemovedAtTheEnd() {
    Path bytes;
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
        ApiSession session = login(sandbox)) {
      up(session, "A view.jpg", PICTURE);
      bytes = sandbox.fileOf(Pictures.sha1(PICTURE));
      assertThat(bytes).exists();
    }
    assertThat(bytes.resolve("../..").normalize()).doesNotExist();
  }

  @Test
  void deletedFilesAreRemembered() {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
        ApiSession session = login(sandbox)) {
      up(session, "A view.jpg", PICTURE);
      sandbox.deletePage("File:A view.jpg");

      assertThat(up(session, "A view.jpg", Pictures.jpeg(2, 40))).isEqualTo("was-deleted");
      assertThat(up(session, "B view.jpg", PICTURE)).isEqualTo("duplicate-archive");
    }
  }

  @Test
  void lostLoginIsNoticedByAssertion() {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
        ApiSession session = login(sandbox)) {
      sandbox.forgetLogins();

      assertThat(ApiSession.code(session.call("action", "query", "assert", "user")))
          .isEqualTo("assertuserfailed");
      assertThat(up(session, "A view.jpg", PICTURE)).isEqualTo("badtoken");
    }
  }

  @Test
  void takenPortIsSaidInOneSentence() {
    try (Sandbox first = Sandbox.start(SandboxOptions.defaults())) {
      assertThatThrownBy(
              () -> Sandbox.start(SandboxOptions.defaults().onPort(first.url().getPort())))
          .isInstanceOf(HandselException.class)
          .hasMessageContaining("port " + first.url().getPort())
          .hasMessageContaining("Choose another port");
    }
  }

  @Test
  void pagesShowForeignTextAsText() throws Exception {
    String hostile = "<script>alert(1)</script> & \"x\" 'y'";
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
        ApiSession session = login(sandbox);
        WikiState state = new WikiState(sandbox.api())) {
      session.upload(
          "filename",
          "A \"view\" & 'more'.jpg",
          "text",
          hostile + "[[Category:Harbours]]",
          "comment",
          hostile,
          "file",
          PICTURE);
      String id = "M" + state.page("File:A \"view\" & 'more'.jpg").path("pageid").asInt();
      session.act(
          "action",
          "wbeditentity",
          "id",
          id,
          "data",
          "{\"labels\":{\"en\":{\"language\":\"en\",\"value\":\"<b>bold</b>\"}}}");

      HttpResponse<String> gallery = get(sandbox.url());
      String address =
          Jsoup.parse(gallery.body(), sandbox.url().toString())
              .select("ul.gallery a")
              .attr("abs:href");
      HttpResponse<String> page = get(URI.create(address));

      Document shown = Jsoup.parse(page.body(), sandbox.url().toString());
      assertThat(gallery.headers().firstValue("Content-Security-Policy").orElse(""))
          .contains("default-src 'none'");
      assertThat(shown.select("script, b")).isEmpty();
      assertThat(shown.select("h1").text()).isEqualTo("File:A \"view\" & 'more'.jpg");
      assertThat(shown.select("pre").text()).isEqualTo(hostile + "[[Category:Harbours]]");
      assertThat(shown.select("table").text()).contains("<b>bold</b>").contains(hostile);
      assertThat(shown.select("ul.tags a").text()).isEqualTo("Harbours");
      assertThat(getBytes(URI.create(shown.select("figure img").attr("abs:src"))))
          .isEqualTo(PICTURE);
      assertThat(
              getBytes(
                  sandbox
                      .url()
                      .resolve(
                          "/wiki/Special:Filepath/A_%22view%22_&_'more'.jpg".replace("'", "%27"))))
          .isEqualTo(PICTURE);
      assertThat(get(URI.create(shown.select("ul.tags a").attr("abs:href"))).body())
          .contains("1 files");
      assertThat(get(sandbox.url().resolve("/wiki/File:None.jpg")).statusCode()).isEqualTo(404);
    }
  }

  private static HttpResponse<String> get(URI address) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  private static byte[] getBytes(URI address) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray())
          .body();
    }
  }
}
