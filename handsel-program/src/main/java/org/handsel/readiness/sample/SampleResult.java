package org.handsel.readiness.sample;

import java.util.Map;

/// What was written.
///
/// @param pages of any namespace
/// @param bytes of the export before packing
/// @param memberships in wikitext
/// @param planted defects by audit
public record SampleResult(long pages, long bytes, long memberships, Map<String, Integer> planted) {
  public SampleResult {
    planted = Map.copyOf(planted);
  }
}
