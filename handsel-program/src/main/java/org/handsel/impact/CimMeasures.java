package org.handsel.impact;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.handsel.impact.CimTally.Month;
import org.handsel.impact.Measurement.ListTable;
import org.jspecify.annotations.Nullable;

/// Measures, months and lists from added-up dumps. A month without rows is a gap and never zero.
final class CimMeasures {
  private static final int LISTED = 10_000;

  private final CimTally tally;
  private final int threshold;
  private final List<DataProblem> problems;
  private final List<YearMonth> span = new ArrayList<>();

  CimMeasures(CimTally tally, int threshold, List<DataProblem> problems) {
    this.tally = tally;
    this.threshold = threshold;
    this.problems = problems;
    List<YearMonth> known = List.copyOf(tally.months.keySet());
    for (YearMonth m = known.isEmpty() ? null : known.getFirst();
        m != null && !m.isAfter(known.getLast());
        m = m.plusMonths(1)) {
      span.add(m);
    }
  }

  List<YearMonth> span() {
    return span;
  }

  @Nullable YearMonth latest() {
    return span.isEmpty() ? null : span.getLast();
  }

  void look() {
    for (YearMonth month : missing()) {
      problems.add(
          new DataProblem(
              month.toString(),
              "MONTH_MISSING",
              "",
              "no data; the month is shown as a gap, not as zero",
              false));
    }
    if (tally.repeated > 0) {
      problems.add(
          new DataProblem(
              "dumps",
              "ROWS_TWICE",
              Long.toString(tally.repeated),
              "%,d rows stand in the dumps a second time (a month twice?); each is counted once"
                  .formatted(tally.repeated),
              false));
    }
    renamed();
  }

  private List<YearMonth> missing() {
    return span.stream().filter(month -> !tally.months.containsKey(month)).toList();
  }

  /// A category that ends in the month before another begins was probably renamed.
  private void renamed() {
    for (Map.Entry<String, Set<YearMonth>> old : tally.roots.entrySet()) {
      YearMonth end = ((TreeSet<YearMonth>) old.getValue()).last();
      for (Map.Entry<String, Set<YearMonth>> fresh : tally.roots.entrySet()) {
        YearMonth begin = ((TreeSet<YearMonth>) fresh.getValue()).first();
        if (begin.equals(end.plusMonths(1))) {
          problems.add(
              new DataProblem(
                  begin.toString(),
                  "CATEGORY_RENAMED",
                  old.getKey(),
                  "\"%s\" ends in %s and \"%s\" begins in %s: probably renamed; the series goes on with the new name"
                      .formatted(old.getKey(), end, fresh.getKey(), begin),
                  false));
        }
      }
    }
  }

  void measure(MeasureList list) {
    Month last = latest() == null ? null : tally.months.get(latest());
    String day = Objects.toString(latest(), null);
    List<String> several =
        tally.roots.size() > 1
            ? List.of(
                "sum over %d categories: what they share is counted for each"
                    .formatted(tally.roots.size()))
            : List.of();
    Number available = last == null ? null : last.available;
    Number used =
        last == null
            ? null
            : last.used != null
                ? last.used
                : last.filesListed == null ? null : (Number) last.filesUsed;
    Number usages = last == null ? null : last.usages;
    one(list, "files-available", available, day, several);
    one(list, "files-used", used, day, several);
    one(list, "reuse-share", MeasureList.divided(used, available), day, List.of());
    one(
        list,
        "files-unused",
        available == null || used == null
            ? null
            : (Number) (available.longValue() - used.longValue()),
        day,
        several);
    one(list, "pages", last == null ? null : last.pages, day, several);
    one(list, "usages", usages, day, List.of());
    one(list, "uses-per-file", MeasureList.divided(usages, used), day, List.of());
    one(
        list,
        "wikis",
        last == null ? null : last.wikis,
        day,
        tally.roots.size() > 1 ? List.of("the largest of the categories' numbers") : List.of());
    languages(list, day);
    sum(list, "views", month -> month.views);
    sum(list, "edits", month -> month.edits);
    sum(list, "files-created", month -> month.created);
    Set<String> editors = new TreeSet<>();
    tally.months.values().forEach(month -> editors.addAll(month.editors));
    boolean edits = tally.months.values().stream().anyMatch(month -> month.edits != null);
    list.add(
        "editors",
        edits ? (Number) editors.size() : null,
        day,
        period(),
        edits ? List.of() : List.of("no dump of edits was given"));
    template(list, usages, day);
  }

  private static void one(
      MeasureList list,
      String measure,
      @Nullable Number value,
      @Nullable String day,
      List<String> notes) {
    List<String> gaps = new ArrayList<>(notes);
    if (value == null) {
      gaps.add("the dumps of the last month do not say");
    }
    list.add(measure, value, day, Map.of(), gaps);
  }

  private void languages(MeasureList list, @Nullable String day) {
    Set<String> languages = new TreeSet<>();
    Set<String> leftOut = new TreeSet<>();
    for (String wiki : tally.wikis.keySet()) {
      String language = UsageTally.language(PageNames.project(wiki, ""));
      (UsageTally.NO_LANGUAGE.contains(language) ? leftOut : languages).add(language);
    }
    list.add(
        "languages",
        languages.isEmpty() ? null : (Number) languages.size(),
        day,
        Map.of("left-out", List.copyOf(leftOut)),
        languages.isEmpty()
            ? List.of("no dump of page views was given")
            : List.of("from pages with views in the months given"));
  }

