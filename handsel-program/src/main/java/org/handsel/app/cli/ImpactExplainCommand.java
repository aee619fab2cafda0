package org.handsel.app.cli;

import java.nio.file.Path;
import java.util.List;
import org.handsel.impact.Disagreement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Explains why tools disagree about one collection.
@Command(
    name = "explain",
    description =
        "Writes a page on why measurements of one collection do not agree: cause by cause.",
    footer = {"", "Example: handsel impact explain by-page-list by-dumps --out why.html"})
final class ImpactExplainCommand implements Runnable {
  private final Surroundings surroundings;

  @Parameters(paramLabel = "DIR", arity = "2..*", description = "Folders of measures.")
  private List<Path> folders = List.of();

  @Option(names = "--out", required = true, paramLabel = "HTML", description = "Page to write.")
  private Path out = Path.of("");

  @Option(
      names = "--language",
      paramLabel = "CODE",
      description = "de or en (default: ${DEFAULT-VALUE}).")
  private String language = "en";

  ImpactExplainCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    new Disagreement().write(folders, language, out);
    surroundings.out().println(out);
  }
}
