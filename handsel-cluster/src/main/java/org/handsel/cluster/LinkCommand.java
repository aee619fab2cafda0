package org.handsel.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.handsel.authority.matching.Linking;
import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Links files of persons to an authority file.
@Command(
    name = "link",
    description = {
      "Links persons to authority records and writes links.tsv (a row for each person) and"
          + " candidates.tsv, and links as Parquet. The rows are those of handsel authority link.",
      "Several files of persons or records are read one after the other. An id that stands in two"
          + " authority files is named and gives exit code 1."
    },
    footer = {
      "",
      "Example: handsel cluster link --persons persons.jsonl --authority library.jsonl --master"
          + " local[4] --out links"
    })
final class LinkCommand implements Callable<Integer> {
  private static final int SHOWN = 10;

  @ParentCommand private @Nullable ClusterCommand parent;

  @Option(
      names = "--persons",
      paramLabel = "FILE|DIR",
      required = true,
      arity = "1..*",
      description = "The persons, or folders with the parts of them.")
  private List<Path> persons = new ArrayList<>();

  @Option(
      names = "--authority",
      paramLabel = "FILE|DIR|INDEX",
      required = true,
      arity = "1..*",
      description = "The authority records, folders with the parts of them, or an index.")
  private List<Path> authority = new ArrayList<>();

  @Option(
      names = "--columns",
      paramLabel = "NAME=COLUMN,…",
      split = ",",
      description = "Columns of the persons file, such as id=gnd,name=pref,occupations=occ.")
  private Map<String, String> columns = new LinkedHashMap<>();

  @Option(
      names = "--accept",
      paramLabel = "P",
      description =
          "Probability from which a link needs no look; otherwise chosen so that 995 of 1,000 are"
              + " expected to be right.")
  private double accept = Linking.CHOSEN;

  @Option(
      names = "--same",
      paramLabel = "SCHEME",
      description =
          "Persons who share an identifier of this scheme, such as wikidata, are one person in"
              + " several editions: linked as one, with the same link; same.tsv shows them.")
  private @Nullable String same;

  @Mixin private SessionOptions options = new SessionOptions();

  @Override
  public Integer call() throws IOException {
    if (accept < 0 || accept > 1) {
      throw HandselException.usage(
          "--accept: expected a probability up to 1, found \"%s\".".formatted(accept));
    }
    ClusterCommand cluster = Objects.requireNonNull(parent);
    Linking.Summary summary;
    try (Session session = options.open(cluster.err())) {
      summary =
          new LinkJob(
                  session,
                  new LinkJob.Order(persons, authority, columns, accept, options.out(), 0, same))
              .run();
    }
    cluster
        .out()
        .println(
            "%,d persons, %,d records: %,d accepted, %,d to look at, %,d without a link"
                .formatted(
                    summary.persons(),
                    summary.records(),
                    summary.accepted(),
                    summary.review(),
                    summary.none()));
    summary.problems().stream().limit(SHOWN).forEach(cluster.out()::println);
    return summary.exit().code();
  }
}
