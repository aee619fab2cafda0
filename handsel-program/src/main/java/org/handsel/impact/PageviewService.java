package org.handsel.impact;

import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handsel.platform.Progress;
import tools.jackson.databind.JsonNode;

/// Asks the Pageviews API for one page after the other: people's views by month, desktop and mobile
/// together. Bounded: pages beyond the bound are named as not asked for.
///
/// Shape of paths and answers: the field tables of the project's reference on impact (state
/// November 2026). 404 means that there were no views or that the page is not known; the two cannot
/// be told apart, so that it is a gap.
final class PageviewService {
  private static final int SILENT_AT_MOST = 3;

  private final MetricsService service;
  private final ViewTally tally;
  private final List<DataProblem> problems;
  private final Map<State, Integer> states = new EnumMap<>(State.class);

  private enum State {
    KNOWN,
    NOTHING,
    LOST,
    NOT_ASKED
  }

  PageviewService(MetricsService service, ViewTally tally, List<DataProblem> problems) {
    this.service = service;
    this.tally = tally;
    this.problems = problems;
  }

  /// @param pages keys, those that matter most first
  /// @param most how many are asked for
  void read(Iterable<String> pages, int most, YearMonth from, YearMonth to, Progress progress) {
    String span =
        "/monthly/%04d%02d01/%04d%02d%02d"
            .formatted(
                from.getYear(),
                from.getMonthValue(),
                to.getYear(),
                to.getMonthValue(),
                to.lengthOfMonth());
    int asked = 0;
    int silent = 0;
    for (String key : pages) {
      if (asked >= most || silent >= SILENT_AT_MOST) {
        count(State.NOT_ASKED);
        continue;
      }
      asked++;
      int tab = key.indexOf('\t');
      String project = key.substring(0, tab);
      String title = key.substring(tab + 1);
      String path =
          "per-article/%s/all-access/user/%s%s"
              .formatted(MetricsService.encoded(project), MetricsService.encoded(title), span);
      switch (service.ask(path)) {
        case MetricsService.Answer.Told(JsonNode body) -> {
          silent = 0;
          count(take(project, title, body) ? State.KNOWN : State.LOST);
        }
        case MetricsService.Answer.Nothing() -> {
          silent = 0;
          count(State.NOTHING);
        }
        case MetricsService.Answer.Lost(String code, String found) -> {
          silent = code.equals("NO_ANSWER") ? silent + 1 : 0;
          count(State.LOST);
          problem(project, title, code, found, "no answer that can be used; its views are unknown");
        }
      }
      progress.step(1, title);
    }
    say(asked);
  }

  private void count(State state) {
    states.merge(state, 1, Integer::sum);
  }

  private int counted(State state) {
    return states.getOrDefault(state, 0);
  }

  private void say(int asked) {
    if (counted(State.NOTHING) > 0) {
      tally.gap(
          "%,d of %,d pages: no views in these months, or not known to the service (404)"
              .formatted(counted(State.NOTHING), asked));
    }
    if (counted(State.LOST) > 0) {
      tally.gap("%,d of %,d pages: no usable answer".formatted(counted(State.LOST), asked));
    }
    if (counted(State.NOT_ASKED) > 0) {
      tally.gap(
          "partial: %,d pages with the fewest files were not asked for"
              .formatted(counted(State.NOT_ASKED)));
      problems.add(
          new DataProblem(
              "Pageviews",
              "PAGES_NOT_ASKED",
              Integer.toString(counted(State.NOT_ASKED)),
              "the views of %,d pages are unknown; allow more with --most-pages"
                  .formatted(counted(State.NOT_ASKED)),
              true));
    }
  }

  private boolean take(String project, String title, JsonNode body) {
    if (!body.path("items").isArray()) {
      problem(project, title, "NOT_JSON", body.toString(), "expected a list \"items\"");
      return false;
    }
    Set<YearMonth> seen = new HashSet<>();
    boolean known = false;
    for (JsonNode item : body.path("items").values()) {
      String stamp = item.path("timestamp").asString("");
      YearMonth month = CimFile.month(stamp);
      JsonNode views = item.path("views");
      if (month == null || !tally.wants(month)) {
        problem(project, title, "MONTH_UNEXPECTED", stamp, "not one of the months asked for");
      } else if (!seen.add(month)) {
        problem(project, title, "MONTH_TWICE", stamp, "the month stands twice; the first counts");
      } else if (!views.isIntegralNumber()
          || views.asLong() < 0
          || views.asLong() > ViewTally.ABSURD) {
        problem(
            project,
            title,
            "NUMBER_IMPOSSIBLE",
            views.toString(),
            "expected a possible number of views; the month is unknown for this page");
      } else {
        tally.add(project, title, month, views.asLong());
        known = true;
      }
    }
    return known;
  }

  private void problem(String project, String title, String code, String raw, String reason) {
    problems.add(
        new DataProblem(
            "Pageviews, %s, %s".formatted(project, title),
            code,
            raw.length() > 120 ? raw.substring(0, 120) + "…" : raw,
            reason,
            true));
  }
}
