package org.handsel.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.handsel.authority.matching.Linking;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Links a file of persons to an authority file.
@Command(
    name = "link",
    description = {
      "Links persons to authority records and writes links.tsv (a row for each person) and"
          + " candidates.tsv, each link with its probability and the evidence.",
      "Files are MARC 21, PICA+, JSON Lines, Wikidata's entities or CSV, also packed. Lines that"
          + " are no persons are listed and give exit code 1."
    },
    footer = {
      "",
      "Example: handsel authority link --persons samples/authority/persons.jsonl --authority"
          + " samples/authority/library.jsonl --out links"
    })
final class AuthorityLinkCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Option(names = "--persons", paramLabel = "FILE", required = true, description = "The persons.")
  private Path persons = Path.of("");

  @Option(
      names = "--authority",
      paramLabel = "FILE|INDEX",
      required = true,
      description = "The authority records, or an index of them.")
  private Path authority = Path.of("");

  @Mixin private RecordOptions options = new RecordOptions();

  @Option(
      names = "--accept",
      paramLabel = "P",
      description =
          "Probability from which a link needs no look; otherwise chosen so that 995 of 1,000 are"
              + " expected to be right.")
  private double accept = Linking.CHOSEN;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder for the results.")
  private Path out = Path.of("");

  AuthorityLinkCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (accept < 0 || accept > 1) {
      throw HandselException.usage(
          "--accept: expected a probability up to 1, found \"%s\".".formatted(accept));
    }
    Linking.Summary summary;
    try (Progress progress = surroundings.progress("linking", "persons")) {
      summary =
          Linking.run(
              new Linking.Order(persons, authority, options.columns(), accept, out), progress);
    }
    options.tell(
        surroundings,
        summary,
        "%,d persons, %,d records: %,d accepted, %,d to look at, %,d without a link"
            .formatted(
                summary.persons(),
                summary.records(),
                summary.accepted(),
                summary.review(),
                summary.none()),
        summary.problems(),
        "Links: " + out.resolve("links.tsv"));
    return summary.exit().code();
  }
}
