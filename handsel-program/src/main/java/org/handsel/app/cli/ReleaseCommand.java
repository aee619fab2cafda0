package org.handsel.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.handsel.platform.Database;
import org.handsel.platform.HandselException;
import org.handsel.release.ReleaseRegister;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Commands that bring items to a wiki.
@Command(
    name = "release",
    description =
        "Brings a collection to a wiki: plan, check, rehearse, pilot, judge, the rest, verify.",
    subcommands = {
      ReleasePlanCommand.class,
      ReleaseCheckCommand.class,
      ReleaseListCommand.class,
      ReleaseDuplicatesCommand.class,
      ReleasePreviewCommand.class,
      ReleaseRehearseCommand.class,
      ReleaseRunCommand.class,
      ReleasePauseCommand.class,
      ReleaseResumeCommand.class,
      ReleaseStopCommand.class,
      ReleaseJudgeCommand.class,
      ReleaseStatusCommand.class,
      ReleaseVerifyCommand.class,
      ReleaseRefreshCommand.class,
      ReleaseChangesCommand.class,
      ReleaseReportCommand.class,
      ReleaseFailuresCommand.class
    })
final class ReleaseCommand implements Runnable {
  private final Surroundings surroundings;

  @Spec private @Nullable CommandSpec spec;

  @ParentCommand private @Nullable HandselCommand handsel;

  ReleaseCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  HandselCommand handsel() {
    return Objects.requireNonNull(handsel);
  }

  /// The folder that a person named: a path, or the name of a release that was planned in this
  /// workspace.
  Path folder(Path given) {
    if (Files.exists(given.resolve("plan.jsonl"))) {
      return given;
    }
    try (Database database = database()) {
      return new ReleaseRegister(database, surroundings.clock())
          .named(given.toString())
          .map(ReleaseRegister.Entry::folder)
          .filter(Files::isDirectory)
          .orElseThrow(() ->
              HandselException.usage(
                  "%s: no release: expected a folder with plan.jsonl, or the name of a release of this workspace. Make one with handsel release plan."
                      .formatted(given)));
    }
  }

  Database database() {
    return Database.open(handsel().workspace(), handsel().settings(), surroundings.clock());
  }

  @Override
  public void run() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(),
        "handsel release: which command? plan, check, list, duplicates, preview, rehearse, run,"
            + " pause, resume, stop, judge, status, verify, refresh, changes, report or failures");
  }
}
