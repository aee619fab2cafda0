package org.handsel.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.handsel.authority.matching.PersonGroups;
import org.handsel.platform.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Finds the records of a file that are one person.
@Command(
    name = "duplicates",
    description = {
      "Looks for records of one file that are probably one person, also where names, dates and"
          + " places are spelled differently, mistaken or missing, and writes groups.tsv: for each"
          + " record of a group the one that is most like it, the probability and the evidence.",
      "Lines that are no records are listed and give exit code 1. What a library may want to mend"
          + " in a file without much noise, authority check tells."
    },
    footer = {
      "",
      "Example: handsel authority duplicates samples/authority/visitors.csv --out visitors"
    })
final class AuthorityDuplicatesCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(paramLabel = "FILE", description = "The persons or records.")
  private Path file = Path.of("");

  @Mixin private RecordOptions options = new RecordOptions();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder for the results.")
  private Path out = Path.of("");

  AuthorityDuplicatesCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    PersonGroups.Summary summary;
    try (Progress progress = surroundings.progress("comparing", "records")) {
      summary = PersonGroups.run(new PersonGroups.Order(file, options.columns(), out), progress);
    }
    options.tell(
        surroundings,
        summary,
        "%,d records, %,d of them in %,d groups of one person each"
            .formatted(summary.records(), summary.grouped(), summary.groups()),
        summary.problems(),
        "Groups: " + out.resolve("groups.tsv"));
    return summary.exit().code();
  }
}
