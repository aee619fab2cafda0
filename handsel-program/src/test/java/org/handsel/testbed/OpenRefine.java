package org.handsel.testbed;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.handsel.platform.Json;
import tools.jackson.databind.JsonNode;

/// The OpenRefine of Debian's package `openrefine`, without a browser, with a data folder of its
/// own. What it does is asked for over its own HTTP interface, as its pages do.
///
/// Needs the Debian packages of `testbed/openrefine/deps.sh` and fails without them.
public final class OpenRefine implements AutoCloseable {
  private static final Path HOME = Path.of("/usr/share/openrefine");
  private static final String JAVA = "/usr/bin/java";

  private final Process process;
  private final URI base;
  private final Thread lastResort;
  private final HttpClient http =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private OpenRefine(Process process, URI base) {
    this.process = process;
    this.base = base;
    this.lastResort = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(lastResort);
  }

  /// Starts it and waits until it answers.
  ///
  /// @param folder for its projects, settings and log
  public static OpenRefine start(Path folder) {
    if (!Files.isDirectory(HOME.resolve("webapp"))) {
      throw new AssertionError(
          "%s is not there: run testbed/openrefine/deps.sh first".formatted(HOME));
    }
    try {
      int port = freePort();
      Process process =
          new ProcessBuilder(
                  JAVA,
                  "-Xmx512m",
                  "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                  "-Duser.home=" + folder,
                  "-Drefine.data_dir=" + folder.resolve("data"),
                  "-Drefine.webapp=webapp",
                  "-Drefine.interface=127.0.0.1",
                  "-Drefine.port=" + port,
                  "-Drefine.headless=true",
                  "-cp",
                  "server/*",
                  "com.google.refine.Refine")
              .directory(HOME.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("openrefine.log").toFile())
              .start();
      OpenRefine refine = new OpenRefine(process, URI.create("http://127.0.0.1:" + port + "/"));
      try {
        Awaitility.await("OpenRefine answers; its log is " + folder.resolve("openrefine.log"))
            .atMost(Duration.ofSeconds(90))
            .pollInterval(Duration.ofMillis(300))
            .until(refine::answers);
      } catch (RuntimeException e) {
        refine.close();
        throw e;
      }
      return refine;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean answers() {
    if (!process.isAlive()) {
      throw new AssertionError("OpenRefine ended with " + process.exitValue());
    }
    try {
      return get("command/core/get-version").path("version").asString("").startsWith("3.");
    } catch (IOException e) {
      return false;
    }
  }

  /// The version as it says itself.
  public String version() throws IOException {
    return get("command/core/get-version").path("version").asString("");
  }

  /// Makes a project of a CSV file.
  ///
  /// @return the project's id
  public String project(String name, String csv) throws IOException {
    String boundary = "handsel-" + Integer.toHexString(csv.hashCode());
    String body =
        """
        --%1$s\r
        Content-Disposition: form-data; name="project-name"\r
        \r
        %2$s\r
        --%1$s\r
        Content-Disposition: form-data; name="project-file"; filename="rows.csv"\r
        Content-Type: text/csv; charset=utf-8\r
        \r
        %3$s\r
        --%1$s--\r
        """
            .formatted(boundary, name, csv);
    String options =
        "{\"separator\":\",\",\"headerLines\":1,\"guessCellValueTypes\":false,\"encoding\":\"UTF-8\"}";
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(
                    base.resolve(
                        "command/core/create-project-from-upload?csrf_token=%s&format=text/line-based/*sv&options=%s"
                            .formatted(token(), encoded(options))))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build());
    // The page behind the redirect is for people.
    String location = answer.headers().firstValue("Location").orElse("");
    if (!location.contains("project=")) {
      throw new AssertionError("no project: " + answer.statusCode() + " " + answer.body());
    }
    return location.replaceFirst(".*project=([0-9]+).*", "$1");
  }

  /// Adds a service by its address as the dialog "Add standard service" does, and says under what
  /// it is known.
  public JsonNode manifest(String service) throws IOException {
    HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(service)).GET().build());
    return Json.mapper().readTree(answer.body());
  }

  /// Runs an operation and waits for its end.
  public void apply(String project, String operations, Duration most) throws IOException {
    form(
        "command/core/apply-operations?project=" + project + "&csrf_token=" + token(),
        Map.of("operations", operations));
    Awaitility.await("OpenRefine ends its operation")
        .atMost(most)
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> get("command/core/get-processes?project=" + project).path("processes").isEmpty());
  }

  /// Every row as a template of GREL writes it, cells separated by tabs.
  public List<List<String>> rows(String project, String... grel) throws IOException {
    String template =
        List.of(grel).stream()
            .map(one -> "{{if(isNull(%1$s), \"\", \"\" + %1$s)}}".formatted(one))
            .collect(Collectors.joining("\t"));
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("project", project);
    fields.put("format", "template");
    fields.put("engine", "{\"facets\":[],\"mode\":\"row-based\"}");
    fields.put("prefix", "");
    fields.put("suffix", "");
    fields.put("separator", "\n");
    fields.put("template", template);
    String body = form("command/core/export-rows/rows.txt", fields);
    List<List<String>> rows = new ArrayList<>();
    body.lines().forEach(line -> rows.add(List.of(line.split("\t", -1))));
    return rows;
  }

  private String token() throws IOException {
    return get("command/core/get-csrf-token").path("token").asString("");
  }

  private JsonNode get(String path) throws IOException {
    return Json.mapper()
        .readTree(send(HttpRequest.newBuilder(base.resolve(path)).GET().build()).body());
  }

  private String form(String path, Map<String, String> fields) throws IOException {
    String body =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /// Ends it: this process and no other.
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    try {
      Runtime.getRuntime().removeShutdownHook(lastResort);
    } catch (IllegalStateException e) {
      // The machine is going down anyway.
    }
  }
}
