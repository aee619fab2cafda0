package org.handsel.app.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.handsel.platform.HandselException;
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

  /// Whether anybody but programs on this machine can reach it.
  ///
  /// @throws HandselException with exit 2 when there is no such name on this machine
  public boolean reachableByOthers() {
    return publicAddress != null || !loopback(host);
  }

  private static boolean loopback(String host) {
    try {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        if (!address.isLoopbackAddress()) {
          return false;
        }
      }
      return true;
    } catch (UnknownHostException e) {
      throw HandselException.usage(
          "serve: --host %s: no such name or address on this machine.".formatted(host));
    }
  }

  Optional<String> address() {
    return Optional.ofNullable(publicAddress).map(address -> address.replaceAll("/+$", ""));
  }

  boolean secure() {
    return address().filter(address -> address.startsWith("https:")).isPresent();
  }
}
