package org.handsel.partnership.precedents;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// For whom precedents are sought; null is unknown.
///
/// @param institution its id in the register, whose own earlier co-operations come first
/// @param identifiers of the institution
/// @param images how many it holds
/// @param licence that is asked for
public record Seeker(
    String institution,
    List<String> identifiers,
    @Nullable String type,
    @Nullable String country,
    @Nullable Long images,
    @Nullable String licence) {
  public Seeker {
    identifiers = List.copyOf(identifiers);
  }
}
