package org.handsel.collection.harvest;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.handsel.platform.HandselException;

/// Refuses addresses of private networks, so that a link in somebody's list, a redirect or a name
/// cannot make the harvester ask machines that only it can reach. The JDK remembers a name's
/// addresses for half a minute, so that the connection goes to what was checked.
public final class Addresses {
  /// Finds the addresses of a name.
  @FunctionalInterface
  interface Resolver {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  private final boolean privateAllowed;
  private final Resolver resolver;

  /// Addresses as this machine finds them.
  public static Addresses of(boolean privateAllowed) {
    return new Addresses(privateAllowed, InetAddress::getAllByName);
  }

  Addresses(boolean privateAllowed, Resolver resolver) {
    this.privateAllowed = privateAllowed;
    this.resolver = resolver;
  }

  /// @throws HandselException with exit 2 when the address must not be contacted
  /// @throws UnknownHostException when the name has no address
  public void check(URI address) throws UnknownHostException {
    String scheme = address.getScheme();
    String host = address.getHost();
    if (host == null || !("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))) {
      throw HandselException.usage(
          "%s: not contacted: expected an address with http or https.".formatted(address));
    }
    if (privateAllowed) {
      return;
    }
    for (InetAddress found : resolver.resolve(host)) {
      if (isPrivate(found)) {
        throw HandselException.usage(
            "%s: not contacted: expected an address of the public internet, found %s. If you know the machine and trust it, add --allow-private."
                .formatted(address, found.getHostAddress()));
      }
    }
  }

  /// Source: IANA special-purpose address registries (RFC 6890).
  static boolean isPrivate(InetAddress address) {
    byte[] b = address.getAddress();
    if (address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return true;
    }
    int first = b[0] & 0xff;
    int second = b[1] & 0xff;
    if (address instanceof Inet6Address) {
      // Unique local addresses; and those that carry an IPv4 address in them (6to4, Teredo, NAT64).
      return (first & 0xfe) == 0xfc
          || (first == 0x20 && (second == 0x02 || (second == 0x01 && b[2] == 0 && b[3] == 0)))
          || (first == 0 && second == 0x64)
          || (first == 0 && second == 0);
    }
    return first == 0
        || (first == 100 && (second & 0xc0) == 64)
        || (first == 192 && second == 0 && b[2] == 0)
        || (first == 198 && (second & 0xfe) == 18)
        || first >= 240;
  }
}
