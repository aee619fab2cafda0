package org.handsel.app.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.handsel.rights.terms.EstimateRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Estimates the copyright status of a file of items.
@Command(
    name = "estimate",
    description = {
      "Estimates for each item whether the work and its reproduction are free, in the source"
          + " country and in the United States, and writes rights.jsonl, summary.json and"
          + " report.html.",
      "An estimate is not legal advice and releases nothing; what is missing is named. Lines that"
          + " are no items are listed and give exit code 1."
    },
    footer = {
      "",
      "Example: handsel rights estimate skarvik/items.jsonl --year 2026 --out rights",
      "after: handsel collection map samples/skarvik/skarvik.csv --mapping"
          + " samples/skarvik/mapping.yaml --out skarvik"
    })
final class RightsEstimateCommand implements Callable<Integer> {
  private static final int EARLIEST = 1996;
  private static final int LATEST = 2200;

  private final Surroundings surroundings;

  @Parameters(paramLabel = "ITEMS.jsonl", description = "The items of \"collection map\".")
  private Path items = Path.of("");

  @Option(
      names = "--year",
      paramLabel = "Y",
      description = "Year of evaluation; otherwise the current one.")
  private @Nullable Integer year;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder for the results.")
  private Path out = Path.of("");

  @Option(names = "--json", description = "The summary as JSON.")
  private boolean json;

  RightsEstimateCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    int evaluated =
        year == null
            ? LocalDate.ofInstant(surroundings.clock().instant(), ZoneOffset.UTC).getYear()
            : year;
    if (evaluated < EARLIEST || evaluated > LATEST) {
      throw HandselException.usage(
          "--year: expected a year from %d to %d, found \"%d\"."
              .formatted(EARLIEST, LATEST, evaluated));
    }
    EstimateRun.Summary summary;
    try (Progress progress = surroundings.progress("estimating", "bytes")) {
      summary = EstimateRun.run(items, evaluated, out, progress);
    }
    surroundings.out().println(json ? Json.pretty(summary) : words(summary));
    return summary.exit().code();
  }

  private String words(EstimateRun.Summary summary) {
    StringBuilder text = new StringBuilder();
    text.append("%,d works, seen from %d:%n".formatted(summary.items(), summary.year()));
    summary
        .verdicts()
        .forEach((verdict, count) -> text.append("  %-12s %,d%n".formatted(verdict, count)));
    long next = summary.freeIn().getOrDefault(summary.year() + 1, 0L);
    if (next > 0) {
      text.append("%,d become free next January.%n".formatted(next));
    }
    if (summary.contradictions() > 0) {
      text.append(
          "%,d contradict what the item itself says or hold facts that cannot all be true.%n"
              .formatted(summary.contradictions()));
    }
    summary.problems().stream()
        .limit(20)
        .forEach(problem -> text.append(problem.message()).append('\n'));
    if (summary.problemCount() > 20) {
      text.append(
          "%,d lines are no items; more in summary.json.%n".formatted(summary.problemCount()));
    }
    return text.append("Report: ").append(out.resolve("report.html")).toString();
  }
}
