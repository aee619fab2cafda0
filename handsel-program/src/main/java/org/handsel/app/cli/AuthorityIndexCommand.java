package org.handsel.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.handsel.authority.matching.AuthorityIndex;
import org.handsel.platform.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Builds an index of authority files on the disk.
@Command(
    name = "index",
    description = {
      "Builds an index of authority files, which opens at once and stays on the disk: MARC 21"
          + " (exchange form or MARCXML), PICA+, JSON Lines, Wikidata's entities, CSV, BEACON; also"
          + " packed with gzip or bzip2.",
      "Records that could not be read are listed and give exit code 1. An index that another"
          + " version of Handsel built is refused by the commands that use it."
    },
    footer = {
      "",
      "Example: handsel authority index samples/authority/library.xml --out library.index"
    })
final class AuthorityIndexCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The authority files.")
  private List<Path> files = new ArrayList<>();

  @Mixin private RecordOptions options = new RecordOptions();

  @Option(
      names = "--out",
      paramLabel = "INDEX",
      required = true,
      description = "File for the index.")
  private Path out = Path.of("");

  AuthorityIndexCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    AuthorityIndex.Summary summary;
    try (Progress progress = surroundings.progress("reading", "records")) {
      summary = AuthorityIndex.build(files, options.columns(), out, progress);
    }
    options.tell(
        surroundings,
        summary,
        "%,d records, %,d of them usable for links"
            .formatted(summary.records(), summary.linkable()),
        summary.problems(),
        "Index: " + out);
    return summary.exit().code();
  }
}
