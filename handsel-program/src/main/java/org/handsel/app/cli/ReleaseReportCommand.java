package org.handsel.app.cli;

import java.nio.file.Path;
import java.util.Objects;
import org.handsel.release.Plans;
import org.handsel.release.ReleaseFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Writes the report of a release anew.
@Command(
    name = "report",
    description = "Writes report.html anew from the plan and says where it is.",
    footer = {"", "Example: handsel release report release"})
final class ReleaseReportCommand implements Runnable {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable ReleaseCommand release;

  @Parameters(paramLabel = "RELEASE", description = "Folder or name of the release.")
  private Path folder = Path.of("");

  ReleaseReportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    Path place = Objects.requireNonNull(release).folder(folder);
    Plans.report(place, surroundings.clock());
    surroundings.out().println(new ReleaseFolder(place).report());
  }
}
