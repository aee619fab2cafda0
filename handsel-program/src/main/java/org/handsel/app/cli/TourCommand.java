package org.handsel.app.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// The way of a small collection from export to report, on embedded parts only.
@Command(
    name = "tour",
    description = {
      "Takes the thirty records of a fictional museum all the way: map, plan, check, rehearse,"
          + " pilot, judgement, release, verify.",
      "Uses the sandbox wiki inside Handsel: no account, no network, no real wiki."
    },
    footer = {"", "Example: handsel tour --to my-tour"})
final class TourCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable HandselCommand handsel;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      defaultValue = "tour",
      description = "Folder for everything that the tour makes; default ${DEFAULT-VALUE}.")
  private Path to = Path.of("");

  TourCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    return new Tour(
            surroundings, Objects.requireNonNull(handsel).wikiSettings(), Samples.skarvik(), to)
        .take()
        .code();
  }
}
