package org.handsel.release.back;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handsel.collection.harvest.Addresses;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;

/// Asks whether the links of released pages still lead somewhere: one request at a time, headers
/// only where the server answers them, and never an address of a private network unless that was
/// allowed. Used by one thread.
public final class SourceLinks implements AutoCloseable {
  private static final Pattern LINK = Pattern.compile("https?://[^\\s\\[\\]<>|{}\"]+");
  private static final int MOST_REDIRECTS = 5;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(20))
          .build();
  private final Addresses addresses;
  private final String userAgent;
  private final Duration between;
  private final Map<String, SourceLink> asked = new HashMap<>();

  /// Asks nothing yet.
  ///
  /// @param contact of whoever asks, for the servers' administrators
  /// @param between least time between two requests
  public SourceLinks(boolean privateAllowed, String contact, Duration between) {
    this.addresses = Addresses.of(privateAllowed);
    String who = contact.replaceAll("[^\\x20-\\x7e]", "?").strip();
    this.userAgent = "Handsel (%s)".formatted(who.isEmpty() ? "no contact given" : who);
    this.between = between;
  }

  /// The links that a page names.
  public static Set<String> of(String wikitext) {
    Set<String> links = new LinkedHashSet<>();
    Matcher matcher = LINK.matcher(wikitext);
    while (matcher.find()) {
      // A sentence's own signs are no part of an address.
      links.add(matcher.group().replaceAll("[.,;:!?)']+$", ""));
    }
    return links;
  }

  /// Asks for links of pages, each address once.
  ///
  /// @param pages item, title and links of each
  public List<SourceLink> ask(List<Page> pages, Progress progress) {
    List<SourceLink> links = new ArrayList<>();
    for (Page page : pages) {
      for (String address : page.links()) {
        if (Thread.currentThread().isInterrupted()) {
          return links;
        }
        SourceLink known = asked.get(address);
        if (known == null) {
          known = ask(address);
          asked.put(address, known);
        }
        links.add(new SourceLink(page.item(), page.title(), address, known.state(), known.note()));
      }
      progress.step(1, page.title());
    }
    return links;
  }

  /// A page and its links.
  ///
  /// @param links addresses on it
  public record Page(String item, String title, Set<String> links) {
    public Page {
      links = Set.copyOf(links);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private SourceLink ask(String address) {
    try {
      URI now = URI.create(address);
      for (int i = 0; i <= MOST_REDIRECTS; i++) {
        addresses.check(now);
        HttpResponse<Void> response = send(now, "HEAD");
        // Some servers know no HEAD, or answer it wrongly.
        if (response.statusCode() >= 400) {
          response = send(now, "GET");
        }
        int status = response.statusCode();
        String place = response.headers().firstValue("Location").orElse("");
        if (status >= 300 && status < 400 && !place.isEmpty()) {
          now = now.resolve(place);
          continue;
        }
        boolean good = status >= 200 && status < 300;
        return link(
            address,
            !good ? "broken" : now.toString().equals(address) ? "good" : "moved",
            good ? now.toString() : "HTTP status " + status);
      }
      return link(address, "broken", "leads in circles");
    } catch (IllegalArgumentException e) {
      return link(address, "broken", "no address");
    } catch (HandselException e) {
      return link(address, "not-asked", String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return link(address, "broken", "no answer (%s)".formatted(e.getClass().getSimpleName()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return link(address, "not-asked", "stopped");
    }
  }

  private HttpResponse<Void> send(URI address, String method)
      throws IOException, InterruptedException {
    Thread.sleep(between);
    return client.send(
        HttpRequest.newBuilder(address)
            .method(method, HttpRequest.BodyPublishers.noBody())
            .header("User-Agent", userAgent)
            .timeout(Duration.ofSeconds(30))
            .build(),
        BodyHandlers.discarding());
  }

  private static SourceLink link(String address, String state, String note) {
    return new SourceLink("", "", address, state, note);
  }
}
