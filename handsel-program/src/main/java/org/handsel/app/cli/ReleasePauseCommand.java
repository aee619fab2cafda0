package org.handsel.app.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.handsel.platform.Exit;
import org.handsel.release.RunControl;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Holds a running release.
@Command(
    name = "pause",
    description =
        "Holds a release that runs, in whatever window: what is on the wire is finished, nothing"
            + " new is sent.",
    footer = {"", "Example: handsel release pause skarvik-release"})
final class ReleasePauseCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable ReleaseCommand release;

  @Parameters(paramLabel = "RELEASE", description = "Folder or name of the release.")
  private Path folder = Path.of("");

  ReleasePauseCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Path place = Objects.requireNonNull(release).folder(folder);
    if (!RunControl.tell(place, RunControl.Order.PAUSE)) {
      surroundings.err().printf("%s: this release does not run now.%n", place);
      return Exit.PARTIAL.code();
    }
    surroundings
        .out()
        .printf("Held after what is on the wire. Go on with: handsel release resume %s%n", place);
    return Exit.DONE.code();
  }
}
