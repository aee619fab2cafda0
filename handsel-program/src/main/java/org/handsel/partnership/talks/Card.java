package org.handsel.partnership.talks;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A partnership as the board shows it.
///
/// @param institution name of the institution
/// @param stageSince day on which it came into its stage, or null
/// @param lastContact day of the last contact, or null
/// @param nextStep the first step that is to be done, or null
/// @param claim who speaks with the institution, or null
public record Card(
    Partnership partnership,
    String institution,
    @Nullable LocalDate stageSince,
    @Nullable LocalDate lastContact,
    @Nullable NextStep nextStep,
    @Nullable Claim claim,
    List<Warning> warnings) {
  public Card {
    warnings = List.copyOf(warnings);
  }
}
