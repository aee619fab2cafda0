package org.handsel.impact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.handsel.partnership.effort.LoadWarning;
import org.handsel.partnership.talks.Board;
import org.handsel.partnership.talks.Card;
import org.handsel.platform.ResourceTable;
import org.handsel.platform.Said;
import org.jspecify.annotations.Nullable;

/// Decides what a coordinator should look at. Limits are data: `warnings.tsv`. Immutable.
final class EarlyWarnings {
  private final LocalDate today;
  private final Map<String, ResourceTable.Row> rules = new HashMap<>();

  /// Corrections that were sent and have no answer.
  record Unanswered(long count, @Nullable LocalDate since) {}

  EarlyWarnings(LocalDate today) {
    this.today = today;
    for (ResourceTable.Row row :
        ResourceTable.read(
                EarlyWarnings.class,
                "warnings.tsv",
                "code",
                "limit",
                "text",
                "advice",
                "text_de",
                "advice_de")
            .rows()) {
      rules.put(row.cell(0), row);
    }
  }

  /// What is known of a partnership.
  ///
  /// @param observations the newest first
  /// @param load that inquiries grew and staff did not, or null
  record Facts(
      Card card,
      List<Expectation> promises,
      List<Observation> observations,
      Unanswered unanswered,
      Board board,
      List<Dated> dates,
      @Nullable LoadWarning load) {}

  List<Warned> of(Facts facts) {
    List<Observation> observations = facts.observations();
    Unanswered unanswered = facts.unanswered();
    Card card = facts.card();
    List<Warned> warned = new ArrayList<>();
    deletion(observations, warned);
    inquiries(observations, facts.load(), warned);
    if (unanswered.count() > 0
        && unanswered.since() != null
        && unanswered.since().isBefore(today.minusDays((long) limit("corrections-unanswered")))) {
      warn(
          warned,
          "corrections-unanswered",
          unanswered.since(),
          unanswered.count(),
          unanswered.since());
    }
    credit(observations, warned);
    satisfaction(observations, warned);
    LocalDate last = card.lastContact();
    LocalDate since = last == null ? card.stageSince() : last;
    if (since != null && since.isBefore(today.minusMonths((long) limit("no-contact")))) {
      warn(warned, "no-contact", since, since);
    }
    promises(facts.promises(), warned);
    dates(facts.dates(), warned);
    for (Board.Column column : facts.board().columns()) {
      if (column.limit() > 0 && column.open() > column.limit()) {
        warn(warned, "too-many-partnerships", null, column.open(), column.stage(), column.limit());
      }
    }
    return warned;
  }

  private void deletion(List<Observation> observations, List<Warned> warned) {
    latest(observations, "deletion", 0)
        .ifPresent(seen -> {
          if (value(seen) > limit("files-up-for-deletion")) {
            warn(warned, "files-up-for-deletion", seen.day(), Math.round(value(seen)), seen.day());
          }
        });
  }

  private void inquiries(
      List<Observation> observations, @Nullable LoadWarning load, List<Warned> warned) {
    if (load != null) {
      warn(
          warned,
          "inquiries-growing",
          load.now().day(),
          load.before().inquiries(),
          load.now().inquiries());
    }
    latest(observations, "inquiries", 0)
        .ifPresent(now -> {
          if (now.whole() != null && value(now) > now.whole()) {
            warn(
                warned,
                "inquiries-beyond-capacity",
                now.day(),
                Math.round(value(now)),
                Math.round(now.whole()));
          }
          latest(observations, "inquiries", 1)
              .ifPresent(before -> {
                boolean told = load != null;
                if (!told
                    && value(before) > 0
                    && value(now) / value(before) >= limit("inquiries-growing")) {
                  warn(
                      warned,
                      "inquiries-growing",
                      now.day(),
                      Math.round(value(before)),
                      Math.round(value(now)));
                }
              });
        });
  }

  private void credit(List<Observation> observations, List<Warned> warned) {
    latest(observations, "credit-sample", 0)
        .ifPresent(seen -> {
          Double whole = seen.whole();
          if (whole != null && whole > 0 && value(seen) / whole < limit("credit-missing")) {
            warn(
                warned,
                "credit-missing",
                seen.day(),
                Math.round(whole - value(seen)),
                Math.round(whole));
          }
        });
  }

  private void satisfaction(List<Observation> observations, List<Warned> warned) {
    latest(observations, "satisfaction", 0)
        .ifPresent(now -> {
          boolean fell =
              latest(observations, "satisfaction", 1)
                  .filter(before -> value(before) > value(now))
                  .isPresent();
          if (value(now) <= limit("satisfaction-falling") || fell) {
            warn(warned, "satisfaction-falling", now.day(), Math.round(value(now)), now.day());
          }
        });
  }

  private void promises(List<Expectation> promises, List<Warned> warned) {
    for (Expectation one : promises) {
      if (one.dueOn() == null || !LocalDate.parse(one.dueOn()).isBefore(today)) {
        continue;
      }
      LocalDate due = LocalDate.parse(one.dueOn());
      Double target = one.target();
      Double reached = one.reached();
      if (one.state().equals("short") && target != null && reached != null) {
        warn(warned, "expectation-missed", due, one.text(), reached, target);
      } else if (one.state().equals("open")) {
        warn(warned, "expectation-open", due, one.text(), due);
      }
    }
  }

  private void dates(List<Dated> dates, List<Warned> warned) {
    for (Dated one : dates) {
      String code =
          switch (one.kind()) {
            case "renegotiation" -> "renegotiation-due";
            case "review" -> "review-due";
            case "report" -> "report-due";
            default -> "";
          };
      if (!code.isEmpty() && one.day().isBefore(today.plusDays((long) limit(code) + 1))) {
        warn(warned, code, one.day(), one.day());
      }
    }
  }

  private static java.util.Optional<Observation> latest(
      List<Observation> newestFirst, String kind, int skip) {
    return newestFirst.stream()
        .filter(
            one -> one.kind().equals(kind) && (one.value() != null || kind.equals("renegotiation")))
        .skip(skip)
        .findFirst();
  }

  private static double value(Observation one) {
    return one.value() == null ? 0 : one.value();
  }

  private double limit(String code) {
    return Double.parseDouble(rule(code).cell(1));
  }

  private ResourceTable.Row rule(String code) {
    return Objects.requireNonNull(rules.get(code), "warnings.tsv: no code " + code);
  }

  private void warn(List<Warned> warned, String code, @Nullable LocalDate since, Object... filled) {
    ResourceTable.Row rule = rule(code);
    warned.add(
        new Warned(
            code,
            new Said(
                String.format(Locale.ROOT, rule.cell(2), filled),
                String.format(Locale.ROOT, rule.cell(4), filled)),
            since,
            new Said(rule.cell(3), rule.cell(5))));
  }
}
