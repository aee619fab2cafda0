package org.handsel.app.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.handsel.impact.DataProblem;
import org.handsel.impact.ImpactHistory;
import org.handsel.impact.LiveMeasurements;
import org.handsel.impact.LiveScope;
import org.handsel.impact.Measure;
import org.handsel.impact.MeasureFolder;
import org.handsel.impact.MeasureOptions;
import org.handsel.impact.Measurement;
import org.handsel.impact.Measurements;
import org.handsel.impact.Views;
import org.handsel.platform.Database;
import org.handsel.platform.Exit;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.handsel.wiki.api.Patience;
import org.handsel.wiki.api.Wiki;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Measures what came of a collection.
@Command(
    name = "measure",
    description = {
      "Counts what came of a collection and writes measures.json: each number with its definition,",
      "source, day, parameters and gaps. Sources: a page list (XLSX of GLAMorousToHTML), key"
          + " figures",
      "of many institutions (CSV), dumps or the API of Commons Impact Metrics, a wiki as it is now,"
          + " a release's own",
      "ledger. A page list may be given together with key figures, which then say how many files",
      "there are. Views of the pages come from the Pageviews API or its files."
    },
    footer = {
      "",
      "Example: handsel impact measure --key-figures samples/impact/key-figures.csv --out figures"
    })
final class ImpactMeasureCommand implements Callable<Integer> {
  private static final int TOLD = 20;

  private final Surroundings surroundings;

  @ParentCommand private @Nullable ImpactCommand impact;

  @Option(names = "--pages", paramLabel = "XLSX", description = "Page list of one institution.")
  private @Nullable Path pages;

  @Option(
      names = "--key-figures",
      paramLabel = "CSV",
      description = "Published key figures of institutions.")
  private @Nullable Path keyFigures;

  @Option(
      names = "--cim",
      paramLabel = "DIR",
      description = "Folder with monthly dumps of Commons Impact Metrics (.tsv, .bz2, .gz).")
  private @Nullable Path cim;

  @Option(
      names = "--api",
      paramLabel = "URL",
      arity = "0..1",
      fallbackValue = "https://wikimedia.org/api/rest_v1/metrics/commons-analytics/",
      description =
          "Ask the API of Commons Impact Metrics for the --category; without URL the Wikimedia"
              + " Foundation's.")
  private @Nullable URI api;

  @Mixin private final LiveOptions live = new LiveOptions();

  @Mixin private final ViewOptions time = new ViewOptions();

  @Option(
      names = "--partnership",
      paramLabel = "PARTNERSHIP",
      description =
          "The numbers belong to this partnership: its pages show them, and corrections that went"
              + " back are counted too.")
  private @Nullable String partnership;

  @Option(
      names = "--release",
      paramLabel = "RELEASE",
      description = "Folder or name of a release: what its own ledger proves.")
  private @Nullable Path release;

  @Option(
      names = "--category",
      paramLabel = "NAME",
      description =
          "With --cim: the category that counts; repeat it for a former name. Otherwise all. With"
              + " --api and --wiki: the category to ask for.")
  private List<String> categories = List.of();

  @Option(
      names = "--template-threshold",
      paramLabel = "PAGES",
      description =
          "A file on so many pages of one wiki is suspected to stand in a template (default:"
              + " ${DEFAULT-VALUE}).")
  private int threshold = MeasureOptions.THRESHOLD;

  @Option(
      names = "--collection",
      paramLabel = "NAME",
      description = "Name of the collection, where the source's own is not wanted.")
  private @Nullable String collection;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Day of the data, where the source does not say.")
  private @Nullable LocalDate asOf;

  @Option(
      names = "--files-available",
      paramLabel = "N",
      description = "Files in the category tree, where you counted them.")
  private @Nullable Long available;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to write.")
  private Path out = Path.of("");

  @Option(
      names = "--forget",
      description = "Do not keep the numbers in the workspace for later comparison.")
  private boolean forget;

  @Option(names = "--json", description = "The measures as JSON on the terminal too.")
  private boolean json;

  ImpactMeasureCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (threshold < 2) {
      throw HandselException.usage(
          "--template-threshold: expected 2 or more, found \"%d\".".formatted(threshold));
    }
    ImpactCommand parent = Objects.requireNonNull(impact);
    checkOneSource();
    time.check(surroundings.clock());
    Measurement measurement = viewed(measure());
    try (Database database = parent.database()) {
      StewardDesk steward = StewardDesk.on(database, surroundings.clock());
      String id = partnership == null ? "" : steward.named(partnership).id();
      if (!id.isEmpty()) {
        measurement =
            new Measurements(surroundings.clock())
                .withCorrections(measurement, steward.corrections().of(id));
      }
      new MeasureFolder(out).write(measurement);
      if (!id.isEmpty()) {
        steward.folders().attach(parent.who(), id, out, measurement.about());
      }
      if (!forget) {
        new ImpactHistory(database, surroundings.clock()).keep(measurement);
      }
    }
    tell(measurement);
    return measurement.partial() ? Exit.PARTIAL.code() : Exit.DONE.code();
  }

  private void checkOneSource() {
    long given = Stream.of(pages, cim, release, api).filter(Objects::nonNull).count();
    if (given > 1 || given == 1 && keyFigures != null && pages == null) {
      throw HandselException.usage(
          "handsel impact measure: expected one of --pages, --key-figures, --cim, --api, --release,"
              + " found several. Only --key-figures may go with --pages.");
    }
    if (live.given() && (pages != null || cim != null || keyFigures != null)) {
      throw HandselException.usage(
          "--wiki: expected with --category, --api or --release, found with a file.");
    }
    if (time.given() && pages == null && !live.given()) {
      throw HandselException.usage(
          "--pageviews: expected with --pages or --wiki, whose pages are known one by one.");
    }
  }

  private Measurement measure() {
    Measurements measurements = new Measurements(surroundings.clock());
    MeasureOptions options =
        new MeasureOptions(
            threshold, collection, asOf, available, pages == null ? null : keyFigures);
    if (pages != null) {
      return measurements.pages(pages, options);
    }
    if (keyFigures != null) {
      return measurements.keyFigures(keyFigures, options);
    }
    if (cim != null) {
      try (Progress progress = surroundings.progress("adding up", "dumps")) {
        return measurements.cim(cim, categories, options, progress);
      }
    }
    if (api != null) {
      return asked(measurements, api, options);
    }
    if (release != null) {
      Path folder = Objects.requireNonNull(impact).releaseFolder(release);
      Measurement ledger = measurements.release(folder, options);
      return live.given() ? counted(ledger, measurements.releasedFiles(folder), options) : ledger;
    }
    if (live.given()) {
      return counted(null, List.of(), options);
    }
    throw HandselException.usage(
        "handsel impact measure: measure what? Give one of --pages, --key-figures, --cim, --api,"
            + " --wiki, --release.");
  }

  /// Views of a page list; a count on a wiki brings its own.
  private Measurement viewed(Measurement measured) {
    Views views = pages == null ? null : time.views(Objects.requireNonNull(impact).contact());
    if (views == null) {
      return measured;
    }
    try (Progress progress = surroundings.progress("counting views", "pages")) {
      return new LiveMeasurements(surroundings.clock()).withViews(measured, views, progress);
    }
  }

  /// @param ledger of the release whose files count, or null for a category
  private Measurement counted(
      @Nullable Measurement ledger, List<String> files, MeasureOptions options) {
    String contact = Objects.requireNonNull(impact).contact();
    LiveMeasurements measurements = new LiveMeasurements(surroundings.clock());
    LiveScope scope = live.scope(ledger == null ? category() : "", time);
    try (Wiki wiki = live.open(contact);
        Progress progress = surroundings.progress("counting", "files")) {
      return ledger == null
          ? measurements.category(wiki, scope, time.views(contact), options, progress)
          : measurements.release(
              wiki, ledger, files, scope, time.views(contact), options, progress);
    }
  }

  private String category() {
    if (categories.size() != 1) {
      throw HandselException.usage(
          "--category: expected the one category to ask for, found %d."
              .formatted(categories.size()));
    }
    return categories.getFirst();
  }

  /// Asks the service; where it does not count the category, the wiki that was named with it.
  private Measurement asked(Measurements measurements, URI address, MeasureOptions options) {
    String category = category();
    Measurement answer;
    try (Progress progress = surroundings.progress("asking", "questions")) {
      answer =
          measurements.api(
              ViewOptions.base("--api", address),
              Objects.requireNonNull(impact).contact(),
              category,
              time.months(),
              options,
              Patience.real().lasting(Duration.ofMinutes(2)),
              progress);
    }
    return live.given() && answer.about().asOf() == null
        ? counted(null, List.of(), options).because(answer.problems())
        : answer;
  }

  private void tell(Measurement measurement) {
    if (json) {
      surroundings.out().println(Json.pretty(measurement.measures()));
    } else {
      surroundings
          .out()
          .println(
              "%s, %s"
                  .formatted(
                      measurement.about().collection(),
                      Objects.requireNonNullElse(
                          measurement.about().asOf(), "day of the data not known")));
      for (Measure measure : measurement.measures()) {
        if (!measure.parameters().containsKey("institution")) {
          surroundings.out().println("  %-28s %s".formatted(measure.measure(), number(measure)));
        }
      }
      surroundings.out().println("Written: " + out.resolve("measures.json"));
    }
    measurement.problems().stream()
        .limit(TOLD)
        .forEach((DataProblem problem) -> surroundings.err().println(problem));
    if (measurement.problems().size() > TOLD) {
      surroundings
          .err()
          .println(
              "… %,d in all: %s"
                  .formatted(measurement.problems().size(), out.resolve("problems.jsonl")));
    }
  }

  private static String number(Measure measure) {
    Number value = measure.value();
    if (value == null) {
      return "unknown";
    }
    if (measure.parameters().get("percent") instanceof Number percent) {
      return String.format(Locale.ROOT, "%.2f %%", percent.doubleValue());
    }
    return value instanceof Double d
        ? String.format(Locale.ROOT, "%,.2f", d)
        : String.format(Locale.ROOT, "%,d", value.longValue());
  }
}
