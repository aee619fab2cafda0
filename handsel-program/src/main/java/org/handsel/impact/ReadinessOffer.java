package org.handsel.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.handsel.platform.Said;
import org.jspecify.annotations.Nullable;

/// What a release has shown about the wiki: the reasons to run stage 0 again.
final class ReadinessOffer {
  private ReadinessOffer() {}

  /// @param suggested articles without an image that could have one now
  static List<Said> of(
      @Nullable Measurement measured, List<Correction> corrections, long suggested) {
    List<Said> reasons = new ArrayList<>();
    if (measured != null) {
      missing(measured, "files-released", "with-category")
          .or(() -> missing(measured, "files-available", "categorised"))
          .ifPresent(n -> reasons.add(Texts.said("offer-uncategorised", n)));
      missing(measured, "files-released", "with-statements")
          .or(() -> missing(measured, "files-available", "structured"))
          .ifPresent(n -> reasons.add(Texts.said("offer-unlinked", n)));
      measured
          .value("files-unused")
          .filter(n -> n.longValue() > 0)
          .ifPresent(n -> reasons.add(Texts.said("offer-unused", n.longValue())));
    }
    if (suggested > 0) {
      reasons.add(Texts.said("offer-suggested", suggested));
    }
    long open = corrections.stream().filter(one -> !one.state().equals("accepted")).count();
    if (open > 0) {
      reasons.add(Texts.said("offer-corrections", open));
    }
    if (!reasons.isEmpty()) {
      reasons.add(Texts.said("offer-run"));
    }
    return reasons;
  }

  private static Optional<Long> missing(Measurement measured, String whole, String part) {
    Optional<Number> all = measured.value(whole);
    Optional<Number> with = measured.value(part);
    if (all.isEmpty() || with.isEmpty() || all.get().longValue() <= with.get().longValue()) {
      return Optional.empty();
    }
    return Optional.of(all.get().longValue() - with.get().longValue());
  }
}
