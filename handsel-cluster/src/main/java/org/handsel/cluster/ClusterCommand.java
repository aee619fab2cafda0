package org.handsel.cluster;

import java.io.PrintStream;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The command above the jobs.
@Command(
    name = "handsel cluster",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "The largest jobs on Apache Spark: files and columns are those of the local commands.",
    subcommands = {FactsCommand.class, AuditCommand.class, LinkCommand.class, ImpactCommand.class},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done (findings are results, not failures)",
      "1:part of the input could not be processed; the output names it",
      "2:wrong use",
      "3:environment: no cluster, disk full"
    })
final class ClusterCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  private final PrintStream out;
  private final PrintStream err;

  private final Clock clock;

  ClusterCommand(PrintStream out, PrintStream err, Clock clock) {
    this.out = out;
    this.err = err;
    this.clock = clock;
  }

  Clock clock() {
    return clock;
  }

  PrintStream out() {
    return out;
  }

  PrintStream err() {
    return err;
  }

  @Override
  public void run() {
    CommandSpec own = Objects.requireNonNull(spec);
    throw new ParameterException(
        own.commandLine(),
        "handsel cluster: which command? " + String.join(", ", own.subcommands().keySet()));
  }
}
