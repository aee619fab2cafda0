package org.handsel.app.cli;

import java.nio.file.Path;
import java.util.Objects;
import org.handsel.release.ReleaseRun;
import org.handsel.release.ReleaseStatus;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Records what people think of the pilot.
@Command(
    name = "judge",
    description =
        "Records the judgement on a pilot. Without an accepted pilot the rest of the release does"
            + " not run.",
    footer = {
      "",
      "Example: handsel release judge skarvik-release --accept --by 'Ada, Bo' --note 'titles are"
          + " good'"
    })
final class ReleaseJudgeCommand implements Runnable {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable ReleaseCommand release;

  @Parameters(paramLabel = "RELEASE", description = "Folder or name of the release.")
  private Path folder = Path.of("");

  @ArgGroup(multiplicity = "1")
  private Verdict verdict = new Verdict();

  @Option(names = "--by", paramLabel = "WHO", required = true, description = "Who judged.")
  private String by = "";

  @Option(names = "--note", paramLabel = "TEXT", description = "Why.")
  private String note = "";

  static final class Verdict {
    @Option(names = "--accept", description = "The rest may run.")
    private boolean accept;

    @Option(names = "--reject", description = "The rest must not run.")
    private boolean reject;
  }

  ReleaseJudgeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    Path place = Objects.requireNonNull(release).folder(folder);
    ReleaseStatus status =
        ReleaseRun.judge(place, verdict.accept && !verdict.reject, by, note, surroundings.clock());
    surroundings.out().println("Pilot: " + status.pilot() + ". " + status.sentence());
  }
}
