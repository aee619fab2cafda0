package org.handsel.app.cli;

import java.nio.file.Path;
import java.util.Objects;
import org.handsel.release.ReleaseFolder;
import org.handsel.release.ReleaseRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Lists what did not go, with the reasons.
@Command(
    name = "failures",
    description =
        "Writes failures.csv anew, the rows that did not go with reason and advice, and says where"
            + " it is.",
    footer = {"", "Example: handsel release failures release"})
final class ReleaseFailuresCommand implements Runnable {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable ReleaseCommand release;

  @Parameters(paramLabel = "RELEASE", description = "Folder or name of the release.")
  private Path folder = Path.of("");

  ReleaseFailuresCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    Path place = Objects.requireNonNull(release).folder(folder);
    int rows = ReleaseRun.failures(place);
    surroundings.out().printf("%,d rows: %s%n", rows, new ReleaseFolder(place).failures());
  }
}
