package org.handsel.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.handsel.collection.mapping.Mapping;
import org.handsel.collection.mapping.MappingSummary;
import org.handsel.collection.mapping.Profiles;
import org.handsel.collection.source.RecordSource;
import org.handsel.collection.source.SourceProfile;
import org.handsel.collection.source.Sources;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Maps a delivery by a profile.
@Command(
    name = "map",
    description = {
      "Maps the records of a delivery by a mapping profile and writes items.jsonl, problems.jsonl"
          + " and summary.json.",
      "Values that could not be understood are kept, listed in problems.jsonl, and do not change"
          + " the exit code."
    },
    footer = {
      "",
      "Example: handsel collection map samples/skarvik/skarvik.csv --mapping"
          + " samples/skarvik/mapping.yaml --out skarvik"
    })
final class CollectionMapCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(paramLabel = "SOURCE", description = "File, folder, .gz, .tgz or .zip.")
  private Path source = Path.of("");

  @Option(
      names = "--mapping",
      paramLabel = "M.yaml",
      description =
          "The mapping profile (docs/mapping-profile.md). Without one, the ready profile of the"
              + " format is used, or one made from the delivery, and left in DIR as mapping.yaml.")
  private @Nullable Path mapping;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder for the results.")
  private Path out = Path.of("");

  @Option(names = "--json", description = "The summary as JSON.")
  private boolean json;

  CollectionMapCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    MappingSummary summary;
    String by = "";
    try (Progress progress = surroundings.progress("mapping", "bytes")) {
      Path profile = mapping;
      if (profile == null) {
        Mapping.Unprofiled first = Mapping.run(source, out, progress);
        summary = first.summary();
        by = first.ready();
      } else {
        summary = Mapping.run(source, profile, out, progress, () -> uniquePaths(profile));
      }
    }
    if (json) {
      surroundings.out().println(Json.pretty(summary));
    } else {
      if (mapping == null) {
        surroundings.out().println(profileWords(by));
      }
      surroundings.out().println(words(summary));
    }
    return summary.exit().code();
  }

  private String profileWords(String ready) {
    return "%s It stands in %s: look at it, edit it, and give it with --mapping."
        .formatted(
            ready.isEmpty()
                ? "Mapped by a profile made from the delivery."
                : "Mapped by the ready profile \"%s\".".formatted(ready),
            out.resolve("mapping.yaml"));
  }

  /// What may serve as the id instead, when the profile's choice turned out to repeat.
  private List<String> uniquePaths(Path profile) {
    try (RecordSource records = Sources.open(source, Profiles.load(profile).source())) {
      return SourceProfile.of(records).idCandidates();
    }
  }

  private String words(MappingSummary summary) {
    StringBuilder text = new StringBuilder();
    text.append("Read as ").append(summary.source()).append('\n');
    text.append(
        "%,d records, %,d items, %,d refused by rules.%n"
            .formatted(summary.records(), summary.items(), summary.refused()));
    if (summary.problems().isEmpty()) {
      text.append("No problems.\n");
    } else {
      text.append("Problems (each with its place in ")
          .append(out.resolve("problems.jsonl"))
          .append("):\n");
      for (Map.Entry<String, Long> problem : summary.problems().entrySet()) {
        text.append("  %-24s %,d%n".formatted(problem.getKey(), problem.getValue()));
      }
    }
    return text.append("Items: ").append(out.resolve("items.jsonl")).toString();
  }
}
