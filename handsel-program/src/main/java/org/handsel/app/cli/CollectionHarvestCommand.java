package org.handsel.app.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.handsel.collection.harvest.Harvest;
import org.handsel.collection.harvest.HarvestOutcome;
import org.handsel.collection.harvest.HarvestPace;
import org.handsel.collection.harvest.HarvestRequest;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Fetches records over OAI-PMH.
@Command(
    name = "harvest",
    description = {
      "Fetches the records of a repository over OAI-PMH and keeps each page as it came, in"
          + " DIR/pages.",
      "Stopped at any point, the same command goes on where it was."
    },
    footer = {
      "",
      "Example: handsel collection harvest https://example.org/oai --prefix oai_dc --out harvest",
      "Then: handsel collection map harvest/pages --out items"
    })
final class CollectionHarvestCommand implements Callable<Integer> {
  private static final int TRIES = 8;
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private final Surroundings surroundings;

  @Parameters(paramLabel = "URL", description = "The base address of the repository.")
  private String url = "";

  @Option(
      names = "--prefix",
      paramLabel = "P",
      required = true,
      description = "Format of the metadata, such as oai_dc or mods.")
  private String prefix = "";

  @Option(names = "--set", paramLabel = "S", description = "Only this set.")
  private @Nullable String set;

  @Option(names = "--from", paramLabel = "DATE", description = "Changed since, such as 2026-01-31.")
  private @Nullable String from;

  @Option(names = "--until", paramLabel = "DATE", description = "Changed until.")
  private @Nullable String until;

  @Option(
      names = "--pause",
      paramLabel = "MS",
      description = "Least time between two requests in milliseconds (${DEFAULT-VALUE}).")
  private int pause = 1000;

  @Option(names = "--restart", description = "Throw away what is in DIR and begin anew.")
  private boolean restart;

  @Option(
      names = "--allow-private",
      description = "Also contact addresses of private networks, such as a server in your house.")
  private boolean allowPrivate;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder for the pages.")
  private Path out = Path.of("");

  @Option(names = "--json", description = "The outcome as JSON.")
  private boolean json;

  CollectionHarvestCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    HarvestRequest request =
        new HarvestRequest(address(), prefix.strip(), set, from, until, allowPrivate);
    HarvestPace pace =
        new HarvestPace(
            surroundings.clock(),
            time -> Thread.sleep(time),
            Duration.ofMillis(Math.max(0, pause)),
            TRIES,
            LONGEST);
    HarvestOutcome outcome;
    Thread harvester = Thread.currentThread();
    try (Interrupt interrupt = Interrupt.calls(harvester::interrupt);
        Progress progress = surroundings.progress("harvesting", "records")) {
      outcome = Harvest.run(request, out, restart, pace, progress);
    }
    if (json) {
      surroundings.out().println(Json.pretty(outcome));
    } else {
      words(outcome);
    }
    return outcome.exit().code();
  }

  private URI address() {
    try {
      return URI.create(url.strip());
    } catch (IllegalArgumentException wrong) {
      throw HandselException.usage(
          "\"%s\": expected the base address of a repository, such as https://example.org/oai."
              .formatted(url));
    }
  }

  private void words(HarvestOutcome outcome) {
    surroundings
        .out()
        .println(
            "%,d records, %,d deleted, on %,d pages%s."
                .formatted(
                    outcome.records(),
                    outcome.deleted(),
                    outcome.pages(),
                    outcome.complete() ? "; complete" : "; not complete"));
    outcome
        .problems()
        .forEach(problem ->
            surroundings
                .out()
                .println(
                    "%s (page %d): %s"
                        .formatted(problem.code(), problem.page(), problem.reason())));
    surroundings.out().println("Pages: " + out.resolve("pages"));
  }
}
