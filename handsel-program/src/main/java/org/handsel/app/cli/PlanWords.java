package org.handsel.app.cli;

import java.nio.file.Path;
import org.handsel.platform.Json;
import org.handsel.release.PlanCounts;

/// How a plan is told on the terminal.
final class PlanWords {
  private PlanWords() {}

  static String of(PlanCounts counts, Path release, boolean json) {
    if (json) {
      return Json.pretty(counts);
    }
    StringBuilder text =
        new StringBuilder(
            "%,d files: %,d ready (%,d with something to look at), %,d blocked.%n"
                .formatted(counts.entries(), counts.ready(), counts.warned(), counts.blocked()));
    counts.checks().forEach((code, count) -> text.append("  %-24s %,d%n".formatted(code, count)));
    return text.append("Look at it: ").append(release.resolve("report.html")).toString();
  }
}
