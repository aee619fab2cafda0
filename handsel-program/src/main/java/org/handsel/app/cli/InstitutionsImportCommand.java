package org.handsel.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.handsel.partnership.register.ImportProblem;
import org.handsel.partnership.register.ImportSummary;
import org.handsel.platform.Database;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Imports a list of institutions.
@Command(
    name = "import",
    description = {
      "Imports a list of institutions: TSV (without quotes or escapes), CSV, JSON of Wikidata"
          + " (entities or query results)",
      "or of lobid-organisations, also compressed (.gz). The same list again adds nothing; what a"
          + " person edited stays.",
      "Ends with 1 when part of the list could not be taken; every such place is named."
    },
    footer = {
      "",
      "Example: handsel institutions import samples/institutions/list.tsv",
      "         handsel institutions import haeuser.csv --columns name=Bezeichnung,city=Ort"
    })
final class InstitutionsImportCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable InstitutionsCommand institutions;

  @Parameters(paramLabel = "FILE", description = "The list.")
  private Path file = Path.of("");

  @Option(
      names = "--columns",
      paramLabel = "COLUMN=HEADER,…",
      description = "The list's headers by the register's columns, where they differ.")
  private String columns = "";

  @Option(names = "--json", description = "The summary as JSON.")
  private boolean json;

  InstitutionsImportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (!Files.isRegularFile(file)) {
      throw HandselException.usage("%s: no such file.".formatted(file));
    }
    InstitutionsCommand parent = Objects.requireNonNull(institutions);
    ImportSummary summary;
    try (Database database = parent.database();
        Progress progress = surroundings.progress("importing", "rows")) {
      summary = parent.institutions(database).importList(parent.who(), file, chosen(), progress);
    }
    surroundings.out().println(json ? Json.pretty(summary) : words(summary));
    return summary.exit().code();
  }

  private Map<String, String> chosen() {
    Map<String, String> chosen = new LinkedHashMap<>();
    for (String pair : columns.split(",")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        chosen.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
      } else if (!pair.isBlank()) {
        throw HandselException.usage(
            "--columns: expected COLUMN=HEADER, found \"%s\".".formatted(pair));
      }
    }
    return chosen;
  }

  private static String words(ImportSummary summary) {
    StringBuilder text = new StringBuilder();
    text.append(
        "%,d rows: %,d added, %,d updated, %,d unchanged; %,d without a name.%n"
            .formatted(
                summary.rows(),
                summary.added(),
                summary.updated(),
                summary.unchanged(),
                summary.unnamed()));
    summary
        .identifiers()
        .forEach((scheme, count) -> text.append("  %-10s %,d%n".formatted(scheme, count)));
    for (ImportProblem problem : summary.problems().stream().limit(20).toList()) {
      text.append(
          "line %d%s: %s \"%s\"%n"
              .formatted(
                  problem.line(),
                  problem.column().isEmpty() ? "" : ", " + problem.column(),
                  problem.code(),
                  problem.value()));
    }
    if (summary.problems().size() > 20) {
      text.append(
          "… %,d problems in all; --json lists them.%n".formatted(summary.problems().size()));
    }
    return text.toString().stripTrailing();
  }
}
