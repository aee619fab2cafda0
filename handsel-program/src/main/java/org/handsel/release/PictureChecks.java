package org.handsel.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.handsel.collection.image.Quality;
import org.jspecify.annotations.Nullable;

/// What looking at a picture says of its worth; warnings, since only a person knows whether a blank
/// page has its place in a book.
final class PictureChecks {
  static final String BLANK = "IMAGE_BLANK";
  static final String ENLARGED = "IMAGE_ENLARGED";
  private static final Set<String> CODES = Set.of(BLANK, ENLARGED);

  private PictureChecks() {}

  static List<PlanEntry.Check> of(Quality quality) {
    List<PlanEntry.Check> checks = new ArrayList<>();
    if (quality.nearlyBlank()) {
      checks.add(
          Checks.warning(
              BLANK,
              quality.blank()
                  ? "nothing is to be seen but its ground: expected a picture. Decide whether the"
                      + " file is wanted; a blank page of a book may have its place."
                  : String.format(
                      Locale.ROOT,
                      "next to nothing is to be seen: %.2f %% of it differs from its ground, as of"
                          + " a page with a number or a stamp only. Decide whether the file is"
                          + " wanted.",
                      100 * quality.ink())));
    }
    if (quality.detail() == Quality.Detail.ENLARGED) {
      checks.add(
          Checks.warning(
              ENLARGED,
              "it has more pixels than detail: expected a scan, found a picture that was enlarged"
                  + " from a smaller one. Ask for the file as it was scanned."));
    }
    return checks;
  }

  /// The entry with what is known of its picture now, instead of what was known before.
  static PlanEntry checked(PlanEntry entry, @Nullable Quality quality) {
    List<PlanEntry.Check> checks = new ArrayList<>();
    for (PlanEntry.Check check : entry.checks()) {
      if (!CODES.contains(check.code())) {
        checks.add(check);
      }
    }
    if (quality != null) {
      checks.addAll(of(quality));
    }
    return entry.with(checks);
  }
}
