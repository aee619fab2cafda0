package org.handsel.app.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the workbench listens and how others reach it.
///
/// @param host name or address to listen on
/// @param port 0 for a free one
/// @param publicAddress address of a web server in front of it, such as
///   `https://handsel.example.org`, or null
/// @param nameOfMe how the history names the person of a workspace without accounts
/// @param oauth the wiki that may vouch for people, or null
public record WebOptions(
    String host,
    int port,
    @Nullable String publicAddress,
    String nameOfMe,
    @Nullable Provider oauth) {

  /// A wiki that may vouch for people.
  ///
  /// @param url address of its `rest.php/oauth2`
  public record Provider(String url, String client, String secret) {
    @Override
    public String toString() {
      return "Provider[" + url + "]";
    }
  }

  /// For one person on this machine.
  public static WebOptions local(int port) {
    return new WebOptions("127.0.0.1", port, null, "me", null);
  }

  public WebOptions withProvider(Provider provider) {
    return new WebOptions(host, port, publicAddress, nameOfMe, provider);
  }

  Optional<String> address() {
    return Optional.ofNullable(publicAddress).map(address -> address.replaceAll("/+$", ""));
  }

  boolean secure() {
    return address().filter(address -> address.startsWith("https:")).isPresent();
  }
}
