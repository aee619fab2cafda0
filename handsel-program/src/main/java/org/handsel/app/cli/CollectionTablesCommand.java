package org.handsel.app.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Commands on mapping tables.
@Command(
    name = "tables",
    description = {
      "Fills the mapping tables of a profile by frequency, publishes them for volunteers on a wiki,"
          + " and takes back what those wrote."
    },
    footer = {
      "",
      "Example: handsel collection tables fill samples/skarvik/skarvik.csv --mapping"
          + " samples/skarvik/mapping.yaml"
    },
    subcommands = {
      CollectionTablesFillCommand.class,
      CollectionTablesPublishCommand.class,
      CollectionTablesMergeCommand.class
    })
final class CollectionTablesCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @ParentCommand private @Nullable CollectionCommand collection;

  HandselCommand handsel() {
    return Objects.requireNonNull(collection).handsel();
  }

  @Override
  public void run() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(),
        "handsel collection tables: which command? fill, publish or merge");
  }
}
