package org.handsel.app.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Commands on authority files.
@Command(
    name = "authority",
    description = "Links persons to the records of a library's authority file.",
    subcommands = {
      AuthorityLinkCommand.class,
      AuthorityIndexCommand.class,
      AuthorityReviewCommand.class,
      AuthorityCheckCommand.class,
      AuthorityDuplicatesCommand.class
    })
final class AuthorityCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @ParentCommand private @Nullable HandselCommand handsel;

  HandselCommand handsel() {
    return java.util.Objects.requireNonNull(handsel);
  }

  @Override
  public void run() {
    throw new ParameterException(
        java.util.Objects.requireNonNull(spec).commandLine(),
        "handsel authority: which command? link, index, review, check or duplicates");
  }
}
