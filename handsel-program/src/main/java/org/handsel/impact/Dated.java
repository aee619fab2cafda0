package org.handsel.impact;

import java.time.LocalDate;

/// A day that is to be kept in a partnership after its release.
///
/// @param kind `renegotiation`, `end`, `review`, `expectation`, `commitment`, `report` or `revisit`
/// @param text what it is about; may be empty
/// @param over whether the day is over
public record Dated(LocalDate day, String kind, String text, boolean over) {}
