package org.handsel.app.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.handsel.app.exports.Exports;
import org.handsel.app.exports.Profile;
import org.handsel.platform.Database;
import org.handsel.platform.Exit;
import org.handsel.platform.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// What the workspace knows, as tables for others.
@Command(
    name = "export",
    description = {
      "Writes what the workspace knows as tables (TSV) to a new folder.",
      "The profile public is for anybody: facts on institutions and releases, no personal data, no"
          + " notes. The profile private is for the group: all that members may see."
    },
    footer = {"", "Example: handsel export for-the-web --profile public"})
final class ExportCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable HandselCommand handsel;

  @Parameters(paramLabel = "DIR", description = "The folder to write; new or empty.")
  private Path folder = Path.of("");

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      required = true,
      description = "public or private.")
  private Profile profile = Profile.PUBLIC;

  @Option(names = "--json", description = "The number of rows by file as JSON.")
  private boolean json;

  ExportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    HandselCommand parent = Objects.requireNonNull(handsel);
    Map<String, Long> rows;
    try (Database database =
        Database.open(parent.workspace(), parent.settings(), surroundings.clock())) {
      rows = new Exports(database, surroundings.clock()).write(profile, folder);
    }
    if (json) {
      surroundings.out().println(Json.pretty(rows));
      return Exit.DONE.code();
    }
    rows.forEach((name, count) -> surroundings.out().printf("%8d  %s%n", count, name));
    if (profile == Profile.PRIVATE) {
      surroundings
          .out()
          .println(
              folder + " holds personal data: keep it safe, and delete it when it has served.");
    }
    return Exit.DONE.code();
  }
}
