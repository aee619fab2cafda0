package org.handsel.impact;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a person says about a measurement beside its source.
///
/// @param threshold pages of one wiki from which on a file is suspected to stand in a template
/// @param collection name of the collection, or null to take the source's own
/// @param asOf day of the data, or null to take the source's own
/// @param available files in the category tree, or null where nobody counted them
/// @param keyFigures file of published key figures of the same collection, or null
public record MeasureOptions(
    int threshold,
    @Nullable String collection,
    @Nullable LocalDate asOf,
    @Nullable Long available,
    @Nullable Path keyFigures) {
  public static final int THRESHOLD = 50;

  public MeasureOptions {
    if (threshold < 2) {
      throw new IllegalArgumentException("a template's file stands on two pages at least");
    }
  }

  public static MeasureOptions standard() {
    return new MeasureOptions(THRESHOLD, null, null, null, null);
  }
}
