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

/// Lets a held release go on.
@Command(
    name = "resume",
    description = "Lets a release go on that was held.",
    footer = {"", "Example: handsel release resume skarvik-release"})
final class ReleaseResumeCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable ReleaseCommand release;

  @Parameters(paramLabel = "RELEASE", description = "Folder or name of the release.")
  private Path folder = Path.of("");

  ReleaseResumeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Path place = Objects.requireNonNull(release).folder(folder);
    if (!RunControl.tell(place, RunControl.Order.GO)) {
      surroundings.err().printf("%s: this release does not run now.%n", place);
      return Exit.PARTIAL.code();
    }
    surroundings.out().printf("It goes on.%n");
    return Exit.DONE.code();
  }
}
