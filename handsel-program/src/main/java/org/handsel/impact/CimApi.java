package org.handsel.impact;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.handsel.platform.Progress;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Asks the API of Commons Impact Metrics for one category, month by month. Only categories on its
/// list are counted; for others it answers 404, which is told and not taken for zero. What a
/// question leaves open stays a gap of that kind of number, and the other questions go on.
///
/// Shapes of paths and answers: the field tables of the project's reference on impact (state
/// November 2026); scope `deep`, all wikis, pages of the main namespace.
final class CimApi {
  /// The service of the Wikimedia Foundation.
  static final String SERVICE = "https://wikimedia.org/api/rest_v1/metrics/commons-analytics/";

  private static final int MONTH = 7;

  private final MetricsService service;
  private final List<DataProblem> problems;

  CimApi(MetricsService service, List<DataProblem> problems) {
    this.service = service;
    this.problems = problems;
  }

  /// Asks for the months from `from` to `to`, both included.
  ///
  /// @param category with underscores
  CimTally read(String category, YearMonth from, YearMonth to, Progress progress) {
    CimTally tally = new CimTally(Set.of(category), to.plusMonths(1), to);
    String name = MetricsService.encoded(category);
    String span = "/%s01/%s01".formatted(compact(from), compact(to.plusMonths(1)));
    progress.total(3L + 2);
    JsonNode snapshots = ask("category-metrics-snapshot/" + name + span, progress);
    if (snapshots == null) {
      return tally;
    }
    for (JsonNode item : snapshots.path("items").values()) {
      snapshot(tally, category, from, to, item);
    }
    series(
        ask("pageviews-per-category-monthly/%s/deep/all-wikis%s".formatted(name, span), progress),
        "pageview-count",
        from,
        to,
        (month, count) -> month(tally, month).views = count);
    series(
        ask("edits-per-category-monthly/%s/deep/all-edit-types%s".formatted(name, span), progress),
        "edit-count",
        from,
        to,
        (month, count) -> month(tally, month).edits = count);
    String last = "/%04d/%02d".formatted(to.getYear(), to.getMonthValue());
    tops(
        ask("top-wikis-per-category-monthly/%s/deep%s".formatted(name, last), progress),
        "wiki",
        (wiki, count) -> tally.wikis.computeIfAbsent(wiki, one -> new long[2])[0] += count);
    tops(
        ask("top-viewed-media-files-monthly/%s/deep/all-wikis%s".formatted(name, last), progress),
        "media-file",
        (file, count) ->
            tally.files.computeIfAbsent(file, one -> new CimTally.FileRow()).views += count);
    return tally;
  }

  @FunctionalInterface
  private interface Taking<T> {
    void take(T key, long count);
  }

  private static CimTally.Month month(CimTally tally, YearMonth month) {
    return tally.months.computeIfAbsent(month, one -> new CimTally.Month());
  }

  private void snapshot(
      CimTally tally, String category, YearMonth from, YearMonth to, JsonNode item) {
    YearMonth month = month(item, from, to);
    if (month == null) {
      return;
    }
    CimTally.Month sums = month(tally, month);
    sums.available = count(item, "media-file-count-deep", "media-file-count", month);
    sums.used = count(item, "used-media-file-count-deep", "used-media-file-count", month);
    sums.wikis = count(item, "leveraging-wiki-count-deep", "leveraging-wiki-count", month);
    sums.pages = count(item, "leveraging-page-count-deep", "leveraging-page-count", month);
    tally.roots.computeIfAbsent(category, one -> new TreeSet<>()).add(month);
  }

  private void series(
      @Nullable JsonNode answer,
      String key,
      YearMonth from,
      YearMonth to,
      Taking<YearMonth> taking) {
    if (answer == null) {
      return;
    }
    for (JsonNode item : answer.path("items").values()) {
      YearMonth month = month(item, from, to);
      Long count = month == null ? null : count(item, key, key, month);
      if (month != null && count != null) {
        taking.take(month, count);
      }
    }
  }

  private static void tops(@Nullable JsonNode answer, String key, Taking<String> taking) {
    if (answer == null) {
      return;
    }
    for (JsonNode item : answer.path("items").values()) {
      String name = item.path(key).asString("");
      long count = item.path("pageview-count").asLong(-1);
      if (!name.isEmpty() && count >= 0) {
        taking.take(name, count);
      }
    }
  }

  /// Timestamps have been seen as `2026-03-01T00:00:00Z`, `20260301` and with a day of `00`.
  private @Nullable YearMonth month(JsonNode item, YearMonth from, YearMonth to) {
    String stamp = item.path("timestamp").asString("");
    String dashed =
        stamp.matches("[0-9]{6,}") ? stamp.substring(0, 4) + "-" + stamp.substring(4, 6) : stamp;
    YearMonth month = dashed.length() < MONTH ? null : CimFile.month(dashed.substring(0, MONTH));
    if (month == null || month.isBefore(from) || month.isAfter(to)) {
      problems.add(
          new DataProblem(
              "API",
              "MONTH_UNEXPECTED",
              stamp,
              "expected a month from %s to %s, found \"%s\"; left out".formatted(from, to, stamp),
              true));
      return null;
    }
    return month;
  }

  private @Nullable Long count(JsonNode item, String key, String other, YearMonth month) {
    JsonNode value = item.has(key) ? item.path(key) : item.path(other);
    if (value.isIntegralNumber() && value.asLong() >= 0) {
      return value.asLong();
    }
    if (!value.isMissingNode() && !value.isNull()) {
      problems.add(
          new DataProblem(
              "API, " + month,
              "NUMBER_IMPOSSIBLE",
              value.toString(),
              "%s: expected a whole number from 0, found %s; it is shown as unknown"
                  .formatted(key, value),
              true));
    }
    return null;
  }

  /// One question.
  ///
  /// @return null when there was no answer to use; what is wrong stands among the problems
  private @Nullable JsonNode ask(String path, Progress progress) {
    return switch (service.ask(path)) {
      case MetricsService.Answer.Told(JsonNode body) -> {
        progress.step(1, path);
        yield body;
      }
      case MetricsService.Answer.Nothing() ->
          left(
              path,
              "NOT_COUNTED",
              "404: this category or these months are not on the service's list");
      case MetricsService.Answer.Lost(String code, String found) -> left(path, code, found);
    };
  }

  private @Nullable JsonNode left(String path, String code, String found) {
    problems.add(
        new DataProblem(
            path.replaceFirst("/.*", ""),
            code,
            found,
            "no answer that can be used (%s); what it would tell is shown as unknown"
                .formatted(found),
            true));
    return null;
  }

  private static String compact(YearMonth month) {
    return "%04d%02d".formatted(month.getYear(), month.getMonthValue());
  }
}
