package org.handsel.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.handsel.app.web.prospects.GapReading;
import org.handsel.app.web.text.Words;
import org.handsel.partnership.prospects.Prospect;
import org.handsel.partnership.prospects.ProspectPage;
import org.handsel.partnership.prospects.ProspectQuery;
import org.handsel.partnership.prospects.Prospects;
import org.handsel.partnership.prospects.Reason;
import org.handsel.partnership.prospects.Score;
import org.handsel.partnership.prospects.Weights;
import org.handsel.partnership.prospects.WikiGaps;
import org.handsel.platform.Database;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// The shopping list.
@Command(
    name = "rank",
    description = {
      "The shopping list: institutions in the order of what can be released (rights, digital,"
          + " description, fit with what the wiki lacks, size), minus effort, each with its"
          + " reasons.",
      "What nobody has stated is a range: the list is ordered by the likely value, or by --order"
          + " least or most."
    },
    footer = {
      "",
      "Example: handsel institutions rank --country DE --weights rights=2,effort=0.5 --limit 5"
    })
final class InstitutionsRankCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @ParentCommand private @Nullable InstitutionsCommand institutions;

  @Option(
      names = "--weights",
      paramLabel = "F=N,…",
      description =
          "How much factors count, 0 to 5: rights, digital, description, fit, size, effort.")
  private @Nullable String weights;

  @Option(names = "--keep", description = "Keep these weights for everybody in this workspace.")
  private boolean keep;

  @Option(
      names = "--readiness",
      paramLabel = "DIR",
      description = "Take over what an audit found the wiki to lack; it is kept.")
  private @Nullable Path readiness;

  @Option(
      names = "--search",
      paramLabel = "WORDS",
      description = "Beginnings of words, or an identifier.")
  private String search = "";

  @Option(names = "--country", paramLabel = "CC", description = "Code of two letters.")
  private @Nullable String country;

  @Option(names = "--type", paramLabel = "TYPE", description = "library, museum, archive …")
  private @Nullable String type;

  @Option(
      names = "--holdings",
      paramLabel = "H",
      description =
          "What is stated: digital (half or more), free (half or more), described (well), open"
              + " (licence), told, untold.")
  private @Nullable String holdings;

  @Option(
      names = "--stage",
      paramLabel = "S",
      description = "none, 0 to 5, not-yet, paused or done.")
  private @Nullable String stage;

  @Option(names = "--claim", paramLabel = "C", description = "free, mine or others.")
  private @Nullable String claim;

  @Option(names = "--order", paramLabel = "BY", description = "likely (default), least or most.")
  private String order = "likely";

  @Option(names = "--limit", paramLabel = "N", description = "How many to show (default 20).")
  private int limit = 20;

  @Option(names = "--json", description = "As JSON, with every estimate and its reasons.")
  private boolean json;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write all that fit to a file, .csv or .tsv.")
  private @Nullable Path out;

  InstitutionsRankCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    InstitutionsCommand parent = Objects.requireNonNull(institutions);
    try (Database database = parent.database()) {
      Prospects prospects = parent.prospects(database);
      if (readiness != null) {
        WikiGaps gaps = GapReading.of(readiness, surroundings.clock());
        prospects.keep(parent.who(), gaps);
        surroundings
            .err()
            .printf(
                "%s lacks: %,d findings, %,d words of titles and categories.%n",
                gaps.wiki(), gaps.findings(), gaps.words().size());
      }
      Weights counted =
          weights == null ? prospects.weights() : prospects.weights().changed(weights);
      if (keep) {
        prospects.keep(parent.who(), counted);
      }
      ProspectQuery query =
          new ProspectQuery(
              search,
              type,
              country == null ? null : country.toUpperCase(Locale.ROOT),
              holdings,
              stage,
              claim,
              null,
              by(),
              counted);
      if (out != null) {
        write(prospects, query, parent, out);
        return 0;
      }
      ProspectPage page = prospects.page(query, parent.who(), 0, Math.max(1, limit));
      surroundings.out().println(json ? json(page, counted) : text(page, counted));
    }
    return 0;
  }

  private ProspectQuery.Order by() {
    return Stream.of(ProspectQuery.Order.values())
        .filter(one -> one.code().equals(order))
        .findFirst()
        .orElseThrow(() ->
            HandselException.usage(
                "--order: expected likely, least or most, found \"%s\".".formatted(order)));
  }

  private void write(
      Prospects prospects, ProspectQuery query, InstitutionsCommand parent, Path file) {
    String name = String.valueOf(file.getFileName());
    if (!name.endsWith(".csv") && !name.endsWith(".tsv")) {
      throw HandselException.usage(
          "--out: expected a name that ends with .csv or .tsv, found \"%s\".".formatted(file));
    }
    DurableFiles.replace(
        file, writer -> prospects.write(writer, query, parent.who(), name.endsWith(".csv")));
    surroundings.out().println(file);
  }

  private static String json(ProspectPage page, Weights weights) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("total", page.total());
    all.put("weights", weights.values());
    all.put("institutions", page.rows());
    all.put("facets", page.facets());
    return Json.pretty(all);
  }

  private String text(ProspectPage page, Weights weights) {
    Words words = PageWords.words("prospects");
    StringBuilder text = new StringBuilder("Weights:");
    weights
        .values()
        .forEach((factor, value) ->
            text.append(" %s %s".formatted(factor.code(), words.number(value, 2))));
    text.append(System.lineSeparator());
    for (Prospect one : page.rows()) {
      Score score = one.score();
      List<String> place =
          Stream.of(
                  one.institution().city(), one.institution().region(), one.institution().country())
              .filter(Objects::nonNull)
              .toList();
      text.append(
          "%n%d. %s  (%s%s)%n   %.1f points, between %.1f and %.1f; %s of the weights rests on statements.%s%n"
              .formatted(
                  one.rank(),
                  one.institution().name().isEmpty() ? "[no name]" : one.institution().name(),
                  one.institution().type(),
                  place.isEmpty() ? "" : ", " + String.join(", ", place),
                  score.likely(),
                  score.least(),
                  score.most(),
                  words.percent(score.stated()),
                  one.holder() == null ? "" : " Claimed by " + one.holder() + "."));
      for (Score.Step step : score.steps()) {
        Reason reason = step.estimate().reasons().getFirst();
        text.append(
            "   %6.1f  %-11s %s%n"
                .formatted(
                    step.points(),
                    step.estimate().factor().code(),
                    words.of("prospects.reason." + reason.key(), reason.arguments().toArray())));
      }
      if (!one.wants().isEmpty()) {
        text.append(
            "   Probably wants: %s%n"
                .formatted(
                    String.join(
                        ", ",
                        one.wants().stream()
                            .map(want -> words.of("prospects.want." + want.want()))
                            .toList())));
      }
    }
    return text.append("%n%,d of %,d".formatted(page.rows().size(), page.total())).toString();
  }
}