  private Map<String, Object> period() {
    Map<String, Object> period = new LinkedHashMap<>();
    if (!span.isEmpty()) {
      period.put("from", span.getFirst().toString());
      period.put("to", span.getLast().toString());
      period.put("months-known", tally.months.size());
      period.put("months", span.size());
    }
    return period;
  }

  private void sum(MeasureList list, String measure, Function<Month, @Nullable Long> number) {
    long sum = 0;
    List<String> unknown = new ArrayList<>();
    for (YearMonth month : span) {
      Month one = tally.months.get(month);
      Long value = one == null ? null : number.apply(one);
      if (value == null) {
        unknown.add(month.toString());
      } else {
        sum += value;
      }
    }
    boolean none = unknown.size() == span.size();
    list.add(
        measure,
        none ? null : (Number) sum,
        Objects.toString(latest(), null),
        period(),
        unknown.isEmpty() ? List.of() : List.of("no data for " + String.join(", ", unknown)));
  }

  private void template(MeasureList list, @Nullable Number usages, @Nullable String day) {
    Map<String, Object> at = Map.of("template-threshold", threshold);
    if (tally.pairs.isEmpty()) {
      list.add("template-usages", null, day, at, List.of("needs the dump of views by file"));
      return;
    }
    long pairs = 0;
    long suspected = 0;
    Set<String> files = new TreeSet<>();
    for (Map.Entry<String, long[]> pair : tally.pairs.entrySet()) {
      if (pair.getValue()[0] >= threshold) {
        pairs++;
        suspected += pair.getValue()[0];
        files.add(pair.getKey().substring(0, pair.getKey().indexOf('\t')));
      }
    }
    List<String> note = List.of("from pages with views in the last month; a suspicion, no proof");
    list.add("template-usages", suspected, day, at, note);
    list.add("template-share", MeasureList.divided(suspected, usages), day, at, note);
    list.add("template-pairs", pairs, day, at, note);
    list.add("template-files", files.size(), day, at, note);
    if (usages != null) {
      list.add(
          "usages-without-template", Math.max(0, usages.longValue() - suspected), day, at, note);
    }
  }

  Map<String, ListTable> lists() {
    Map<String, ListTable> lists = new LinkedHashMap<>();
    List<List<String>> months = new ArrayList<>();
    for (YearMonth month : span) {
      Month one = tally.months.getOrDefault(month, new Month());
      months.add(
          PageMeasures.row(
              month,
              text(one.available),
              text(
                  one.used != null
                      ? one.used
                      : one.filesListed == null ? null : (Long) one.filesUsed),
              text(one.wikis),
              text(one.pages),
              text(one.usages),
              text(one.views),
              text(one.edits),
              text(one.created)));
    }
    lists.put(
        "months",
        new ListTable(
            List.of(
                "month",
                "files-available",
                "files-used",
                "wikis",
                "pages",
                "usages",
                "views",
                "edits",
                "files-created"),
            months));
    lists.put(
        "files",
        new ListTable(List.of("file", "usages", "wikis", "template_usages", "views"), files()));
    List<List<String>> pages = new ArrayList<>();
    tally.pages.entrySet().stream()
        .sorted(
            Comparator.comparingLong((Map.Entry<String, long[]> page) -> -page.getValue()[0])
                .thenComparing(Map.Entry::getKey))
        .limit(LISTED)
        .forEach(page -> {
          int tab = page.getKey().indexOf('\t');
          String wiki = PageNames.project(page.getKey().substring(0, tab), "");
          String title = page.getKey().substring(tab + 1);
          pages.add(PageMeasures.row(wiki, title, "", "", "", page.getValue()[0]));
        });
    lists.put(
        "pages", new ListTable(List.of("wiki", "page", "url", "usages", "files", "views"), pages));
    List<List<String>> wikis = new ArrayList<>();
    tally.wikis.entrySet().stream()
        .sorted(
            Comparator.comparingLong((Map.Entry<String, long[]> wiki) -> -wiki.getValue()[0])
                .thenComparing(Map.Entry::getKey))
        .forEach(wiki -> {
          String project = PageNames.project(wiki.getKey(), "");
          wikis.add(
              PageMeasures.row(
                  project,
                  UsageTally.language(project),
                  wiki.getValue()[1],
                  "",
                  wiki.getValue()[0]));
        });
    lists.put(
        "wikis", new ListTable(List.of("wiki", "language", "pages", "usages", "views"), wikis));
    lists.put("suspects", suspects());
    return lists;
  }

  private List<List<String>> files() {
    return tally.files.entrySet().stream()
        .sorted(
            Comparator.comparingLong(
                    (Map.Entry<String, CimTally.FileRow> file) -> -file.getValue().views)
                .thenComparingInt(file -> -file.getValue().usages)
                .thenComparing(Map.Entry::getKey))
        .limit(LISTED)
        .map(file ->
            PageMeasures.row(
                file.getKey(),
                file.getValue().usages,
                file.getValue().wikis,
                "",
                file.getValue().views))
        .toList();
  }

  private ListTable suspects() {
    List<List<String>> rows =
        tally.pairs.entrySet().stream()
            .filter(pair -> pair.getValue()[0] >= threshold)
            .sorted(Comparator.comparingLong(pair -> -pair.getValue()[0]))
            .map(pair -> {
              String[] key = pair.getKey().split("\t", -1);
              return PageMeasures.row(key[0], PageNames.project(key[1], ""), pair.getValue()[0]);
            })
            .toList();
    return new ListTable(List.of("file", "wiki", "pages"), rows);
  }

  private static String text(@Nullable Long number) {
    return number == null ? "" : number.toString();
  }
}
