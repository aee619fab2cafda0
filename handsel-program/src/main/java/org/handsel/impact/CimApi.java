package org.handsel.impact;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.handsel.wiki.api.ApiFailure;
import org.handsel.wiki.api.FailureClass;
import org.handsel.wiki.api.Patience;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
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

  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY = 429;
  private static final int SERVER_FAULT = 500;
  private static final int OK = 200;
  private static final int MONTH = 7;

  private final URI base;
  private final String agent;
  private final Patience patience;
  private final List<DataProblem> problems;

  /// @param base address under which the paths of the API begin
  /// @param contact mail address or page of the person who asks, as the service wants
  CimApi(URI base, String contact, Patience patience, List<DataProblem> problems) {
    this.base = base;
    this.agent = "Handsel (%s)".formatted(contact.replaceAll("[^\\x20-\\x7e]", "?"));
    this.patience = patience;
    this.problems = problems;
  }

  /// Asks for the months from `from` to `to`, both included.
  ///
  /// @param category with underscores
  CimTally read(String category, YearMonth from, YearMonth to, Progress progress) {
    CimTally tally = new CimTally(Set.of(category), to.plusMonths(1), to);
    String name = encoded(category);
    String span = "/%s01/%s01".formatted(compact(from), compact(to.plusMonths(1)));
    progress.total(3L + 2);
    try (HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(20))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build()) {
      JsonNode snapshots = ask(client, "category-metrics-snapshot/" + name + span, progress);
      if (snapshots == null) {
        return tally;
      }
      for (JsonNode item : snapshots.path("items").values()) {
        snapshot(tally, category, from, to, item);
      }
      JsonNode views =
          ask(
              client,
              "pageviews-per-category-monthly/%s/deep/all-wikis%s".formatted(name, span),
              progress);
      series(
          views, "pageview-count", from, to, (month, count) -> month(tally, month).views = count);
      JsonNode edits =
          ask(
              client,
              "edits-per-category-monthly/%s/deep/all-edit-types%s".formatted(name, span),
              progress);
      series(edits, "edit-count", from, to, (month, count) -> month(tally, month).edits = count);
      String last = "/%04d/%02d".formatted(to.getYear(), to.getMonthValue());
      tops(
          ask(client, "top-wikis-per-category-monthly/%s/deep%s".formatted(name, last), progress),
          "wiki",
          (wiki, count) -> tally.wikis.computeIfAbsent(wiki, one -> new long[2])[0] += count);
      tops(
          ask(
              client,
              "top-viewed-media-files-monthly/%s/deep/all-wikis%s".formatted(name, last),
              progress),
          "media-file",
          (file, count) ->
              tally.files.computeIfAbsent(file, one -> new CimTally.FileRow()).views += count);
    }
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
  private @Nullable JsonNode ask(HttpClient client, String path, Progress progress) {
    URI address = base.resolve(path);
    Patience.Trying trying = patience.begin();
    try {
      while (true) {
        HttpResponse<String> answer;
        try {
          answer =
              client.send(
                  HttpRequest.newBuilder(address)
                      .timeout(TIMEOUT)
                      .header("User-Agent", agent)
                      .header("Accept", "application/json")
                      .build(),
                  HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
          if (!trying.again(busy("no-answer", null))) {
            return left(path, "NO_ANSWER", String.valueOf(e.getMessage()));
          }
          continue;
        }
        int status = answer.statusCode();
        if (status == OK) {
          progress.step(1, path);
          return Json.mapper().readTree(answer.body());
        }
        if (status == NOT_FOUND) {
          return left(
              path,
              "NOT_COUNTED",
              "404: this category or these months are not on the service's list");
        }
        boolean passing = status == TOO_MANY || status >= SERVER_FAULT;
        if (!passing || !trying.again(busy("http-" + status, wait(answer)))) {
          return left(path, "NO_ANSWER", "status " + status);
        }
      }
    } catch (JacksonException e) {
      return left(path, "NOT_JSON", e.getOriginalMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw HandselException.environment("Stopped while asking " + address + ".");
    }
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

  private static @Nullable Duration wait(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(seconds -> seconds.matches("[0-9]{1,5}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .orElse(null);
  }

  private static ApiFailure busy(String code, @Nullable Duration wait) {
    return new ApiFailure(code, "", FailureClass.WAIT, true, "", wait, Map.of());
  }

  private static String compact(YearMonth month) {
    return "%04d%02d".formatted(month.getYear(), month.getMonthValue());
  }

  private static String encoded(String title) {
    return URLEncoder.encode(title, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
