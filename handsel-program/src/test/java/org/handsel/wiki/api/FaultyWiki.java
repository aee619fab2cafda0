package org.handsel.wiki.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;

/// A small wiki on loopback that answers as MediaWiki 1.39 was seen to, remembers its files, and
/// misbehaves when told to. Tests look at its state, not at the client's words. Its parts have no
/// locks of their own: they are used under this one's.
public final class FaultyWiki implements AutoCloseable {
  /// A file on this wiki.
  public record Stored(long pageId, String sha1, long bytes, String text) {}

  public static final String NAME = "Tester";
  public static final String PASSWORD = "secret-of-the-test";

  private final HttpServer server;
  private final Clock clock;
  private final FaultyFiles files = new FaultyFiles();
  private final FaultyStash stash = new FaultyStash();
  private final FaultyData data = new FaultyData(files);
  private final Faultiness faults = new Faultiness();
  private final FaultyUploads uploads;
  private final List<String> requests = new ArrayList<>();
  private int token = 1;
  private boolean loggedIn;
  private int limit;
  private Duration limitTime = Duration.ZERO;
  private Duration serviceTime = Duration.ZERO;
  private boolean structuredData = true;
  private Instant readOnlyUntil = Instant.MIN;
  private long mostBytes = Long.MAX_VALUE;

  public FaultyWiki(Clock clock) {
    this.clock = clock;
    this.uploads = new FaultyUploads(files, stash, clock);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/w/api.php", this::handle);
    server.start();
  }

