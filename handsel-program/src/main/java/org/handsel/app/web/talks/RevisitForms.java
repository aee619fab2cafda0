package org.handsel.app.web.talks;

import java.time.LocalDate;
import org.handsel.app.web.Form;
import org.handsel.partnership.talks.RevisitPlan;
import org.handsel.partnership.talks.RevisitRule;
import org.jspecify.annotations.Nullable;

/// Reads when to come back from a form, and says beside its fields what the rules want.
final class RevisitForms {
  private static final int MOST_MONTHS = 120;

  private final Doors doors;

  RevisitForms(Doors doors) {
    this.doors = doors;
  }

  RevisitPlan plan(Form form, LocalDate today) {
    String cause = form.value("cause");
    @Nullable Integer months =
        form.number("months", 0, MOST_MONTHS).map(Long::intValue).orElse(null);
    @Nullable LocalDate on = form.date("on").orElse(null);
    String reason = form.text("reason", 1000);
    RevisitRule rule =
        doors.revisits().rules().stream()
            .filter(one -> one.cause().equals(cause))
            .findFirst()
            .orElse(null);
    if (rule == null) {
      form.problem("cause", "shell.form.choice");
    } else if (on != null && !on.isAfter(today)) {
      form.problem("on", "talks.snooze.past");
    } else if (on == null && rule.kind().equals("date")) {
      form.problem("on", "talks.revisit.day.needed");
    } else if (on == null
        && months != null
        && (months < rule.least() || months > rule.most())
        && reason.isEmpty()) {
      form.problem("reason", "talks.revisit.outside", rule.least(), rule.most());
    }
    return new RevisitPlan(cause, months, on, reason);
  }
}
