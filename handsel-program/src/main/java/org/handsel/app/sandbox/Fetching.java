package org.handsel.app.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/// Fetches files that are uploaded by URL. The sandbox wiki's list of allowed servers is this
/// machine: a rehearsal contacts nobody else. Safe for threads.
final class Fetching implements AutoCloseable {
  private static final Set<String> ALLOWED = Set.of("127.0.0.1", "localhost");

  private final Path folder;
  private final AtomicLong number = new AtomicLong();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  Fetching(Path folder) {
    this.folder = folder;
  }

  Path fetch(String address) throws IOException {
    URI uri;
    try {
      uri = URI.create(address);
    } catch (IllegalArgumentException e) {
      throw new Refusal("http-invalid-url", "Invalid URL: " + address);
    }
    if (uri.getHost() == null || !ALLOWED.contains(uri.getHost())) {
      throw new Refusal("copyuploadbaddomain", "Uploads by URL are not allowed from this domain.");
    }
    Path file = folder.resolve("fetched-" + number.incrementAndGet());
    try {
      HttpResponse<Path> response =
          client.send(
              HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60)).build(),
              BodyHandlers.ofFile(file));
      if (response.statusCode() != 200) {
        Files.deleteIfExists(file);
        throw new Refusal(
            "http-bad-status",
            "There was a problem during the HTTP request: %d".formatted(response.statusCode()));
      }
      return file;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("http-request-error", "HTTP request failed due to unknown error.");
    } catch (IOException e) {
      throw new Refusal("http-request-error", "HTTP request failed due to unknown error.");
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
