package org.handsel.app.cli;

import java.util.Objects;
import org.handsel.platform.Database;
import org.handsel.platform.Settings;
import org.handsel.platform.Who;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Commands on partnerships with institutions.
@Command(
    name = "partnership",
    description =
        "Partnerships with institutions: who speaks with whom, what was said, what is next.",
    subcommands = {
      PartnershipListCommand.class,
      PartnershipShowCommand.class,
      PartnershipBeginCommand.class,
      PartnershipMoveCommand.class,
      PartnershipClaimCommand.class,
      PartnershipLogCommand.class,
      PartnershipAskCommand.class,
      PartnershipRevisitCommand.class,
      PartnershipDigestCommand.class,
      PartnershipCalendarCommand.class,
      PartnershipAgreeCommand.class,
      PartnershipGateCommand.class,
      PartnershipDraftCommand.class,
      PartnershipCommitCommand.class,
      PartnershipCapacityCommand.class,
      PartnershipVolunteersCommand.class,
      PartnershipHoursCommand.class,
      PartnershipLoadCommand.class,
      PartnershipLetterCommand.class
    })
final class PartnershipCommand implements Runnable {
  private final Surroundings surroundings;

  @Spec private @Nullable CommandSpec spec;

  @ParentCommand private @Nullable HandselCommand handsel;

  @Mixin private ActingOption acting = new ActingOption();

  PartnershipCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  Database database() {
    HandselCommand parent = Objects.requireNonNull(handsel);
    return Database.open(parent.workspace(), parent.settings(), surroundings.clock());
  }

  Settings settings() {
    return Objects.requireNonNull(handsel).settings();
  }

  Who who() {
    return acting.who(surroundings);
  }

  @Override
  public void run() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(),
        "handsel partnership: which command? "
            + String.join(", ", Objects.requireNonNull(spec).subcommands().keySet()));
  }
}
