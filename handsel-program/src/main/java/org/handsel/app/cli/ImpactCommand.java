package org.handsel.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.handsel.platform.Database;
import org.handsel.platform.Who;
import org.handsel.release.ReleaseRegister;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Commands on what came of a release.
@Command(
    name = "impact",
    description = "What a partner got for it: defined numbers, reports, stories, early warnings.",
    subcommands = {
      ImpactMeasureCommand.class,
      ImpactReportCommand.class,
      ImpactExplainCommand.class,
      ImpactCompareCommand.class,
      ImpactStatusCommand.class,
      ImpactExpectCommand.class,
      ImpactNoteCommand.class,
      ImpactCorrectionsCommand.class,
      ImpactStoryCommand.class,
      ImpactScheduleCommand.class,
      ImpactPrepareCommand.class,
      ImpactSuggestCommand.class,
      ImpactReferralsCommand.class
    })
final class ImpactCommand implements Runnable {
  private final Surroundings surroundings;

  @Spec private @Nullable CommandSpec spec;

  @ParentCommand private @Nullable HandselCommand handsel;

  @Mixin private ActingOption acting = new ActingOption();

  ImpactCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  Database database() {
    HandselCommand parent = Objects.requireNonNull(handsel);
    return Database.open(parent.workspace(), parent.settings(), surroundings.clock());
  }

  /// Whom a service may write to about what is asked of it.
  String contact() {
    return Objects.requireNonNull(handsel).settings().get("contact").orElse("no contact given");
  }

  /// The folder of a release, by its path or its name in this workspace.
  Path releaseFolder(Path given) {
    if (Files.exists(given.resolve("plan.jsonl"))) {
      return given;
    }
    try (Database database = database()) {
      return new ReleaseRegister(database, surroundings.clock())
          .named(given.toString())
          .map(ReleaseRegister.Entry::folder)
          .orElse(given);
    }
  }

  Who who() {
    return acting.who(surroundings);
  }

  @Override
  public void run() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(),
        "handsel impact: which command? "
            + String.join(", ", Objects.requireNonNull(spec).subcommands().keySet()));
  }
}
