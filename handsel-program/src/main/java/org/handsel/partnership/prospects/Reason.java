package org.handsel.partnership.prospects;

import java.util.List;

/// Why something is as it is: a key of the texts and what is filled in.
///
/// @param key end of a message key, such as `digital-stated`
/// @param arguments texts, numbers and shares from 0 to 1
/// @param source where it can be checked; empty where nobody named a place
public record Reason(String key, List<Object> arguments, String source) {
  public Reason {
    arguments = List.copyOf(arguments);
  }

  static Reason of(String key, Object... arguments) {
    return new Reason(key, List.of(arguments), "");
  }

  Reason from(String place) {
    return new Reason(key, arguments, place);
  }
}
