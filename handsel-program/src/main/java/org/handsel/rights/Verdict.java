package org.handsel.rights;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Whether a rights statement lets a file go to Wikimedia Commons. Only [#YES] does; everything
/// else keeps the file back with a reason.
public enum Verdict {
  /// A free licence or dedication that needs nothing more.
  @JsonProperty("yes")
  YES,
  /// Free if a fact can be shown that the statement itself does not give.
  @JsonProperty("conditional")
  CONDITIONAL,
  /// A person has to decide.
  @JsonProperty("hold")
  HOLD,
  /// Not free.
  @JsonProperty("no")
  NO,
  /// Nothing was said, or it was not understood; silence is not permission.
  @JsonProperty("unknown")
  UNKNOWN
}
