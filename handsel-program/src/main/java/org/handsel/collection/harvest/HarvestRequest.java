package org.handsel.collection.harvest;

import java.net.URI;
import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;

/// What is to be harvested.
///
/// @param address base address of the repository
/// @param prefix format of the metadata, such as `oai_dc`
/// @param set only this set; null for everything
/// @param from earliest date of change, as the repository writes dates; null for all
/// @param until latest date of change; null for all
/// @param privateNetworks whether addresses of private networks may be contacted
public record HarvestRequest(
    URI address,
    String prefix,
    @Nullable String set,
    @Nullable String from,
    @Nullable String until,
    boolean privateNetworks) {

  /// Checks what can be checked without the network.
  ///
  /// @throws HandselException with exit 2
  public HarvestRequest {
    String scheme = address.getScheme();
    if (address.getHost() == null
        || !("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))) {
      throw HandselException.usage(
          "%s: expected the base address of a repository, such as https://example.org/oai."
              .formatted(address));
    }
    if (!prefix.matches("[A-Za-z0-9_.!~*'()-]+")) {
      throw HandselException.usage(
          "--prefix: expected a format such as oai_dc, found \"%s\".".formatted(prefix));
    }
  }
}
