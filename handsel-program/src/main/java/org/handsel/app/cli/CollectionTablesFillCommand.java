package org.handsel.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.handsel.authority.matching.Candidate;
import org.handsel.authority.matching.Linker;
import org.handsel.authority.record.PersonRecord;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.handsel.release.tables.MappingTables;
import org.handsel.release.tables.Suggester;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Brings mapping tables up to date with a delivery.
@Command(
    name = "fill",
    description = {
      "Counts the values of a delivery and adds those that the profile's mapping tables lack, the"
          + " most frequent first, with state todo. What people wrote stays; tables that do not"
          + " exist are made.",
      "With --authority people are looked up in an authority file, with --known in tables of"
          + " earlier releases: proposals, on which a person decides."
    },
    footer = {
      "",
      "Example: handsel collection tables fill samples/skarvik/skarvik.csv --mapping"
          + " samples/skarvik/mapping.yaml"
    })
final class CollectionTablesFillCommand implements Runnable {
  /// Below this a proposal costs volunteers more than it helps.
  private static final double LEAST = 0.5;

  private static final Set<String> PEOPLE =
      Set.of(
          "creator",
          "photographer",
          "author",
          "depicted",
          "depicted-people",
          "publisher",
          "translator",
          "editor",
          "illustrator");

  private final Surroundings surroundings;

  @Parameters(paramLabel = "SOURCE", description = "The delivery: file, folder or archive.")
  private Path source = Path.of("");

  @Option(
      names = "--mapping",
      paramLabel = "M.yaml",
      required = true,
      description = "The profile; its section mapped names the tables.")
  private Path mapping = Path.of("");

  @Option(
      names = "--authority",
      paramLabel = "FILE|INDEX",
      description = "Authority file, or index of one, in which people are looked up.")
  private @Nullable Path authority;

  @Option(
      names = "--known",
      paramLabel = "TABLE",
      description = "Mapping table of an earlier release; may be given several times.")
  private List<Path> known = new ArrayList<>();

  @Option(names = "--json", description = "The counts as JSON.")
  private boolean json;

  CollectionTablesFillCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    Suggester suggester = authority == null ? Suggester.NONE : people(Linker.open(authority));
    List<MappingTables.Filled> filled;
    try (Progress progress = surroundings.progress("counting", "records")) {
      filled = MappingTables.fill(source, mapping, suggester, known, progress);
    }
    if (json) {
      surroundings.out().println(Json.pretty(filled));
      return;
    }
    for (MappingTables.Filled table : filled) {
      surroundings
          .out()
          .printf(
              "%s: %,d values, %,d new, %,d proposed; decided %,d, deliberately nothing %,d, open"
                  + " %,d%n",
              table.table(),
              table.values(),
              table.added(),
              table.proposed(),
              table.states().getOrDefault("mapped", 0L),
              table.states().getOrDefault("none", 0L),
              table.states().getOrDefault("todo", 0L));
    }
  }

  private static Suggester people(Linker linker) {
    return (field, value) -> {
      if (!PEOPLE.contains(field)) {
        return Optional.empty();
      }
      return linker.candidates(PersonRecord.bare(value, value, "person"), 1).stream()
          .filter(candidate -> candidate.probability() >= LEAST)
          .findFirst()
          .map(CollectionTablesFillCommand::suggestion);
    };
  }

  private static Suggester.Suggestion suggestion(Candidate candidate) {
    return new Suggester.Suggestion(
        candidate.id(), candidate.name(), candidate.probability(), candidate.evidence());
  }
}
