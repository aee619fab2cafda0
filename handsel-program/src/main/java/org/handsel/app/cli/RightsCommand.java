package org.handsel.app.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Commands on copyright.
@Command(
    name = "rights",
    description = "Estimates from delivered facts what may be free.",
    subcommands = {RightsEstimateCommand.class})
final class RightsCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        java.util.Objects.requireNonNull(spec).commandLine(),
        "handsel rights: which command? estimate");
  }
}
