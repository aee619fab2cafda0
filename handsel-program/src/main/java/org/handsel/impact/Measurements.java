package org.handsel.impact;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;
import org.handsel.wiki.api.Patience;
import org.jspecify.annotations.Nullable;

/// Measures what came of a collection, from any of several sources. What is wrong with a source is
/// a problem in the result; only a source that is none at all is refused.
///
/// Safe for use by many threads.
public final class Measurements {
  private final Clock clock;
  private final MeasureWords words = MeasureWords.load();

  public Measurements(Clock clock) {
    this.clock = clock;
  }

  /// Measures a page list (XLSX of GLAMorousToHTML).
  ///
  /// @throws org.handsel.platform.HandselException for a file that is no workbook, has another
  ///   layout or unpacks to too much
  public Measurement pages(Path workbook, MeasureOptions options) {
    Optional<LocalDate> saved = WorkbookGuard.check(workbook);
    UsageTally tally = new UsageTally();
    List<DataProblem> problems = new ArrayList<>();
    new PageListReader(workbook, tally, problems).read();
    List<String> names = tally.institutions();
    String collection =
        Objects.requireNonNullElse(
            options.collection(), names.isEmpty() ? bareName(workbook) : String.join(", ", names));
    LocalDate day = pageDay(workbook, options, saved.orElse(null), problems);
    Optional<KeyFigure> published = published(options, names, problems);
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("namespaces", "main namespace, as the page list holds them");
    parameters.put("projects", "those of the page list");
    parameters.put("page-counted", "once");
    published.ifPresent(figure -> parameters.put("depth", figure.value("depth")));
    MeasureList list =
        new MeasureList(
            words, String.valueOf(workbook.getFileName()), Objects.toString(day, null), parameters);
    PageMeasures measures = new PageMeasures(tally, options.threshold());
    measures.measure(
        list,
        options.available() != null
            ? options.available()
            : published.map(figure -> figure.value("files-available")).orElse(null),
        published.map(figure -> figure.value("files-used")).orElse(null));
    return new Measurement(
        about("pages", collection, workbook, day, parameters),
        list.all(),
        measures.lists(),
        problems);
  }

  /// Adds what went back to the institution.
  public Measurement withCorrections(Measurement measured, List<Correction> corrections) {
    MeasureList list =
        new MeasureList(
            words,
            "corrections of this workspace",
            today().toString(),
            Map.of("scope", "partnership"));
    list.add("corrections-proposed", corrections.size());
    list.add(
        "corrections-accepted",
        corrections.stream().filter(one -> one.state().equals("accepted")).count());
    List<Measure> measures = new ArrayList<>(measured.measures());
    measures.addAll(list.all());
    return new Measurement(measured.about(), measures, measured.lists(), measured.problems());
  }

  private Optional<KeyFigure> published(
      MeasureOptions options, List<String> names, List<DataProblem> problems) {
    if (options.keyFigures() == null) {
      return Optional.empty();
    }
    List<String> wanted = new ArrayList<>(names);
    if (options.collection() != null) {
      wanted.add(options.collection());
    }
    Optional<KeyFigure> found =
        new KeyFigureReader(options.keyFigures(), today(), new ArrayList<>())
            .read().stream()
                .filter(f -> wanted.contains(f.institution()) || wanted.contains(f.category()))
                .findFirst();
    if (found.isEmpty()) {
      problems.add(
          new DataProblem(
              String.valueOf(options.keyFigures().getFileName()),
              "INSTITUTION_NOT_THERE",
              String.join(", ", wanted),
              "no row for %s; files available stay unknown".formatted(String.join(", ", wanted)),
              true));
    }
    return found;
  }

  private @Nullable LocalDate pageDay(
      Path file, MeasureOptions options, @Nullable LocalDate saved, List<DataProblem> problems) {
    LocalDate day = options.asOf();
    if (day == null) {
      day = WrittenDays.inName(bareName(file)).orElse(saved);
    }
    if (day != null && day.isAfter(today())) {
      problems.add(
          new DataProblem(
              String.valueOf(file.getFileName()),
              "DAY_IN_FUTURE",
              day.toString(),
              "the day of the data has not come yet; it is shown as unknown",
              false));
      return null;
    }
    return day;
  }

  /// Reads published key figures of many institutions.
  public Measurement keyFigures(Path csv, MeasureOptions options) {
    List<DataProblem> problems = new ArrayList<>();
    List<KeyFigure> figures = new KeyFigureReader(csv, today(), problems).read();
    List<LocalDate> days =
        figures.stream().map(KeyFigure::day).filter(Objects::nonNull).sorted().distinct().toList();
    LocalDate day =
        options.asOf() != null ? options.asOf() : days.isEmpty() ? null : days.getLast();
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("institutions", figures.size());
    if (days.size() > 1) {
      parameters.put("days", days.getFirst() + " to " + days.getLast());
    }
    KeyFigureMeasures measures =
        new KeyFigureMeasures(
            words, String.valueOf(csv.getFileName()), Objects.toString(day, null), figures);
    return new Measurement(
        about(
            "key-figures",
            Objects.requireNonNullElse(options.collection(), bareName(csv)),
            csv,
            day,
            parameters),
        measures.all(),
        Map.of("institutions", measures.table()),
        problems);
  }