  public WikiAddress address() {
    return WikiAddress.parse("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public Login login() {
    return new Login(NAME + "@test", PASSWORD);
  }

  /// The next requests go wrong that have this in their line ([FaultyForm#line()]).
  ///
  /// @param kind `503-before`, `503-after`, `413-before`, `cut-before`, `cut-after`, `html-before`,
  ///   `html-after`, `torn-after`, `nonsense-after`, `captcha-before`, or an error code of the API
  public synchronized void fault(String match, String kind, int times) {
    faults.add(match, kind, times);
  }

  public synchronized void limit(int hits, Duration time) {
    limit(hits, time, time);
  }

  /// The same, but the wiki counts in a shorter time than it tells, so that requests which take
  /// longer on their way than others do not meet it.
  public synchronized void limit(int hits, Duration told, Duration counted) {
    limit = hits;
    limitTime = told;
    uploads.limit(hits, counted);
  }

  public synchronized void serviceTime(Duration time) {
    serviceTime = time;
  }

  public synchronized void withoutStructuredData() {
    structuredData = false;
  }

  /// What the wiki finds when it fetches an address itself, one of `http://museum.example/`.
  public synchronized void onTheWeb(String address, byte[] bytes) {
    uploads.onTheWeb(address, bytes);
  }

  /// Whether accounts may upload by URL.
  public synchronized void byUrl(boolean now) {
    uploads.byUrl(now);
  }

  /// Whether nothing that is asked for asynchronously gets done.
  public synchronized void holdJobs(boolean now) {
    stash.hold(now);
  }

  /// How often it is asked before something asynchronous is ready.
  public synchronized void polls(int number) {
    stash.polls(number);
  }

  /// Ends all faults.
  public synchronized void calm() {
    faults.clear();
  }

  /// Refuses to write for so long by its clock.
  public synchronized void readOnlyFor(Duration time) {
    readOnlyUntil = clock.instant().plus(time);
  }

  /// The server before this wiki takes no larger request.
  public synchronized void requestLimit(long bytes) {
    mostBytes = bytes;
  }

  public synchronized void loseToken() {
    token++;
  }

  public synchronized void loseLogin() {
    loggedIn = false;
    token++;
  }

  public synchronized Map<String, Stored> files() {
    return files.all();
  }

  public synchronized Stored file(String title) {
    return Objects.requireNonNull(files.get(title), title);
  }

  /// How many times a file was published; more than [#files()] means that one was doubled.
  public synchronized int commits() {
    return files.commits();
  }

  public synchronized long count(String part) {
    return requests.stream().filter(request -> request.contains(part)).count();
  }

  public synchronized List<String> requests() {
    return List.copyOf(requests);
  }

  public synchronized List<JsonNode> claims(String id) {
    return data.claims(id);
  }

  public synchronized Map<String, String> labels(String id) {
    return data.labels(id);
  }

  public synchronized void put(String title, byte[] bytes) {
    Stored _ = files.put(title, bytes, "by somebody else");
  }

  public synchronized void remove(String title) {
    files.remove(title);
  }

  public synchronized void forgetStash() {
    stash.forget();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    FaultyForm form = FaultyForm.read(exchange);
    String line = form.line();
    String kind;
    Duration time;
    synchronized (this) {
      requests.add(line);
      boolean writes =
          line.startsWith("action=upload")
              || line.startsWith("action=edit")
              || line.startsWith("action=wbeditentity");
      kind =
          form.size() > mostBytes
              ? "413-before"
              : writes && clock.instant().isBefore(readOnlyUntil) ? "readonly" : faults.kind(line);
      time = form.text("action").equals("upload") ? serviceTime : Duration.ZERO;
    }
    if (!time.isZero()) {
      try {
        Thread.sleep(time); // the fixed service time of this server, not a wait of a test
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    FaultyAnswer answer = Faultiness.answer(kind, () -> act(form));
    if (answer == null) {
      exchange.close();
    } else {
      answer.send(exchange);
    }
  }

  private synchronized FaultyAnswer act(FaultyForm form) {
    if (!form.text("assert").isEmpty() && !loggedIn) {
      return FaultyAnswer.error("assertuserfailed", "You are no longer logged in");
    }
    String action = form.text("action");
    boolean unknown = action.startsWith("wb") && !structuredData;
    return switch (unknown ? "" : action) {
      case "login" -> logIn(form);
      case "query" -> FaultyAnswer.json(Map.of("query", query(form)));
      case "upload" -> tokenIsRight(form) ? uploads.answer(form) : badToken();
      case "wbgetentities" -> data.read(form);
      case "wbeditentity" -> tokenIsRight(form) ? data.edit(form) : badToken();
      default -> FaultyAnswer.error("badvalue", "Unrecognized value for parameter \"action\"");
    };
  }

  private FaultyAnswer logIn(FaultyForm form) {
    loggedIn =
        form.text("lgname").equals(NAME + "@test") && form.text("lgpassword").equals(PASSWORD);
    return FaultyAnswer.json(
        Map.of(
            "login",
            loggedIn
                ? Map.of("result", "Success", "lgusername", NAME)
                : Map.of("result", "Failed", "reason", "Incorrect password")));
  }

  private boolean tokenIsRight(FaultyForm form) {
    return form.text("token").equals(token());
  }

  private String token() {
    return token + "+\\";
  }

  private static FaultyAnswer badToken() {
    return FaultyAnswer.error("badtoken", "Invalid CSRF token.");
  }

  private Map<String, Object> query(FaultyForm form) {
    Map<String, Object> query = new LinkedHashMap<>();
    String meta = form.text("meta");
    if (meta.contains("tokens")) {
      query.put(
          "tokens",
          form.text("type").equals("login")
              ? Map.of("logintoken", "login+\\")
              : Map.of("csrftoken", token()));
    }
    if (meta.contains("userinfo")) {
      query.put("userinfo", userInfo());
    }
    if (meta.contains("siteinfo")) {
      query.put(
          "general",
          Map.of(
              "generator",
              "MediaWiki 1.39.17",
              "maxuploadsize",
              1 << 30,
              "minuploadchunksize",
              FaultyUploads.MIN_CHUNK));
      query.put("fileextensions", List.of(Map.of("ext", "jpg")));
    }
    if (!form.text("titles").isEmpty()) {
      List<Object> found = new ArrayList<>();
      for (String title : form.text("titles").split("\\|")) {
        found.add(files.page(title));
      }
      query.put("pages", found);
    }
    if (form.text("list").equals("allimages")) {
      query.put("allimages", files.withSha1(form.text("aisha1")));
    }
    return query;
  }

  private Map<String, Object> userInfo() {
    if (!loggedIn) {
      return Map.of("id", 0, "name", "127.0.0.1", "anon", true);
    }
    Object limits =
        limit == 0
            ? Map.of()
            : Map.of(
                "upload", Map.of("user", Map.of("hits", limit, "seconds", limitTime.toSeconds())));
    List<String> rights = uploads.byUrl() ? List.of("upload", "upload_by_url") : List.of("upload");
    return Map.of("id", 7, "name", NAME, "rights", rights, "ratelimits", limits);
  }

  public static String sha1(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
