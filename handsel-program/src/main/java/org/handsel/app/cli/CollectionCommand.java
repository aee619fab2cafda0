package org.handsel.app.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Commands on what an institution delivered.
@Command(
    name = "collection",
    description = "Reads what an institution delivered and makes neutral items from it.",
    subcommands = {
      CollectionProfileCommand.class,
      CollectionProfilesCommand.class,
      CollectionTablesCommand.class,
      CollectionMapCommand.class,
      CollectionHarvestCommand.class
    })
final class CollectionCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @ParentCommand private @Nullable HandselCommand handsel;

  HandselCommand handsel() {
    return java.util.Objects.requireNonNull(handsel);
  }

  @Override
  public void run() {
    throw new ParameterException(
        java.util.Objects.requireNonNull(spec).commandLine(),
        "handsel collection: which command? profile, profiles, tables, map or harvest");
  }
}
