package org.handsel.wiki.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.handsel.platform.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A small wiki on loopback that answers as MediaWiki 1.39 was seen to, remembers its files, and
/// misbehaves when told to. Tests look at its state, not at the client's words.
public final class FaultyWiki implements AutoCloseable {
  /// When and how a request goes wrong.
  ///
  /// @param match part of `action=…&filename=…&offset=…` that the request must have
  /// @param kind `503-before`, `503-after`, `cut-before`, `cut-after`, `html-before`, `html-after`,
  ///   `torn-after`, `nonsense-after`, or an error code of the API
  public record Fault(String match, String kind, int times) {}

  /// A file on this wiki.
  public record Stored(long pageId, String sha1, long bytes, String text) {}

  /// What was asked for asynchronously: ready after it was asked for so many times.
  private static final class Job {
    private final Supplier<Answer> work;
    private int polls;
    private @Nullable Answer done;

    Job(Supplier<Answer> work, int polls) {
      this.work = work;
      this.polls = polls;
    }
  }

  private record Answer(int status, String type, String body) {}

  public static final String NAME = "Tester";
  public static final String PASSWORD = "secret-of-the-test";

  private final HttpServer server;
  private final Clock clock;
  private final Map<String, Stored> files = new TreeMap<>();
  private final Map<String, ByteArrayOutputStream> stash = new HashMap<>();
  private final Map<String, byte[]> web = new HashMap<>();
  private final Map<String, Job> jobs = new HashMap<>();
  private final Map<String, List<JsonNode>> claims = new HashMap<>();
  private final Map<String, Map<String, String>> labels = new HashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();
  private final List<Instant> uploads = new ArrayList<>();
  private int commits;
  private int pages = 100;
  private int keys;
  private int session = 1;
  private int token = 1;
  private boolean loggedIn;
  private int limit;
  private Duration limitTime = Duration.ZERO;
  private Duration limitCounted = Duration.ZERO;
  private Duration serviceTime = Duration.ZERO;
  private boolean structuredData = true;
  private boolean byUrl = true;
  private int polls = 2;
  private boolean held;
  private Instant readOnlyUntil = Instant.MIN;

