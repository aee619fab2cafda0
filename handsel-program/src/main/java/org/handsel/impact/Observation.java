package org.handsel.impact;

import java.time.LocalDate;
import org.handsel.platform.Who;
import org.jspecify.annotations.Nullable;

/// What somebody saw of a partnership after its release.
///
/// @param kind of [#KINDS]
/// @param value number, or null: satisfaction from 1 to 5, inquiries a month, files up for
///   deletion, reuses with correct credit
/// @param whole what the number is out of, or null: capacity for inquiries, reuses in the sample
public record Observation(
    String id,
    String partnership,
    String kind,
    LocalDate day,
    @Nullable Double value,
    @Nullable Double whole,
    String note,
    Who who) {
  public static final java.util.List<String> KINDS =
      java.util.List.of(
          "satisfaction",
          "inquiries",
          "deletion",
          "credit-sample",
          "wish",
          "review",
          "renegotiation");

  /// Kinds whose day may still come.
  static final java.util.Set<String> AHEAD = java.util.Set.of("review", "renegotiation");
}
