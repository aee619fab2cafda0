package org.handsel.release;

import java.util.List;
import java.util.stream.Stream;

/// A small plan at once.
final class WholePlan {
  private WholePlan() {}

  static List<PlanEntry> of(ReleaseFolder release) {
    try (Stream<PlanEntry> plan = release.read()) {
      return plan.toList();
    }
  }
}
