package org.handsel.impact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a report says beside the numbers, from the workspace.
///
/// @param corrections changes that go or went back to the institution
/// @param promises what was expected
/// @param next what happens next, in sentences
/// @param previous the last measurement with the same definitions, or null
/// @param draft whether the report waits for somebody's look
public record PartnerNotes(
    List<Correction> corrections,
    List<Expectation> promises,
    List<String> next,
    @Nullable Previous previous,
    boolean draft) {
  public PartnerNotes {
    corrections = List.copyOf(corrections);
    promises = List.copyOf(promises);
    next = List.copyOf(next);
  }

  public static PartnerNotes none() {
    return new PartnerNotes(List.of(), List.of(), List.of(), null, false);
  }

  /// A measurement before this one.
  public record Previous(String asOf, java.util.Map<String, Number> values) {}
}