  /// Adds up a folder of Commons Impact Metrics dumps.
  ///
  /// @param categories primary categories that count, also former names; none for all of them
  /// @throws org.handsel.platform.HandselException when the folder holds no such dump
  public Measurement cim(
      Path folder, List<String> categories, MeasureOptions options, Progress progress) {
    List<DataProblem> problems = new ArrayList<>();
    Set<String> wanted = new LinkedHashSet<>();
    for (String category : categories) {
      wanted.add(PageNames.underscored(category.replaceFirst("^(?i:category):", "")));
    }
    YearMonth present = YearMonth.now(clock);
    CimTally tally = new CimReader(folder, present, problems).read(wanted, progress);
    CimMeasures measures = new CimMeasures(tally, options.threshold(), problems);
    measures.look();
    if (!wanted.isEmpty() && tally.roots.isEmpty() && tally.months.isEmpty()) {
      throw HandselException.input(
          "%s: category \"%s\" is not in these dumps: it is not on the list that is counted, or was renamed."
              .formatted(folder, String.join(", ", wanted)));
    }
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("categories", List.copyOf(wanted.isEmpty() ? tally.roots.keySet() : wanted));
    parameters.put("depth", "7 at most");
    parameters.put("namespaces", "main namespace of all projects");
    parameters.put("page-counted", "once");
    parameters.put("membership", "as of each month");
    String collection =
        options.collection() != null
            ? options.collection()
            : tally.roots.size() == 1
                ? tally.roots.keySet().iterator().next().replace('_', ' ')
                : wanted.isEmpty()
                    ? bareName(folder.toAbsolutePath().normalize())
                    : String.join(", ", wanted).replace('_', ' ');
    String day = Objects.toString(measures.latest(), null);
    MeasureList list =
        new MeasureList(
            words,
            "Commons Impact Metrics, " + bareName(folder.toAbsolutePath().normalize()),
            day,
            parameters);
    measures.measure(list);
    Measurement.About about = about("cim", collection, folder, null, parameters);
    return new Measurement(
        new Measurement.About(
            about.kind(),
            collection,
            "Commons Impact Metrics, " + about.source(),
            "",
            day,
            about.measuredAt(),
            parameters),
        list.all(),
        measures.lists(),
        problems);
  }

  /// Asks the API of Commons Impact Metrics for one category.
  ///
  /// @param api address under which its paths begin
  /// @param contact of the person who asks
  /// @param months how many, up to the last one that has ended
  public Measurement api(
      URI api,
      String contact,
      String category,
      int months,
      MeasureOptions options,
      Patience patience,
      Progress progress) {
    List<DataProblem> problems = new ArrayList<>();
    String name = PageNames.underscored(category.replaceFirst("^(?i:category):", ""));
    YearMonth to = YearMonth.now(clock).minusMonths(1);
    CimTally tally;
    try (MetricsService service = new MetricsService(api, contact, patience)) {
      tally = new CimApi(service, problems).read(name, to.minusMonths(months - 1L), to, progress);
    }
    CimMeasures measures = new CimMeasures(tally, options.threshold(), problems);
    measures.look();
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("categories", List.of(name));
    parameters.put("depth", "7 at most");
    parameters.put("namespaces", "main namespace of all projects");
    parameters.put("page-counted", "once");
    parameters.put("membership", "as of each month");
    String day = Objects.toString(measures.latest(), null);
    String source = "Commons Impact Metrics, API of " + api.getHost();
    MeasureList list = new MeasureList(words, source, day, parameters);
    measures.measure(list);
    return new Measurement(
        new Measurement.About(
            "cim",
            Objects.requireNonNullElse(options.collection(), name.replace('_', ' ')),
            source,
            "",
            day,
            clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
            parameters),
        list.all(),
        measures.lists(),
        problems);
  }

  /// Counts what a release's own ledger proves.
  ///
  /// @throws org.handsel.platform.HandselException when there is no plan in the folder
  public Measurement release(Path folder, MeasureOptions options) {
    List<DataProblem> problems = new ArrayList<>();
    ReleaseMeasures release = new ReleaseMeasures(folder, problems);
    release.count();
    String day = release.day();
    String name = bareName(folder.toAbsolutePath().normalize());
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("release", name);
    parameters.put("scope", "files of this release");
    MeasureList list = new MeasureList(words, "ledger of " + name, day, parameters);
    release.measure(list);
    return new Measurement(
        new Measurement.About(
            "release",
            Objects.requireNonNullElse(options.collection(), name),
            "ledger of " + name,
            "",
            day,
            clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
            parameters),
        list.all(),
        Map.of(),
        problems);
  }

  /// Titles of a release's files that are on the wiki, by its own results; none before the first
  /// run.
  public List<String> releasedFiles(Path folder) {
    return new ReleaseMeasures(folder, new ArrayList<>()).titles();
  }

  Measurement.About about(
      String kind,
      String collection,
      Path source,
      @Nullable LocalDate day,
      Map<String, Object> parameters) {
    return new Measurement.About(
        kind,
        collection,
        String.valueOf(source.getFileName()),
        SourceSum.sha1(source),
        Objects.toString(day, null),
        clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
        parameters);
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  static String bareName(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.[A-Za-z0-9]{1,5}$", "");
  }
}
