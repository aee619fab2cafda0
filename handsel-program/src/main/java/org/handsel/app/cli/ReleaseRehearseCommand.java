package org.handsel.app.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.handsel.release.RunReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Rehearses a release.
@Command(
    name = "rehearse",
    description = {
      "Runs the release against the sandbox wiki inside Handsel; the real wiki and the release's"
          + " ledger are not touched.",
      "What came of it stands in RELEASE/rehearsal; to look at the pages: handsel sandbox --keep"
          + " RELEASE/rehearsal/wiki"
    },
    footer = {"", "Example: handsel release rehearse skarvik-release"})
final class ReleaseRehearseCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable ReleaseCommand release;

  @Parameters(paramLabel = "RELEASE", description = "Folder or name of the release.")
  private Path folder = Path.of("");

  @Option(
      names = "--fault",
      paramLabel = "FILE",
      description = "JSON file that makes the sandbox wiki misbehave (testbed/README.md).")
  private @Nullable Path fault;

  @Option(names = "--json", description = "The outcome as JSON.")
  private boolean json;

  ReleaseRehearseCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    ReleaseCommand parent = Objects.requireNonNull(release);
    Path place = parent.folder(folder);
    RunReport report;
    try (Progress progress = surroundings.progress("rehearsing", "files")) {
      report = Rehearsals.rehearse(place, fault, parent.handsel().wikiSettings(), progress);
    }
    surroundings.out().println(json ? Json.pretty(report) : "Rehearsal: " + report.message());
    if (!json) {
      surroundings
          .out()
          .println(
              "Look at the pages: handsel sandbox --keep "
                  + Rehearsals.folder(place).resolve("wiki"));
    }
    return report.exit().code();
  }
}
