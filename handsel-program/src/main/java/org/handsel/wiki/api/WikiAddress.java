package org.handsel.wiki.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.handsel.platform.HandselException;

/// The address of a wiki as a person gives it: its front page, any article, or `api.php` itself.
///
/// Nothing is contacted until [Wiki#open]; a wiki outside this machine is contacted only because
/// its address was given, and its redirects are followed only on the same host.
///
/// @param given the address as understood
/// @param candidates where the API may be, in the order in which they are tried
public record WikiAddress(URI given, List<URI> candidates) {
  public WikiAddress {
    candidates = List.copyOf(candidates);
  }

  /// @throws HandselException with exit 2 when this is not an address of a wiki
  public static WikiAddress parse(String text) {
    String trimmed = text.strip();
    String full = trimmed.contains("://") ? trimmed : "https://" + trimmed;
    try {
      URI uri = new URI(full);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      if (!(scheme.equals("http") || scheme.equals("https"))
          || uri.getHost() == null
          || uri.getUserInfo() != null) {
        throw refused(text);
      }
      URI root = new URI(scheme, null, uri.getHost(), uri.getPort(), "/", null, null);
      String path = uri.getPath() == null ? "" : uri.getPath();
      if (path.endsWith("/api.php")) {
        return new WikiAddress(root.resolve(path), List.of(root.resolve(path)));
      }
      return new WikiAddress(
          root.resolve(path.isEmpty() ? "/" : new URI(null, null, path, null).getRawPath()),
          List.of(root.resolve("/w/api.php"), root.resolve("/api.php")));
    } catch (URISyntaxException e) {
      throw refused(text);
    }
  }

  /// On this very machine.
  public boolean loopback() {
    String host = given.getHost();
    return host.equals("localhost")
        || host.equals("[::1]")
        || host.matches("127\\.\\d+\\.\\d+\\.\\d+");
  }

  @Override
  public String toString() {
    return given.toString();
  }

  private static HandselException refused(String text) {
    return HandselException.usage(
        ("--wiki: expected the address of a wiki such as https://commons.wikimedia.org, found"
                + " \"%s\".")
            .formatted(text));
  }
}
