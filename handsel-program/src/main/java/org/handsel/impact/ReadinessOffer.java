package org.handsel.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a release has shown about the wiki: the reasons to run stage 0 again.
final class ReadinessOffer {
  private ReadinessOffer() {}

  static List<String> of(@Nullable Measurement measured, List<Correction> corrections) {
    List<String> reasons = new ArrayList<>();
    if (measured != null) {
      missing(measured, "with-category", "files without a category: run the category audits again")
          .ifPresent(reasons::add);
      missing(
              measured,
              "with-statements",
              "files without structured data, so without a linked person or place: link them by the"
                  + " authority file")
          .ifPresent(reasons::add);
      measured
          .value("files-unused")
          .filter(n -> n.longValue() > 0)
          .ifPresent(n ->
              reasons.add(
                  "%,d files are unused: \"handsel impact suggest\" lists articles without an image that could have one"
                      .formatted(n.longValue())));
    }
    long open = corrections.stream().filter(one -> !one.state().equals("accepted")).count();
    if (open > 0) {
      reasons.add(
          "%,d corrections are not taken over yet: the authority file may say who is right"
              .formatted(open));
    }
    reasons.add(
        "Run it: handsel readiness audit DUMP --out DIR, then handsel readiness compare OLD DIR");
    return reasons;
  }

  private static Optional<String> missing(Measurement measured, String measure, String text) {
    Optional<Number> all = measured.value("files-released");
    Optional<Number> with = measured.value(measure);
    if (all.isEmpty() || with.isEmpty() || all.get().longValue() <= with.get().longValue()) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(Locale.ROOT, "%,d %s", all.get().longValue() - with.get().longValue(), text));
  }
}
