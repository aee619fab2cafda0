package org.handsel.partnership.talks;

import java.util.ArrayList;
import java.util.List;
import org.handsel.partnership.habits.Habit;
import org.handsel.platform.Who;
import org.jdbi.v3.core.Handle;

/// How many open partnerships a team and a person carry in a stage at once.
final class Limits {
  private final Ground ground;

  Limits(Ground ground) {
    this.ground = ground;
  }

  /// What stands against one more card in a stage.
  List<FullColumn> full(Handle handle, Partnership partnership, int stage, Who mover) {
    // Whoever has the claim carries the card; without one, whoever moves it.
    Who carrier =
        ClaimRow.active(handle, partnership.institution(), ground.today())
            .map(Claim::owner)
            .orElse(mover);
    List<FullColumn> full = new ArrayList<>();
    Habit person = limit(handle, partnership.team(), "person", stage);
    int carried = carried(handle, carrier, stage, partnership.id());
    if (person.value() > 0 && carried >= person.value()) {
      full.add(
          new FullColumn(
              "person", carrier.name(), stage, carried, person.value(), person.reason()));
    }
    Habit team = limit(handle, partnership.team(), "team", stage);
    int held = held(handle, partnership.team(), stage, partnership.id());
    if (team.value() > 0 && held >= team.value()) {
      full.add(
          new FullColumn("team", partnership.team(), stage, held, team.value(), team.reason()));
    }
    return full;
  }

  Habit limit(Handle handle, String team, String scope, int stage) {
    return stage == 0
        ? new Habit(scope + "-limit-0", 0, 0, "cards", "")
        : ground.habits().one(handle, team, scope + "-limit-" + stage);
  }

  private int held(Handle handle, String team, int stage, String but) {
    return handle
        .createQuery(
            """
            select count(*) from partnership
            where stage = :stage and state = 'open' and team = :team and id <> :but
            """)
        .bind("stage", stage)
        .bind("team", team)
        .bind("but", but)
        .mapTo(Integer.class)
        .one();
  }

  int carried(Handle handle, Who carrier, int stage, String but) {
    return handle
        .createQuery(
            """
            select count(*) from claim c join partnership p on p.institution = c.institution
            where c.owner = :owner and c.expires_on >= :today
              and p.stage = :stage and p.state = 'open' and p.id <> :but
            """)
        .bind("owner", carrier.id())
        .bind("today", ground.today().toString())
        .bind("stage", stage)
        .bind("but", but)
        .mapTo(Integer.class)
        .one();
  }
}
