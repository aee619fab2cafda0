package org.handsel.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.handsel.authority.matching.AuthorityIndex;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import picocli.CommandLine.Command;
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
  private static final int SHOWN = 10;

  private final Surroundings surroundings;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The authority files.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--columns",
      paramLabel = "NAME=COLUMN,…",
      split = ",",
      description = "Columns or keys of the files, such as id=gnd,name=pref.")
  private Map<String, String> columns = new LinkedHashMap<>();

  @Option(
      names = "--out",
      paramLabel = "INDEX",
      required = true,
      description = "File for the index.")
  private Path out = Path.of("");

  @Option(names = "--json", description = "The summary as JSON.")
  private boolean json;

  AuthorityIndexCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    AuthorityIndex.Summary summary;
    try (Progress progress = surroundings.progress("reading", "records")) {
      summary = AuthorityIndex.build(files, columns, out, progress);
    }
    surroundings.out().println(json ? Json.pretty(summary) : words(summary));
    return summary.exit().code();
  }

  private String words(AuthorityIndex.Summary summary) {
    StringBuilder text = new StringBuilder();
    text.append(
        "%,d records, %,d of them usable for links%n"
            .formatted(summary.records(), summary.linkable()));
    summary.problems().stream().limit(SHOWN).forEach(line -> text.append(line).append('\n'));
    return text.append("Index: ").append(out).toString();
  }
}
