package org.handsel.partnership.talks;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handsel.platform.HandselException;
import org.handsel.platform.ResourceTable;
import org.handsel.platform.Who;
import org.jspecify.annotations.Nullable;

/// The table of rules on coming back. Immutable.
final class RevisitRules {
  private static final List<String> KINDS = List.of("interval", "date", "january");

  private final Map<String, RevisitRule> rules = new LinkedHashMap<>();

  RevisitRules() {
    ResourceTable table =
        ResourceTable.read(
            RevisitRules.class,
            "revisit-rules.tsv",
            "cause",
            "kind",
            "min",
            "default",
            "max",
            "reason");
    for (ResourceTable.Row row : table.rows()) {
      RevisitRule rule =
          new RevisitRule(
              row.cell(0),
              row.cell(1),
              Integer.parseInt(row.cell(2)),
              Integer.parseInt(row.cell(3)),
              Integer.parseInt(row.cell(4)),
              row.cell(5));
      if (!KINDS.contains(rule.kind())
          || rule.least() > rule.usual()
          || rule.usual() > rule.most()
          || rule.reason().isBlank()
          || rules.put(rule.cause(), rule) != null) {
        throw ResourceTable.malformed(table.name(), row.line(), "the rule does not make sense");
      }
    }
  }

  List<RevisitRule> all() {
    return List.copyOf(rules.values());
  }

  RevisitRule of(String cause) {
    RevisitRule rule = rules.get(cause);
    if (rule == null) {
      throw HandselException.usage(
          "revisit, cause: expected one of %s, found \"%s\"."
              .formatted(String.join(", ", rules.keySet()), cause));
    }
    return rule;
  }

  /// What follows from a person's choice.
  ///
  /// @param since day of the cause
  Revisit apply(
      Who who, String partnership, RevisitPlan plan, LocalDate since, @Nullable String entry) {
    RevisitRule rule = of(plan.cause());
    LocalDate on = plan.on();
    if (on != null && !on.isAfter(since)) {
      throw HandselException.usage(
          "revisit, day: expected one after %s, found \"%s\".".formatted(since, on));
    }
    if (rule.kind().equals("date") && on == null) {
      throw HandselException.usage(
          "revisit because of %s: expected the day (--on), found none.".formatted(rule.cause()));
    }
    int months = plan.months() == null ? rule.usual() : plan.months();
    boolean outside = on == null && (months < rule.least() || months > rule.most());
    if (outside && plan.reason().isBlank()) {
      throw HandselException.usage(
          "revisit because of %s: expected %d to %d months or a reason, found %d without one. %s"
              .formatted(rule.cause(), rule.least(), rule.most(), months, rule.reason()));
    }
    if (on != null) {
      LocalDate due = rule.kind().equals("date") ? rule.due(on, months) : on;
      return new Revisit(
          partnership, rule.cause(), null, since, due, null, words(rule, on, plan), entry, who);
    }
    return new Revisit(
        partnership,
        rule.cause(),
        months,
        since,
        rule.due(since, months),
        null,
        plan.reason().isBlank()
            ? rule.explanation(since, months)
            : rule.explanation(since, months) + " " + plan.reason(),
        entry,
        who);
  }

  private static String words(RevisitRule rule, LocalDate on, RevisitPlan plan) {
    String said = "%s: on %s. %s".formatted(rule.cause(), on, rule.reason());
    return plan.reason().isBlank() ? said : said + " " + plan.reason();
  }

  /// The same revisit after a contact, or the same where it does not restart.
  Revisit restarted(Revisit before, LocalDate contact) {
    RevisitRule rule = of(before.cause());
    Integer months = before.months();
    if (!rule.restarts() || !contact.isAfter(before.since())) {
      return before;
    }
    int counted = months == null ? rule.usual() : months;
    LocalDate due = rule.due(contact, counted);
    return new Revisit(
        before.partnership(),
        before.cause(),
        counted,
        contact,
        // A day that somebody named is not brought forward by a contact.
        months == null && before.dueOn().isAfter(due) ? before.dueOn() : due,
        null,
        rule.explanation(contact, counted),
        before.entry(),
        before.who());
  }
}
