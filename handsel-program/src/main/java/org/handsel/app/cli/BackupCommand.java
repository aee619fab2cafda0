package org.handsel.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.handsel.platform.Exit;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.handsel.platform.Workspace;
import org.handsel.platform.backup.Backups;
import org.handsel.platform.backup.Manifest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// The workspace as one file.
@Command(
    name = "backup",
    description = {
      "Writes the whole workspace, database and files, to one file and reads it back.",
      "It works while the workbench runs. The file holds personal data: keep it as safe as the"
          + " workspace. Sessions are left out, and passwords of wikis unless --with-secrets is"
          + " given."
    },
    footer = {"", "Example: handsel backup /media/disk/handsel-2026-11-30.zip"})
final class BackupCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable HandselCommand handsel;

  @Parameters(paramLabel = "FILE", description = "The file to write; it must not be there yet.")
  private Path file = Path.of("");

  @Option(
      names = "--with-secrets",
      description = "Take the passwords of wikis along (secrets.properties), readable as they are.")
  private boolean secrets;

  @Option(names = "--json", description = "The manifest as JSON.")
  private boolean json;

  BackupCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    HandselCommand parent = Objects.requireNonNull(handsel);
    Workspace workspace = parent.workspace();
    if (!Files.isDirectory(workspace.home())) {
      throw HandselException.usage(
          "%s: there is no workspace. Name the one that you mean with --home."
              .formatted(workspace.home()));
    }
    String url = parent.settings().get("database").orElse(workspace.databaseUrl());
    Manifest manifest;
    try (Progress progress = surroundings.progress("backup", "parts")) {
      manifest = Backups.make(workspace, url, file, secrets, surroundings.clock(), progress);
    }
    if (json) {
      surroundings.out().println(Json.pretty(manifest));
    } else {
      surroundings
          .out()
          .println(
              "%s: %d tables with %d rows, %d files; read back and found whole."
                  .formatted(
                      file, manifest.tables().size(), manifest.rows(), manifest.files().size()));
      manifest.left().forEach(left -> surroundings.out().println("Not in it: " + left + "."));
    }
    return Exit.DONE.code();
  }
}
