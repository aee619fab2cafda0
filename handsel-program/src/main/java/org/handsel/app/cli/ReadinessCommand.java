package org.handsel.app.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Commands on the state of a wiki.
@Command(
    name = "readiness",
    description = "Audits a wiki's categories and data on persons from its dump.",
    subcommands = {ReadinessAuditCommand.class, ReadinessSampleCommand.class})
final class ReadinessCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        java.util.Objects.requireNonNull(spec).commandLine(),
        "handsel readiness: which command? audit, sample");
  }
}
