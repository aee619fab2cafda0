package org.handsel.rights.terms;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What copyright makes of a layer.
public enum Status {
  @JsonProperty("public-domain")
  PUBLIC_DOMAIN,
  @JsonProperty("licensed")
  LICENSED,
  @JsonProperty("in-copyright")
  IN_COPYRIGHT,
  @JsonProperty("unknown")
  UNKNOWN
}
