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

/// Ends a running release.
@Command(
    name = "stop",
    description = "Ends a release that runs, in whatever window, in order. Run it again to go on.",
    footer = {"", "Example: handsel release stop skarvik-release"})
final class ReleaseStopCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable ReleaseCommand release;

  @Parameters(paramLabel = "RELEASE", description = "Folder or name of the release.")
  private Path folder = Path.of("");

  ReleaseStopCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Path place = Objects.requireNonNull(release).folder(folder);
    if (!RunControl.tell(place, RunControl.Order.STOP)) {
      surroundings.err().printf("%s: this release does not run now.%n", place);
      return Exit.PARTIAL.code();
    }
    surroundings.out().printf("It ends after what is on the wire. Run it again to go on.%n");
    return Exit.DONE.code();
  }
}
