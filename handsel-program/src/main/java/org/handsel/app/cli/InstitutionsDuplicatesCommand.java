package org.handsel.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.register.PairVerdict;
import org.handsel.platform.Database;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.Tsv;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Writes the pairs that may be one institution or belong together.
@Command(
    name = "duplicates",
    description = {
      "Writes pairs of institutions that may be the same or belong together: a, b, outcome (same,"
          + " affiliated, different),",
      "its probability and the evidence, the likeliest first. a and b are the ids of the lists"
          + " where those are unique,",
      "otherwise the register's own. Nothing is merged; pairs that a person decided are left out."
    },
    footer = {"", "Example: handsel institutions duplicates --out pairs.tsv --without phone_key"})
final class InstitutionsDuplicatesCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable InstitutionsCommand institutions;

  @Option(names = "--out", paramLabel = "F.tsv", required = true, description = "The result.")
  private Path out = Path.of("");

  @Option(
      names = "--without",
      paramLabel = "SIGNAL,…",
      split = ",",
      description =
          "Signals to leave out: name, site, place, type, phone_key, isil, gnd, dbs, wikidata,"
              + " viaf, ein.")
  private List<String> without = List.of();

  @Option(
      names = "--least",
      paramLabel = "P",
      description = "Only pairs that are related with at least this probability (default 0.02).")
  private double least = 0.02;

  InstitutionsDuplicatesCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    InstitutionsCommand parent = Objects.requireNonNull(institutions);
    Set<String> signals =
        Set.of(
            "name",
            "site",
            "place",
            "type",
            "phone_key",
            "isil",
            "gnd",
            "dbs",
            "wikidata",
            "viaf",
            "ein");
    for (String signal : without) {
      if (!signals.contains(signal)) {
        throw org.handsel.platform.HandselException.usage(
            "--without: expected one of %s, found \"%s\"."
                .formatted(String.join(", ", new TreeSet<>(signals)), signal));
      }
    }
    List<PairVerdict> pairs = new ArrayList<>();
    try (Database database = parent.database()) {
      parent.institutions(database).duplicates(Set.copyOf(without), least, pairs::add);
    }
    pairs.sort(Comparator.comparingDouble(PairVerdict::related).reversed());
    write(pairs);
    Map<String, Integer> counts = new HashMap<>();
    pairs.forEach(pair -> counts.merge(pair.outcome(), 1, Integer::sum));
    surroundings
        .out()
        .printf(
            "%,d pairs: %,d same, %,d affiliated, %,d looked at and different. %s%n",
            pairs.size(),
            counts.getOrDefault("same", 0),
            counts.getOrDefault("affiliated", 0),
            counts.getOrDefault("different", 0),
            out);
    return 0;
  }

  private void write(List<PairVerdict> pairs) {
    Map<String, String> owners = new HashMap<>();
    for (PairVerdict pair : pairs) {
      for (Institution one : List.of(pair.a(), pair.b())) {
        owners.merge(
            String.valueOf(one.sourceId()), one.id(), (x, y) -> x.equals(y) ? x : "several");
      }
    }
    DurableFiles.replace(
        out,
        file -> {
          file.write("a\tb\toutcome\tprobability\tevidence\n");
          for (PairVerdict pair : pairs) {
            file.write(
                Tsv.row(
                    List.of(
                        shown(pair.a(), owners),
                        shown(pair.b(), owners),
                        pair.outcome(),
                        String.format(Locale.ROOT, "%.4f", pair.probability()),
                        String.join("; ", pair.evidence()))));
            file.write('\n');
          }
        });
  }

  private static String shown(Institution one, Map<String, String> owners) {
    String id = one.sourceId();
    return id == null || !one.id().equals(owners.get(id)) ? one.id() : id;
  }
}
