package org.handsel.impact;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.handsel.impact.Measurement.ListTable;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;
import org.handsel.wiki.api.Holdings;
import org.handsel.wiki.api.Wiki;
import org.jspecify.annotations.Nullable;

/// Measures a collection on a wiki as it is now, for categories that no list has and for the files
/// of a release; and adds the views of pages. What is not known stays a gap.
///
/// Safe for use by many threads.
public final class LiveMeasurements {
  private final Clock clock;
  private final MeasureWords words = MeasureWords.load();

  public LiveMeasurements(Clock clock) {
    this.clock = clock;
  }

  /// Counts the files of a category tree.
  ///
  /// @param views where views come from, or null for none
  public Measurement category(
      Wiki wiki,
      LiveScope scope,
      @Nullable Views views,
      MeasureOptions options,
      Progress progress) {
    List<DataProblem> problems = new ArrayList<>();
    LiveTree tree = new LiveTree(new Holdings(wiki), scope, problems);
    List<String> files = List.copyOf(tree.read(progress));
    if (files.isEmpty() && tree.unknown() == 0) {
      throw HandselException.input(
          "%s: no file in category \"%s\" to a depth of %d. Look at how it is written."
              .formatted(wiki.api().getHost(), scope.category(), scope.depth()));
    }
    Map<String, Object> parameters = new LinkedHashMap<>();
    String name = PageNames.underscored(scope.category().replaceFirst("^(?i:category):", ""));
    parameters.put("categories", List.of(name));
    parameters.put("depth", scope.depth());
    if (!scope.without().isEmpty()) {
      parameters.put("without", scope.without().stream().sorted().toList());
    }
    Counted counted = count(wiki, files, scope, views, options, parameters, problems, progress);
    Number available = tree.unknown() == files.size() && files.isEmpty() ? null : files.size();
    List<String> gaps =
        tree.unknown() == 0
            ? List.of()
            : List.of("the members of %,d categories are unknown".formatted(tree.unknown()));
    return counted.measurement(
        Objects.requireNonNullElse(options.collection(), name.replace('_', ' ')),
        available,
        Map.of("categories-read", tree.categories(), "deepest", tree.deepest()),
        gaps);
  }

  /// Counts what became of the files of a release, beside what its own ledger proves.
  ///
  /// @param ledger measurement of [Measurements#release]
  /// @param files their titles on the wiki
  public Measurement release(
      Wiki wiki,
      Measurement ledger,
      List<String> files,
      LiveScope scope,
      @Nullable Views views,
      MeasureOptions options,
      Progress progress) {
    List<DataProblem> problems = new ArrayList<>(ledger.problems());
    Map<String, Object> parameters = new LinkedHashMap<>(ledger.about().parameters());
    Counted counted = count(wiki, files, scope, views, options, parameters, problems, progress);
    Measurement live =
        counted.measurement(ledger.about().collection(), files.size(), Map.of(), List.of());
    List<Measure> all = new ArrayList<>();
    for (Measure one : ledger.measures()) {
      if (live.measures().stream().noneMatch(other -> other.measure().equals(one.measure()))) {
        all.add(one);
      }
    }
    all.addAll(live.measures());
    return new Measurement(live.about(), all, live.lists(), live.problems());
  }

  /// Adds views to a measurement whose pages are listed.
  ///
  /// @param measured with the list `pages`
  public Measurement withViews(Measurement measured, Views views, Progress progress) {
    Set<String> keys = ViewTally.keys(measured);
    if (keys.isEmpty()) {
      return measured;
    }
    List<DataProblem> problems = new ArrayList<>(measured.problems());
    ViewTally tally = viewed(keys, views, problems, progress);
    return tally.with(measured, source(views), words, problems);
  }

  private static String source(Views views) {
    return switch (views) {
      case Views.ByService service -> "Pageviews API of " + service.address().getHost();
      case Views.ByFiles files -> filesIn(files.folder().getFileName());
    };
  }