  public FaultyWiki(Clock clock) {
    this.clock = clock;
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

  public synchronized void fault(String match, String kind, int times) {
    faults.add(new Fault(match, kind, times));
  }

  public synchronized void limit(int hits, Duration time) {
    limit = hits;
    limitTime = time;
    limitCounted = time;
  }

  /// The same, but the wiki counts in a shorter time than it tells, so that requests which take
  /// longer on their way than others do not meet it.
  public synchronized void limit(int hits, Duration told, Duration counted) {
    limit(hits, told);
    limitCounted = counted;
  }

  public synchronized void serviceTime(Duration time) {
    serviceTime = time;
  }

  public synchronized void withoutStructuredData() {
    structuredData = false;
  }

  /// What the wiki finds when it fetches an address itself.
  public synchronized void onTheWeb(String address, byte[] bytes) {
    web.put(address, bytes);
  }

  /// Whether accounts may upload by URL.
  public synchronized void byUrl(boolean now) {
    byUrl = now;
  }

  /// Whether nothing that is asked for asynchronously gets done.
  public synchronized void holdJobs(boolean now) {
    held = now;
  }

  /// How often it is asked before something asynchronous is ready.
  public synchronized void polls(int number) {
    polls = number;
  }

  /// Ends all faults.
  public synchronized void calm() {
    faults.clear();
  }

  /// Refuses to write for so long by its clock.
  public synchronized void readOnlyFor(Duration time) {
    readOnlyUntil = clock.instant().plus(time);
  }

  public synchronized void loseToken() {
    token++;
  }

  public synchronized void loseLogin() {
    loggedIn = false;
    token++;
  }

  public synchronized Map<String, Stored> files() {
    return new TreeMap<>(files);
  }

  public synchronized Stored file(String title) {
    return java.util.Objects.requireNonNull(files.get(title), title);
  }

  /// How many times a file was published; more than [#files()] means that one was doubled.
  public synchronized int commits() {
    return commits;
  }

  public synchronized long count(String part) {
    return requests.stream().filter(request -> request.contains(part)).count();
  }

  public synchronized List<String> requests() {
    return List.copyOf(requests);
  }

  public synchronized List<JsonNode> claims(String id) {
    return List.copyOf(claims.getOrDefault(id, List.of()));
  }

  public synchronized Map<String, String> labels(String id) {
    return Map.copyOf(labels.getOrDefault(id, Map.of()));
  }

  public synchronized void put(String title, byte[] bytes) {
    files.put(title, new Stored(pages++, sha1(bytes), bytes.length, "by somebody else"));
  }

  public synchronized void remove(String title) {
    files.remove(title);
  }

  public synchronized void forgetStash() {
    jobs.clear();
    stash.clear();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    Map<String, byte[]> form = Forms.read(exchange);
    String line =
        "action=%s&filename=%s&offset=%s&meta=%s&list=%s&prop=%s&titles=%s&filekey=%s&checkstatus=%s&url=%s&async=%s"
            .formatted(
                text(form, "action"),
                text(form, "filename"),
                text(form, "offset"),
                text(form, "meta"),
                text(form, "list"),
                text(form, "prop"),
                text(form, "titles"),
                text(form, "filekey"),
                text(form, "checkstatus"),
                text(form, "url"),
                text(form, "async"));
    String kind;
    Duration time;
    synchronized (this) {
      requests.add(line);
      boolean writes =
          line.startsWith("action=upload")
              || line.startsWith("action=edit")
              || line.startsWith("action=wbeditentity");
      kind = writes && clock.instant().isBefore(readOnlyUntil) ? "readonly" : fault(line);
      time = text(form, "action").equals("upload") ? serviceTime : Duration.ZERO;
    }
    if (!time.isZero()) {
      try {
        Thread.sleep(time); // the fixed service time of this server, not a wait of a test
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    Answer html = new Answer(200, "text/html", "<!DOCTYPE html><title>Error</title>");
    Answer busy = new Answer(503, "text/html", html.body);
    switch (kind) {
      case "" -> reply(exchange, act(form));
      case "503-before" -> reply(exchange, busy);
      case "html-before" -> reply(exchange, html);
      case "cut-before" -> exchange.close();
      case "503-after" -> {
        act(form);
        reply(exchange, busy);
      }
      case "html-after" -> {
        act(form);
        reply(exchange, html);
      }
      case "cut-after" -> {
        act(form);
        exchange.close();
      }
      case "torn-after" -> {
        Answer answer = act(form);
        reply(
            exchange,
            new Answer(200, answer.type, answer.body.substring(0, answer.body.length() / 2)));
      }
      case "nonsense-after" -> {
        act(form);
        reply(exchange, new Answer(200, "application/json", "{\"servedby\":\"x\"}"));
      }
      default -> {
        if (kind.equals("maxlag")) {
          exchange.getResponseHeaders().add("Retry-After", "5");
        }
        reply(exchange, error(kind, "as the test wants it"));
      }
    }
  }

  private String fault(String line) {
    for (Iterator<Fault> all = faults.iterator(); all.hasNext(); ) {
      Fault fault = all.next();
      if (line.contains(fault.match)) {
        all.remove();
        if (fault.times > 1) {
          faults.addFirst(new Fault(fault.match, fault.kind, fault.times - 1));
        }
        return fault.kind;
      }
    }
    return "";
  }

  private synchronized Answer act(Map<String, byte[]> form) {
    boolean asserted = !text(form, "assert").isEmpty();
    if (asserted && !loggedIn) {
      return error("assertuserfailed", "You are no longer logged in");
    }
    return switch (text(form, "action")) {
      case "login" -> logIn(form);
      case "query" -> json(Map.of("query", query(form)));
      case "upload" -> text(form, "token").equals(token()) ? upload(form) : badToken();
      case "wbgetentities" -> structuredData ? entities(form) : badValue();
      case "wbeditentity" ->
          !structuredData
              ? badValue()
              : text(form, "token").equals(token()) ? edit(form) : badToken();
      default -> badValue();
    };
  }

  private Answer logIn(Map<String, byte[]> form) {
    boolean right =
        text(form, "lgname").equals(NAME + "@test") && text(form, "lgpassword").equals(PASSWORD);
    loggedIn = right;
    session++;
    return right
        ? json(Map.of("login", Map.of("result", "Success", "lgusername", NAME)))
        : json(Map.of("login", Map.of("result", "Failed", "reason", "Incorrect password")));
  }

  private String token() {
    return token + "+\\";
  }

  private Map<String, Object> query(Map<String, byte[]> form) {
    Map<String, Object> query = new LinkedHashMap<>();
    String meta = text(form, "meta");
    if (meta.contains("tokens")) {
      query.put(
          "tokens",
          text(form, "type").equals("login")
              ? Map.of("logintoken", "login+\\")
              : Map.of("csrftoken", token()));
    }
    if (meta.contains("userinfo")) {
      Object limits =
          limit == 0
              ? Map.of()
              : Map.of(
                  "upload",
                  Map.of("user", Map.of("hits", limit, "seconds", limitTime.toSeconds())));
      query.put(
          "userinfo",
          loggedIn
              ? Map.of("id", 7, "name", NAME, "rights", rights(), "ratelimits", limits)
              : Map.of("id", 0, "name", "127.0.0.1", "anon", true));
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
              16));
      query.put("fileextensions", List.of(Map.of("ext", "jpg")));
    }
    if (!text(form, "titles").isEmpty()) {
      List<Object> found = new ArrayList<>();
      for (String title : text(form, "titles").split("\\|")) {
        found.add(page(title));
      }
      query.put("pages", found);
    }
    if (text(form, "list").equals("allimages")) {
      List<Object> found = new ArrayList<>();
      files.forEach((title, file) -> {
        if (file.sha1.equals(text(form, "aisha1"))) {
          found.add(Map.of("title", title, "sha1", file.sha1));
        }
      });
      query.put("allimages", found);
    }
    return query;
  }

  private List<String> rights() {
    return byUrl ? List.of("upload", "upload_by_url") : List.of("upload");
  }

  private Map<String, Object> page(String title) {
    Stored file = files.get(title);
    if (file == null) {
      return Map.of("ns", 6, "title", title, "missing", true);
    }
    return Map.of(
        "pageid",
        file.pageId,
        "ns",
        6,
        "title",
        title,
        "imageinfo",
        List.of(imageInfo(title, file)));
  }

  private Map<String, Object> imageInfo(String title, Stored file) {
    return Map.of(
        "sha1",
        file.sha1,
        "size",
        file.bytes,
        "user",
        NAME,
        "descriptionurl",
        "http://wiki/" + title);
  }

  private Answer upload(Map<String, byte[]> form) {
    String name = text(form, "filename");
    String key = text(form, "filekey");
    if (text(form, "checkstatus").equals("1")) {
      return status(key);
    }
    if (form.containsKey("url")) {
      return fetched(form, name);
    }
    if (form.containsKey("chunk")) {
      return chunk(form, key);
    }
    if (name.contains("Blacklisted")) {
      return error("titleblacklist-custom-filename", "This title says nothing");
    }
    if (name.getBytes(StandardCharsets.UTF_8).length > 240) {
      return error("filename-toolong", "Filenames may not be longer than 240 bytes");
    }
    if (limited()) {
      return error("ratelimited", "You've exceeded your rate limit");
    }
    byte[] bytes = form.get("file");
    if (bytes == null) {
      ByteArrayOutputStream taken = stash.get(key);
      if (taken == null) {
        return error("uploadstash-file-not-found", "gone");
      }
      bytes = taken.toByteArray();
    }
    if (text(form, "async").equals("1") && !key.isEmpty()) {
      return queued(key, name, bytes, text(form, "text"));
    }
    Answer published = publish("File:" + name, bytes, text(form, "text"));
    stash.remove(key);
    return published;
  }

  private Answer status(String key) {
    Job job = jobs.get(key);
    if (job == null) {
      return stash.containsKey(key) && !key.startsWith("whole")
          ? more(key)
          : error("missingresult", "No result in status data.");
    }
    if (job.done == null && !held && job.polls-- <= 0) {
      job.done = job.work.get();
    }
    return job.done == null ? poll(key) : job.done;
  }

  private static Answer poll(String key) {
    return json(Map.of("upload", Map.of("result", "Poll", "stage", "queued", "filekey", key)));
  }

  private Answer queued(String key, String name, byte[] bytes, String text) {
    Job before = jobs.get(key);
    if (before != null && before.done == null) {
      return error("publishfailed", "already in progress");
    }
    Answer warned = warned("File:" + name, sha1(bytes));
    if (warned != null) {
      return warned;
    }
    jobs.put(
        key,
        new Job(
            () -> {
              Answer published = publish("File:" + name, bytes, text);
              stash.remove(key);
              return published;
            },
            polls));
    return poll(key);
  }

  /// Fetches into the stash, or publishes at once as a client should not ask for.
  private Answer fetched(Map<String, byte[]> form, String name) {
    byte[] bytes = web.get(text(form, "url"));
    if (!byUrl) {
      return error("permissiondenied", "You don't have permission to upload files from a URL");
    }
    if (!text(form, "url").startsWith("http://museum.example/")) {
      return error("copyuploadbaddomain", "Uploads by URL are not allowed from this domain.");
    }
    if (bytes == null) {
      return error("http-bad-status", "There was a problem during the HTTP request: 404");
    }
    Answer warned = warned("File:" + name, sha1(bytes));
    if (warned != null) {
      return warned;
    }
    if (!text(form, "stash").equals("1")) {
      return publish("File:" + name, bytes, text(form, "text"));
    }
    String key = "whole" + keys++;
    ByteArrayOutputStream taken = new ByteArrayOutputStream();
    taken.writeBytes(bytes);
    stash.put(key, taken);
    return json(
        Map.of(
            "upload",
            Map.of(
                "result",
                "Success",
                "filekey",
                key,
                "imageinfo",
                Map.of("sha1", sha1(bytes), "size", bytes.length))));
  }

  private boolean limited() {
    Instant now = clock.instant();
    uploads.removeIf(then -> !then.isAfter(now.minus(limitCounted)));
    if (limit > 0 && uploads.size() >= limit) {
      return true;
    }
    uploads.add(now);
    return false;
  }

  private Answer publish(String title, byte[] bytes, String text) {
    String sha1 = sha1(bytes);
    Answer warned = warned(title, sha1);
    return warned == null ? commit(title, bytes, text) : warned;
  }

  private @Nullable Answer warned(String title, String sha1) {
    Map<String, Object> warnings = new LinkedHashMap<>();
    Stored there = files.get(title);
    if (there != null) {
      warnings.put("exists", title.substring(5));
      if (there.sha1.equals(sha1)) {
        warnings.put("nochange", Map.of("timestamp", "2026-11-01T00:00:00Z"));
      }
    }
    List<String> twins = new ArrayList<>();
    files.forEach((other, file) -> {
      if (file.sha1.equals(sha1) && !other.equals(title)) {
        twins.add(other.substring(5));
      }
    });
    if (!twins.isEmpty()) {
      warnings.put("duplicate", twins);
    }
    return warnings.isEmpty()
        ? null
        : json(
            Map.of(
                "upload",
                Map.of("result", "Warning", "warnings", warnings, "filekey", "w" + keys++)));
  }

  private Answer commit(String title, byte[] bytes, String text) {
    String sha1 = sha1(bytes);
    Stored file = new Stored(pages++, sha1, bytes.length, text);
    files.put(title, file);
    commits++;
    return json(
        Map.of(
            "upload",
            Map.of(
                "result",
                "Success",
                "filename",
                title.substring(5).replace(' ', '_'),
                "imageinfo",
                imageInfo(title, file))));
  }

  private Answer chunk(Map<String, byte[]> form, String key) {
    long offset = Long.parseLong(text(form, "offset"));
    long size = Long.parseLong(text(form, "filesize"));
    byte[] bytes = form.getOrDefault("chunk", new byte[0]);
    if (offset == 0) {
      key = "chunk" + keys++;
      stash.put(key, new ByteArrayOutputStream());
    }
    ByteArrayOutputStream taken = stash.get(key);
    if (taken == null) {
      return error("uploadstash-file-not-found", "gone");
    }
    if (taken.size() != offset) {
      // A text, as MediaWiki 1.39 sends it.
      return json(
          Map.of(
              "error",
              Map.of(
                  "code", "stashfailed",
                  "info", "Invalid chunk offset",
                  "offset", Integer.toString(taken.size()))));
    }
    taken.writeBytes(bytes);
    if (taken.size() < size) {
      return more(key);
    }
    if (text(form, "async").equals("1")) {
      String pieces = key;
      jobs.put(key, new Job(() -> whole(pieces, taken), polls));
      return poll(key);
    }
    return whole(key, taken);
  }

  private Answer whole(String pieces, ByteArrayOutputStream taken) {
    stash.remove(pieces);
    String whole = "whole" + keys++;
    stash.put(whole, taken);
    return json(Map.of("upload", Map.of("result", "Success", "filekey", whole)));
  }

  private Answer more(String key) {
    ByteArrayOutputStream taken = stash.getOrDefault(key, new ByteArrayOutputStream());
    return json(
        Map.of("upload", Map.of("result", "Continue", "offset", taken.size(), "filekey", key)));
  }

  private Answer entities(Map<String, byte[]> form) {
    Map<String, Object> entities = new LinkedHashMap<>();
    for (String id : text(form, "ids").split("\\|")) {
      entities.put(id, entity(id));
    }
    return json(Map.of("entities", entities, "success", 1));
  }

  private Object entity(String id) {
    if (!claims.containsKey(id) && !labels.containsKey(id)) {
      return Map.of("id", id, "missing", "");
    }
    Map<String, List<JsonNode>> byProperty = new LinkedHashMap<>();
    for (JsonNode claim : claims.getOrDefault(id, List.of())) {
      byProperty
          .computeIfAbsent(
              claim.path("mainsnak").path("property").asString(""), key -> new ArrayList<>())
          .add(claim);
    }
    Map<String, Object> words = new LinkedHashMap<>();
    labels
        .getOrDefault(id, Map.of())
        .forEach((code, word) -> words.put(code, Map.of("language", code, "value", word)));
    return Map.of(
        "id", id,
        "labels", words,
        "statements", byProperty.isEmpty() ? List.of() : byProperty);
  }

  private Answer edit(Map<String, byte[]> form) {
    String id = text(form, "id");
    JsonNode data = Json.mapper().readTree(text(form, "data"));
    for (JsonNode claim : data.path("claims").values()) {
      String property = claim.path("mainsnak").path("property").asString("");
      if (property.equals("P666")) {
        return error("modification-failed", "no such property");
      }
      if (property.equals("P777") || !claim.findValues("P777").isEmpty()) {
        return error("modification-failed", "Property [[Property:P777|P777]] not found");
      }
      claims.computeIfAbsent(id, key -> new ArrayList<>()).add(claim);
    }
    data.path("labels")
        .properties()
        .forEach(label ->
            labels
                .computeIfAbsent(id, key -> new LinkedHashMap<>())
                .put(label.getKey(), label.getValue().path("value").asString("")));
    return json(Map.of("entity", entity(id), "success", 1));
  }

  private static Answer badToken() {
    return error("badtoken", "Invalid CSRF token.");
  }

  private static Answer badValue() {
    return error("badvalue", "Unrecognized value for parameter \"action\"");
  }

  private static Answer error(String code, String info) {
    return json(Map.of("error", Map.of("code", code, "info", info)));
  }

  private static Answer json(Object body) {
    return new Answer(200, "application/json; charset=utf-8", Json.line(body));
  }

  private static void reply(HttpExchange exchange, Answer answer) throws IOException {
    byte[] body = answer.body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", answer.type);
    exchange.sendResponseHeaders(answer.status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static String text(Map<String, byte[]> form, String name) {
    return new String(form.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
  }

  public static String sha1(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Reads the two ways in which a form is sent.
  private static final class Forms {
    static Map<String, byte[]> read(HttpExchange exchange) throws IOException {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String type = exchange.getRequestHeaders().getFirst("Content-Type");
      Map<String, byte[]> form = new LinkedHashMap<>();
      if (type != null && type.startsWith("multipart/form-data")) {
        multipart(body, type.substring(type.indexOf("boundary=") + 9), form);
      } else {
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&")) {
          int equals = pair.indexOf('=');
          if (equals > 0) {
            String value = URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
            form.put(pair.substring(0, equals), value.getBytes(StandardCharsets.UTF_8));
          }
        }
      }
      return form;
    }

    private static void multipart(byte[] body, String boundary, Map<String, byte[]> form) {
      // One byte a character, so that positions in the text are positions in the body.
      String text = new String(body, StandardCharsets.ISO_8859_1);
      String mark = "--" + boundary;
      int start = text.indexOf(mark) + mark.length() + 2;
      for (int end = text.indexOf("\r\n" + mark, start);
          end >= 0;
          end = text.indexOf("\r\n" + mark, start)) {
        int head = text.indexOf("\r\n\r\n", start);
        String headers = text.substring(start, head);
        int name = headers.indexOf("name=\"") + 6;
        form.put(
            headers.substring(name, headers.indexOf('"', name)),
            java.util.Arrays.copyOfRange(body, head + 4, end));
        start = end + 2 + mark.length() + 2;
      }
    }
  }
}
