package org.handsel.app.cli;

import java.util.Objects;
import org.handsel.authority.review.Reviews;
import org.handsel.platform.Database;
import org.handsel.platform.Who;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Commands on links that people look at.
@Command(
    name = "review",
    description = {
      "Puts links before people and takes what they decide back. The looking itself is done on the"
          + " page Links of handsel serve."
    },
    footer = {"", "Example: handsel authority review import links"},
    subcommands = {
      AuthorityReviewImportCommand.class,
      AuthorityReviewListCommand.class,
      AuthorityReviewExportCommand.class
    })
final class AuthorityReviewCommand implements Runnable {
  private final Surroundings surroundings;

  @Spec private @Nullable CommandSpec spec;

  @ParentCommand private @Nullable AuthorityCommand authority;

  AuthorityReviewCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(),
        "handsel authority review: which command? import, list or export");
  }

  Database database() {
    HandselCommand handsel = Objects.requireNonNull(authority).handsel();
    return Database.open(handsel.workspace(), handsel.settings(), surroundings.clock());
  }

  Reviews reviews(Database database) {
    return new Reviews(database, surroundings.clock());
  }

  Who me() {
    HandselCommand handsel = Objects.requireNonNull(authority).handsel();
    return Who.me(handsel.settings().get("name").orElse("me"));
  }
}
