package org.handsel.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.handsel.partnership.register.Institution;
import org.handsel.partnership.register.InstitutionPage;
import org.handsel.partnership.register.InstitutionQuery;
import org.handsel.platform.Database;
import org.handsel.platform.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Searches the register, or writes it to a file.
@Command(
    name = "list",
    description = {
      "Lists institutions, by words begun, identifier, country and type. With --out writes all that"
          + " fit to a file:",
      ".tsv, .csv, .xlsx or .json by its ending; text that a spreadsheet would run is made harmless"
          + " in .csv."
    },
    footer = {
      "",
      "Example: handsel institutions list --search \"bundesarch\" --country DE --limit 5"
    })
final class InstitutionsListCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable InstitutionsCommand institutions;

  @Option(
      names = "--search",
      paramLabel = "WORDS",
      description = "Beginnings of words, or an identifier.")
  private String search = "";

  @Option(names = "--country", paramLabel = "CC", description = "Code of two letters.")
  private @Nullable String country;

  @Option(names = "--type", paramLabel = "TYPE", description = "library, museum, archive …")
  private @Nullable String type;

  @Option(names = "--limit", paramLabel = "N", description = "How many to show (default 20).")
  private int limit = 20;

  @Option(names = "--json", description = "As JSON, with the total and counts by facet.")
  private boolean json;

  @Option(names = "--out", paramLabel = "FILE", description = "Write all that fit to a file.")
  private @Nullable Path out;

  InstitutionsListCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    InstitutionsCommand parent = Objects.requireNonNull(institutions);
    String code = country == null ? null : country.toUpperCase(Locale.ROOT);
    InstitutionQuery query = new InstitutionQuery(search, code, type, null, null);
    try (Database database = parent.database()) {
      int most = out == null ? limit : Integer.MAX_VALUE;
      InstitutionPage page = parent.institutions(database).page(query, 0, most);
      if (out != null) {
        InstitutionsFile.write(out, page.rows());
        surroundings.out().printf("%,d institutions: %s%n", page.rows().size(), out);
      } else {
        surroundings.out().println(json ? Json.pretty(page) : words(page));
      }
    }
    return 0;
  }

  private static String words(InstitutionPage page) {
    StringBuilder text = new StringBuilder();
    for (Institution one : page.rows()) {
      List<String> place =
          java.util.stream.Stream.of(one.city(), one.region(), one.country())
              .filter(Objects::nonNull)
              .toList();
      text.append(
          "%s  %s  (%s%s)%n"
              .formatted(
                  one.sourceId() == null ? one.id() : one.sourceId(),
                  one.name().isEmpty() ? "[no name]" : one.name(),
                  one.type(),
                  place.isEmpty() ? "" : ", " + String.join(", ", place)));
    }
    return text.append("%,d of %,d".formatted(page.rows().size(), page.total())).toString();
  }
}
