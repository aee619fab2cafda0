package org.handsel.impact;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Published key figures of one institution.
///
/// @param line of the file
/// @param day of the figures, or null
/// @param texts address of category and reports, by column
/// @param values by measure; a measure is missing where the file has no number
record KeyFigure(
    int line,
    @Nullable LocalDate day,
    String institution,
    String category,
    Map<String, String> texts,
    Map<String, Number> values) {
  /// With so few files one more or less moves the share by four per cent or more.
  static final long FEW_FILES = 25;

  @Nullable Number value(String measure) {
    return values.get(measure);
  }

  boolean fewFiles() {
    Number available = value("files-available");
    return available != null && available.longValue() <= FEW_FILES;
  }
}
