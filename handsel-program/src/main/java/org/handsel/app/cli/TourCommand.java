package org.handsel.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.handsel.app.tour.CommandLineRunner;
import org.handsel.app.tour.Tour;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The sample partnership through all stages, on embedded parts only.
@Command(
    name = "tour",
    description = {
      "Carries a fictional museum through all stages of a partnership: the own wiki in order,"
          + " prospects, talks, a no, a yes-but, the release of its thirty pictures, impact, and"
          + " back to the own wiki. Every step is a command of Handsel.",
      "Uses the sandbox wiki inside Handsel: no account, no network, no real wiki."
    },
    footer = {"", "Example: handsel tour --to my-tour"})
final class TourCommand implements Callable<Integer> {
  private final Surroundings surroundings;

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
    return new Tour(this::run, Samples.folder(), to, surroundings.out(), surroundings.clock())
        .take()
        .code();
  }

  private CommandLineRunner.Answer run(Map<String, String> environment, List<String> arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Map<String, String> variables = new HashMap<>(surroundings.environment());
    variables.putAll(environment);
    Surroundings quiet =
        new Surroundings(
            surroundings.clock(),
            variables,
            InputStream.nullInputStream(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    int exit = Commands.run(quiet, arguments.toArray(String[]::new));
    return new CommandLineRunner.Answer(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
