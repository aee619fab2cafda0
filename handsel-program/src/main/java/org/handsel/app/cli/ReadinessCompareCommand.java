package org.handsel.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.handsel.platform.Json;
import org.handsel.readiness.compare.Comparison;
import org.handsel.readiness.compare.ComparisonSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Compares two audits of one wiki.
@Command(
    name = "compare",
    description = {
      "Says what became of the findings of an audit by a later one: mended, still open, new, or on"
          + " a page that is gone. Writes comparison.jsonl, summary.json and report.html.",
      "When one of the two audits was partial, so is the comparison (exit code 1)."
    },
    footer = {"", "Example: handsel readiness compare audit-2026-10 audit-2026-11 --out changes"})
final class ReadinessCompareCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(index = "0", paramLabel = "OUT_OLD", description = "Results of the earlier audit.")
  private Path before = Path.of("");

  @Parameters(index = "1", paramLabel = "OUT_NEW", description = "Results of the later audit.")
  private Path now = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder for the results.")
  private Path out = Path.of("");

  @Option(names = "--json", description = "The summary as JSON.")
  private boolean json;

  ReadinessCompareCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    ComparisonSummary summary = Comparison.run(before, now, out);
    surroundings.out().println(json ? Json.pretty(summary) : words(summary));
    return summary.exit().code();
  }

  private String words(ComparisonSummary summary) {
    StringBuilder text = new StringBuilder();
    text.append("%-5s %9s %9s %9s %9s%n".formatted("", "mended", "open", "new", "gone"));
    summary.audits().forEach((audit, counts) -> text.append(line(audit, counts)));
    text.append(line("all", summary.all()));
    summary.problems().forEach(problem -> text.append(problem).append('\n'));
    return text.append("Report: ").append(out.resolve("report.html")).toString();
  }

  private static String line(String name, ComparisonSummary.Counts counts) {
    return "%-5s %,9d %,9d %,9d %,9d%n"
        .formatted(name, counts.mended(), counts.open(), counts.appeared(), counts.gone());
  }
}
