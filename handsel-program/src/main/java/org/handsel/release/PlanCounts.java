package org.handsel.release;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// How a plan stands.
///
/// @param entries lines of the plan
/// @param ready entries that may be uploaded
/// @param blocked entries that a check keeps back
/// @param warned ready entries with something to look at
/// @param checks number of entries by check code
public record PlanCounts(
    long entries, long ready, long blocked, long warned, Map<String, Long> checks) {
  public PlanCounts {
    checks = Collections.unmodifiableMap(new TreeMap<>(checks));
  }
}
