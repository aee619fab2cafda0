package org.handsel.app.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.handsel.platform.Exit;
import org.handsel.platform.Progress;
import org.handsel.platform.Workspace;
import org.handsel.platform.backup.Backups;
import org.handsel.platform.backup.Manifest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// A backup becomes a workspace again.
@Command(
    name = "restore",
    description = {
      "Restores a backup into an empty workspace; nothing is ever overwritten.",
      "The database may be another kind than the one that was backed up: with HANDSEL_DB or the"
          + " setting database it goes to that server, otherwise to the workspace's own file."
    },
    footer = {
      "",
      "Example: handsel --home ~/handsel-again restore /media/disk/handsel-2026-11-30.zip"
    })
final class RestoreCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable HandselCommand handsel;

  @Parameters(paramLabel = "FILE", description = "What handsel backup wrote.")
  private Path file = Path.of("");

  @Option(
      names = "--check",
      description = "Only hold the file against its checksums; nothing is restored.")
  private boolean check;

  RestoreCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    HandselCommand parent = Objects.requireNonNull(handsel);
    Manifest manifest;
    try (Progress progress = surroundings.progress("restore", "rows")) {
      if (check) {
        manifest = Backups.check(file, progress);
      } else {
        Workspace workspace = parent.workspace();
        String url = parent.settings().get("database").orElse(workspace.databaseUrl());
        manifest = Backups.restore(workspace, url, file, surroundings.clock(), progress);
      }
    }
    surroundings
        .out()
        .println(
            "%s, made at %s: %d tables with %d rows, %d files%s"
                .formatted(
                    file,
                    manifest.madeAt(),
                    manifest.tables().size(),
                    manifest.rows(),
                    manifest.files().size(),
                    check ? "; it is whole." : " are in " + parent.workspace().home() + "."));
    if (!check) {
      manifest.left().forEach(left -> surroundings.out().println("Was not in it: " + left + "."));
    }
    return Exit.DONE.code();
  }
}
