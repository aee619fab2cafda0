package org.handsel.partnership.talks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.handsel.platform.Database;
import org.handsel.platform.HandselException;
import org.handsel.platform.History;
import org.handsel.platform.Who;

/// When to come back: chosen by rules that explain themselves, restarted by every logged contact.
///
/// Safe for use by many threads.
public final class Revisits {
  private final Ground ground;
  private final RevisitRules rules = new RevisitRules();

  public Revisits(Database database, History history, Clock clock) {
    this.ground = Ground.of(database, history, clock);
  }

  /// The rules to choose from.
  public List<RevisitRule> rules() {
    return rules.all();
  }

  /// When to come back to a partnership, if anybody is to.
  public Optional<Revisit> of(String partnership) {
    return ground.database().read(handle -> RevisitRow.find(handle, partnership));
  }

  /// Chooses when to come back; what was chosen before is replaced.
  public Revisit plan(Who who, String partnership, RevisitPlan plan) {
    return ground.write(handle -> {
      PartnershipRow.existing(handle, partnership);
      Revisit revisit = rules.apply(who, partnership, plan, ground.today(), null);
      RevisitRow.put(ground, handle, who, revisit, "plan");
      return revisit;
    });
  }

  /// Puts off coming back.
  public Revisit snooze(Who who, String partnership, LocalDate until) {
    return ground.write(handle -> {
      Revisit before =
          RevisitRow.find(handle, partnership)
              .orElseThrow(() ->
                  HandselException.usage(
                      "partnership %s: there is no revisit to put off. Plan one first."
                          .formatted(partnership)));
      if (!until.isAfter(ground.today())) {
        throw HandselException.usage(
            "snooze: expected a day after today, %s, found \"%s\"."
                .formatted(ground.today(), until));
      }
      Revisit after =
          new Revisit(
              partnership,
              before.cause(),
              before.months(),
              before.since(),
              before.dueOn(),
              until,
              before.reason(),
              before.entry(),
              before.who());
      RevisitRow.put(ground, handle, who, after, "snooze");
      return after;
    });
  }

  /// Forgets when to come back; an open partnership only, because a refusal is never closed.
  public void forget(Who who, String partnership) {
    ground.write(handle -> {
      Partnership found = PartnershipRow.existing(handle, partnership);
      if (!found.state().equals("open")) {
        throw HandselException.usage(
            "partnership %s is %s: it keeps a day to come back. Plan another day, or open it again."
                .formatted(partnership, found.state()));
      }
      RevisitRow.remove(ground, handle, who, partnership);
      return true;
    });
  }
}
