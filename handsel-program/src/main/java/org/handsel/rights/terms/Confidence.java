package org.handsel.rights.terms;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How far an estimate can be relied on; never further than its weakest fact or rule.
public enum Confidence {
  @JsonProperty("high")
  HIGH,
  @JsonProperty("medium")
  MEDIUM,
  @JsonProperty("low")
  LOW;

  Confidence weaker(Confidence other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
