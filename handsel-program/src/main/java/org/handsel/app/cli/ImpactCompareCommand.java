package org.handsel.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.handsel.impact.Compared;
import org.handsel.impact.InstitutionComparison;
import org.handsel.platform.Database;
import org.handsel.platform.Exit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Many institutions side by side.
@Command(
    name = "compare",
    description = {
      "Puts the key figures of many institutions side by side: a page that sorts by any column,"
          + " the",
      "same as CSV and TSV. Reads CSV files of key figures or folders of them; of several days of"
          + " one",
      "institution the last counts, and the difference is shown where definitions are equal."
    },
    footer = {
      "",
      "Example: handsel impact compare samples/impact/key-figures.csv --out comparison"
    })
final class ImpactCompareCommand implements Callable<Integer> {
  private static final int TOLD = 20;

  private final Surroundings surroundings;

  @ParentCommand private @Nullable ImpactCommand impact;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "CSV files, or folders of them.")
  private List<Path> sources = List.of();

  @Option(
      names = "--sort",
      paramLabel = "COLUMN",
      description =
          "Column to begin with: institution, files-available, files-used, reuse-share, pages,"
              + " languages, usages, uses-per-file (default: ${DEFAULT-VALUE}).")
  private String sort = "files-used";

  @Option(
      names = "--language",
      paramLabel = "CODE",
      description = "de or en (default: ${DEFAULT-VALUE}).")
  private String language = "en";

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to write.")
  private Path out = Path.of("");

  ImpactCompareCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    InstitutionComparison comparison = new InstitutionComparison(surroundings.clock());
    Compared compared = comparison.read(sources).sorted(sort, false);
    comparison.write(compared, language, sort, out).forEach(surroundings.out()::println);
    ImpactCommand parent = Objects.requireNonNull(impact);
    try (Database database = parent.database()) {
      StewardDesk.on(database, surroundings.clock())
          .folders()
          .attach(parent.who(), "", out, comparison.about(compared, sources));
    }
    surroundings
        .out()
        .println(
            "%,d institutions, %,d files used of %,d."
                .formatted(compared.rows().size(), compared.used(), compared.available()));
    compared.problems().stream().limit(TOLD).forEach(surroundings.err()::println);
    if (compared.problems().size() > TOLD) {
      surroundings.err().println("… %,d in all".formatted(compared.problems().size()));
    }
    return compared.problems().stream().anyMatch(one -> one.lost())
        ? Exit.PARTIAL.code()
        : Exit.DONE.code();
  }
}