  /// What a measurement says of where its views come from.
  static String filesIn(Object folder) {
    return "files of page views, " + folder;
  }

  private ViewTally viewed(
      Set<String> keys, Views views, List<DataProblem> problems, Progress progress) {
    ViewTally tally = new ViewTally(keys, views.from(), views.to());
    switch (views) {
      case Views.ByService by -> {
        try (MetricsService service =
            new MetricsService(by.address(), by.contact(), by.patience())) {
          progress.total(Math.min(keys.size(), by.mostPages()));
          new PageviewService(service, tally, problems)
              .read(keys, by.mostPages(), by.from(), by.to(), progress);
        }
      }
      case Views.ByFiles by ->
          new PageviewFiles(tally, YearMonth.now(clock), problems)
              .read(by.folder(), keys, progress);
    }
    return tally;
  }

  private Counted count(
      Wiki wiki,
      List<String> files,
      LiveScope scope,
      @Nullable Views views,
      MeasureOptions options,
      Map<String, Object> parameters,
      List<DataProblem> problems,
      Progress progress) {
    parameters.put(
        "namespaces",
        scope.allNamespaces() ? "all of all projects" : "main namespace of all projects");
    parameters.put("projects", "all that the wiki's GlobalUsage knows");
    parameters.put("page-counted", "once");
    parameters.put("membership", "as of the day of counting");
    LiveCount count = new LiveCount(wiki, scope, problems);
    count.read(files, progress);
    return new Counted(wiki, count, views, options, parameters, problems, progress);
  }

  /// Use that was counted, on its way to a measurement.
  private final class Counted {
    private final Wiki wiki;
    private final LiveCount count;
    private final @Nullable Views views;
    private final MeasureOptions options;
    private final Map<String, Object> parameters;
    private final List<DataProblem> problems;
    private final Progress progress;

    Counted(
        Wiki wiki,
        LiveCount count,
        @Nullable Views views,
        MeasureOptions options,
        Map<String, Object> parameters,
        List<DataProblem> problems,
        Progress progress) {
      this.wiki = wiki;
      this.count = count;
      this.views = views;
      this.options = options;
      this.parameters = parameters;
      this.problems = problems;
      this.progress = progress;
    }

    Measurement measurement(
        String collection,
        @Nullable Number available,
        Map<String, Object> tree,
        List<String> treeGaps) {
      String day = LocalDate.now(clock).toString();
      String source = "counted on " + wiki.api().getHost();
      MeasureList list = new MeasureList(words, source, day, parameters);
      Map<String, ListTable> lists = new HashMap<>();
      if (count.useUnknown()) {
        list.add("files-available", available, tree, treeGaps);
        for (String unknown : List.of("files-used", "reuse-share", "pages", "usages", "wikis")) {
          list.add(unknown, null, Map.of(), count.gaps());
        }
      } else {
        MeasureList own = new MeasureList(words, source, day, parameters);
        PageMeasures measures = new PageMeasures(count.uses(), options.threshold());
        measures.measure(own, available, null);
        List<String> gaps = new ArrayList<>(treeGaps);
        gaps.addAll(count.gaps());
        for (Measure one : own.all()) {
          boolean first = one.measure().equals("files-available");
          List<String> all = new ArrayList<>(one.gaps());
          all.addAll(first ? treeGaps : gaps);
          Map<String, Object> more = new LinkedHashMap<>(one.parameters());
          more.putAll(first ? tree : Map.of());
          list.add(one.measure(), one.value(), more, all);
        }
        lists.putAll(measures.lists());
      }
      count.measure(list);
      Measurement measured =
          new Measurement(
              new Measurement.About(
                  "live",
                  collection,
                  source,
                  "",
                  day,
                  clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                  parameters),
              list.all(),
              lists,
              problems);
      return views == null ? measured : withViews(measured, views, progress);
    }
  }
}
