package org.handsel.app.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.handsel.impact.MeasureOptions;
import org.handsel.impact.Measurement;
import org.handsel.impact.Measurements;
import org.handsel.partnership.precedents.CategoryFigures;
import org.handsel.partnership.precedents.Precedent;
import org.handsel.partnership.precedents.PrecedentImport;
import org.handsel.partnership.precedents.Precedents;
import org.handsel.platform.Database;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Imports precedents.
@Command(
    name = "precedents",
    description = {
      "Imports co-operations to cite: a list of categories of Wikimedia Commons, one a line, or key"
          + " figures as CSV of GLAMorousToHTML.",
      "Tells institutions from campaigns, events, groups and subjects, and finds the houses in the"
          + " register."
    },
    footer = {
      "",
      "Example: handsel institutions precedents samples/impact/key-figures.csv --country NL"
    })
final class InstitutionsPrecedentsCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable InstitutionsCommand institutions;

  @Parameters(paramLabel = "FILE", description = "List of categories, or key figures (.csv).")
  private Path file = Path.of("");

  @Option(
      names = "--country",
      paramLabel = "CC",
      description = "Where the institutions of the list are, for those that the register lacks.")
  private @Nullable String country;

  @Option(
      names = "--source",
      paramLabel = "TEXT",
      description = "How the list is cited (default: the file's name).")
  private @Nullable String source;

  @Option(names = "--json", description = "Counts as JSON.")
  private boolean json;

  InstitutionsPrecedentsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    InstitutionsCommand parent = Objects.requireNonNull(institutions);
    String cited = source == null ? String.valueOf(file.getFileName()) : source;
    if (country != null && !country.matches("[A-Za-z]{2}")) {
      throw HandselException.usage(
          "--country: expected a code of two letters, found \"%s\".".formatted(country));
    }
    try (Database database = parent.database()) {
      Precedents precedents = parent.precedents(database);
      boolean figures = String.valueOf(file.getFileName()).endsWith(".csv");
      PrecedentImport done =
          figures
              ? precedents.importFigures(
                  parent.who(),
                  figures(cited),
                  cited,
                  country == null ? null : country.toUpperCase(Locale.ROOT))
              : precedents.importCategories(parent.who(), file, cited);
      surroundings.out().println(json ? Json.pretty(done) : text(done));
      return done.problems().isEmpty() ? 0 : 1;
    }
  }

  private List<CategoryFigures> figures(String cited) {
    Measurement measured =
        new Measurements(surroundings.clock()).keyFigures(file, MeasureOptions.standard());
    Measurement.ListTable table = measured.lists().get("institutions");
    if (table == null) {
      throw HandselException.input("%s: no key figures in it.".formatted(file));
    }
    return table.rows().stream()
        .map(row -> {
          Map<String, String> cells = new LinkedHashMap<>();
          for (int i = 0; i < row.size(); i++) {
            cells.put(table.header().get(i), row.get(i));
          }
          return new CategoryFigures(
              cells.getOrDefault("category", ""),
              cells.getOrDefault("institution", ""),
              new Precedent.Figures(
                  cells.getOrDefault("date", ""),
                  number(cells.get("files-available")),
                  number(cells.get("files-used")),
                  number(cells.get("pages")),
                  number(cells.get("languages")),
                  number(cells.get("usages")),
                  number(cells.get("depth")),
                  cited));
        })
        .toList();
  }

  private static @Nullable Long number(@Nullable String text) {
    return text == null || !text.matches("\\d{1,18}") ? null : Long.valueOf(text);
  }

  private static String text(PrecedentImport done) {
    StringBuilder text =
        new StringBuilder(
            "%,d categories: %,d added, %,d updated, %,d unchanged; %,d found in the register; %,d with figures.%n"
                .formatted(
                    done.rows(),
                    done.added(),
                    done.updated(),
                    done.unchanged(),
                    done.matched(),
                    done.figures()));
    done.kinds().forEach((kind, n) -> text.append("  %-12s %,d%n".formatted(kind, n)));
    done.problems().forEach(problem -> text.append(problem).append(System.lineSeparator()));
    return text.toString().stripTrailing();
  }
}
