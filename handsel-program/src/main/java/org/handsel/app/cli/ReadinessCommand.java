package org.handsel.app.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Commands on the state of a wiki.
@Command(
    name = "readiness",
    description = "Audits a wiki's categories and data on persons from its dump.",
    subcommands = {
      ReadinessAuditCommand.class,
      ReadinessLinkCommand.class,
      ReadinessCompareCommand.class,
      ReadinessApplyCommand.class,
      ReadinessSampleCommand.class
    })
final class ReadinessCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @ParentCommand private @Nullable HandselCommand handsel;

  HandselCommand handsel() {
    return Objects.requireNonNull(handsel);
  }

  @Override
  public void run() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(),
        "handsel readiness: which command? "
            + String.join(", ", Objects.requireNonNull(spec).subcommands().keySet()));
  }
}
