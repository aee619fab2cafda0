package org.handsel.wiki.api;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.handsel.platform.HandselException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;

/// Finds `api.php` from what a person gave: the usual places first, then what the page itself says
/// (`<link rel="EditURI">`). Follows redirects only on the same host, and never from https to http.
final class ApiFinder {
  private static final Map<String, String> QUESTION =
      Map.of("action", "query", "meta", "siteinfo", "siprop", "general");
  private static final Map<String, String> QUESTION_BEFORE_LOGIN =
      Map.of("action", "query", "meta", "siteinfo|tokens", "siprop", "general", "type", "login");

  private final Transport transport;
  private final Patience patience;

  /// @param query what the wiki says of itself, and a token for the login where one was asked for
  record Found(URI api, JsonNode query) {}

  ApiFinder(Transport transport, Patience patience) {
    this.transport = transport;
    this.patience = patience;
  }

  /// @param beforeLogin a login by password follows, so that the wiki is asked at once for the
  ///   token that it takes
  Found find(WikiAddress address, boolean beforeLogin) {
    Deque<URI> places = new ArrayDeque<>(address.candidates());
    Set<URI> tried = new HashSet<>();
    boolean askedPage = false;
    String last = "no place to try";
    while (true) {
      URI place = places.poll();
      if (place == null && !askedPage) {
        askedPage = true;
        editUri(address.given())
            .filter(uri -> sameHost(address.given(), uri))
            .ifPresent(places::add);
        continue;
      }
      if (place == null) {
        throw HandselException.environment(
            "%s: no MediaWiki API found here (%s). Give the address of api.php, or look at the network."
                .formatted(address, last));
      }
      if (!tried.add(place)) {
        continue;
      }
      Reply<JsonNode> reply = ask(place, beforeLogin ? QUESTION_BEFORE_LOGIN : QUESTION);
      switch (reply) {
        case Reply.Value<JsonNode>(JsonNode body) -> {
          if (body.path("query").path("general").has("generator")) {
            return new Found(place, body.path("query"));
          }
          last = place + " is not a MediaWiki API";
        }
        case Reply.No<JsonNode>(ApiFailure failure) -> {
          last = "%s: %s, %s".formatted(place, failure.code(), failure.info());
          moved(place, failure).filter(uri -> sameHost(place, uri)).ifPresent(places::addFirst);
          if (failure.code().equals("no-connection") || failure.code().equals("no-answer")) {
            throw HandselException.environment(
                "%s: the wiki is not reachable (%s). Look at the address and the network, then run the command again."
                    .formatted(address, failure.info()));
          }
        }
      }
    }
  }

  /// A wiki that is busy gets time; one that cannot be reached is reported at once.
  private Reply<JsonNode> ask(URI place, Map<String, String> question) {
    Patience.Trying trying = patience.begin();
    while (true) {
      Reply<JsonNode> reply = transport.form(place, question);
      if (!(reply instanceof Reply.No<JsonNode>(ApiFailure failure))
          || failure.kind() != FailureClass.WAIT
          || failure.code().startsWith("no-")
          || failure.code().equals(ApiFailure.NOT_AN_ANSWER)) {
        return reply;
      }
      try {
        if (!trying.again(failure)) {
          return reply;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return reply;
      }
    }
  }

  private Optional<URI> editUri(URI page) {
    return transport
        .page(page)
        .map(html -> Jsoup.parse(html, page.toString()).selectFirst("link[rel=EditURI]"))
        .map(ApiFinder::target);
  }

  private static URI target(Element link) {
    String address = link.absUrl("href");
    int query = address.indexOf('?');
    return URI.create(query < 0 ? address : address.substring(0, query));
  }

  private static Optional<URI> moved(URI from, ApiFailure failure) {
    String location = failure.detail().get("location");
    try {
      return failure.code().startsWith("http-3") && location != null
          ? Optional.of(from.resolve(location))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean sameHost(URI from, URI to) {
    return from.getHost().equalsIgnoreCase(to.getHost())
        && !(from.getScheme().equals("https") && "http".equals(to.getScheme()));
  }
}
