package org.handsel.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.handsel.platform.Database;
import org.handsel.platform.Who;
import org.handsel.release.ReleaseRegister;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.ScopeType;
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

  @Option(
      names = "--as",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = "Who you are; otherwise HANDSEL_AS, otherwise the user of this machine.")
  private @Nullable String as;

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

  /// Whoever types: by name where one is given, else the one person of this machine.
  Who who() {
    String name = as != null ? as : surroundings.environment().get("HANDSEL_AS");
    return name != null && !name.isBlank()
        ? new Who(name.strip(), name.strip())
        : Who.me(System.getProperty("user.name", "me"));
  }

  @Override
  public void run() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(),
        "handsel impact: which command? "
            + String.join(", ", Objects.requireNonNull(spec).subcommands().keySet()));
  }
}
