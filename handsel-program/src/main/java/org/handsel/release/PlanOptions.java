package org.handsel.release;

import java.nio.file.Path;
import java.time.Clock;
import org.handsel.platform.Progress;
import org.jspecify.annotations.Nullable;

/// What may be set when a release is planned.
///
/// @param exclusions list of ids and SHA-1s that must not go, one a line, or null
/// @param partnership id of the partnership, or null
/// @param threads that inspect files and write pages, at least 1
/// @param progress counts items
/// @param clock gives the time of planning
public record PlanOptions(
    @Nullable Path exclusions,
    @Nullable String partnership,
    int threads,
    Progress progress,
    Clock clock) {
  public PlanOptions {
    if (threads < 1) {
      throw new IllegalArgumentException("threads: expected at least 1, found " + threads);
    }
  }

  /// Nothing excluded, no display, two threads.
  public static PlanOptions with(Clock clock) {
    return new PlanOptions(null, null, 2, Progress.NONE, clock);
  }
}
