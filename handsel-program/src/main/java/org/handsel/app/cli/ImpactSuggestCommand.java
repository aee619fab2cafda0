package org.handsel.app.cli;

import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.handsel.impact.Measurement;
import org.handsel.impact.SuggestionRun;
import org.handsel.platform.Database;
import org.handsel.platform.Exit;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Which unused files would fit which articles.
@Command(
    name = "suggest",
    description = {
      "Lists articles without an image that an unused file of the release would fit: the depicted",
      "person or place is linked to the article, or is the name of one article alone. A list for",
      "editors (suggestions.tsv, suggestions.wiki); no page is changed."
    },
    footer = {
      "",
      "Example: handsel impact suggest release --dump samples/wiki/dump.xml --links links --items"
          + " items/items.jsonl --out suggestions"
    })
final class ImpactSuggestCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable ImpactCommand impact;

  @Parameters(paramLabel = "RELEASE", description = "Folder or name of a release.")
  private Path release = Path.of("");

  @Option(
      names = "--dump",
      required = true,
      paramLabel = "DUMP",
      description = "Dump of the wiki whose articles are looked at.")
  private Path dump = Path.of("");

  @Option(
      names = "--links",
      paramLabel = "DIR",
      description = "What handsel readiness link wrote of that dump.")
  private @Nullable Path links;

  @Option(
      names = "--wikidata",
      paramLabel = "FILE",
      description = "Entities of Wikidata as JSON, for files that say what they depict (P180).")
  private @Nullable Path wikidata;

  @Option(names = "--items", paramLabel = "FILE", description = "items.jsonl of the release.")
  private @Nullable Path items;

  @Option(
      names = "--measures",
      paramLabel = "DIR",
      description = "Measures that say which files are used; otherwise all count as unused.")
  private @Nullable Path measures;

  @Option(
      names = "--least",
      paramLabel = "P",
      description = "Probability from which on it is said (default: ${DEFAULT-VALUE}).")
  private double least = 0.5;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that unpack the dump; otherwise one for each processor.")
  private @Nullable Integer threads;

  @Option(
      names = "--partnership",
      paramLabel = "PARTNERSHIP",
      description = "Its page of suggestions shows them.")
  private @Nullable String partnership;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to write.")
  private Path out = Path.of("");

  ImpactSuggestCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (least <= 0 || least > 1) {
      throw HandselException.usage(
          "--least: expected a probability above 0 and up to 1, found \"%s\".".formatted(least));
    }
    SuggestionRun.Result result;
    try (Progress progress = surroundings.progress("looking for articles", "bytes")) {
      result =
          new SuggestionRun(
                  new SuggestionRun.Order(
                      Objects.requireNonNull(impact).releaseFolder(release),
                      dump,
                      links,
                      wikidata,
                      items,
                      measures,
                      least,
                      threads == null
                          ? Runtime.getRuntime().availableProcessors()
                          : Math.clamp(threads, 1, 256)))
              .run(out, progress);
    }
    if (partnership != null) {
      ImpactCommand parent = Objects.requireNonNull(impact);
      try (Database database = parent.database()) {
        StewardDesk steward = StewardDesk.on(database, surroundings.clock());
        steward
            .folders()
            .attach(
                parent.who(),
                steward.named(partnership).id(),
                out,
                new Measurement.About(
                    "suggestions",
                    release.toString(),
                    String.valueOf(dump.getFileName()),
                    "",
                    null,
                    surroundings.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                    Map.of()));
      }
    }
    surroundings
        .out()
        .println(
            "%,d suggestions from %,d unused files, %,d of which say what they show."
                .formatted(result.suggestions().size(), result.unused(), result.depicting()));
    surroundings.out().println("Written: " + out.resolve("suggestions.tsv"));
    if (result.partial()) {
      surroundings.err().println(dump + ": part of the dump could not be read.");
    }
    return result.partial() ? Exit.PARTIAL.code() : Exit.DONE.code();
  }
}
