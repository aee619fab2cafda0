package org.handsel.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.handsel.platform.Database;
import org.handsel.platform.Json;
import org.handsel.release.ReleaseRegister;
import org.handsel.release.ReleaseRun;
import org.handsel.release.ReleaseStatus;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// How far a release is.
@Command(
    name = "status",
    description =
        "Says how far a release is, also while it runs; without RELEASE lists the releases of the"
            + " workspace.",
    footer = {"", "Example: handsel release status skarvik-release"})
final class ReleaseStatusCommand implements Runnable {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable ReleaseCommand release;

  @Parameters(
      paramLabel = "RELEASE",
      arity = "0..1",
      description = "Folder or name of the release.")
  private @Nullable Path folder;

  @Option(names = "--json", description = "The counts as JSON.")
  private boolean json;

  ReleaseStatusCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    ReleaseCommand parent = Objects.requireNonNull(release);
    if (folder == null) {
      list(parent);
      return;
    }
    ReleaseStatus status = ReleaseRun.status(parent.folder(folder));
    surroundings
        .out()
        .println(json ? Json.pretty(status) : status.sentence() + ". Pilot: " + status.pilot());
  }

  private void list(ReleaseCommand parent) {
    try (Database database = parent.database()) {
      List<ReleaseRegister.Entry> all = new ReleaseRegister(database, surroundings.clock()).all();
      if (json) {
        surroundings.out().println(Json.pretty(all));
        return;
      }
      for (ReleaseRegister.Entry entry : all) {
        surroundings
            .out()
            .printf("%s  %,d files  %s%n", entry.plannedAt(), entry.files(), entry.folder());
      }
      if (all.isEmpty()) {
        surroundings.out().println("No release was planned in this workspace yet.");
      }
    }
  }
}
