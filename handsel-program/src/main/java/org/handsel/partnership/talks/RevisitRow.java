package org.handsel.partnership.talks;

import java.time.LocalDate;
import java.util.Optional;
import org.handsel.platform.Who;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Reads and writes rows of the table `revisit`, and the day of it that a partnership repeats.
final class RevisitRow {
  private RevisitRow() {}

  static Optional<Revisit> find(Handle handle, String partnership) {
    return handle
        .createQuery("select * from revisit where partnership = :id")
        .bind("id", partnership)
        .map((row, context) -> {
          int months = row.getInt("months");
          boolean none = row.wasNull();
          return new Revisit(
              row.getString("partnership"),
              row.getString("cause"),
              none ? null : months,
              LocalDate.parse(row.getString("since")),
              LocalDate.parse(row.getString("due_on")),
              PartnershipRow.day(row.getString("snoozed_until")),
              row.getString("reason"),
              row.getString("entry"),
              new Who(row.getString("who"), row.getString("who_name")));
        })
        .findOne();
  }

  static void put(Ground ground, Handle handle, Who who, Revisit revisit, String action) {
    Revisit before = find(handle, revisit.partnership()).orElse(null);
    handle
        .createUpdate(
            """
            insert into revisit (partnership, cause, months, since, due_on, snoozed_until, reason, entry, who, who_name)
            values (:partnership, :cause, :months, :since, :due, :snoozed, :reason, :entry, :who, :name)
            on conflict (partnership) do update set cause = excluded.cause, months = excluded.months,
              since = excluded.since, due_on = excluded.due_on, snoozed_until = excluded.snoozed_until,
              reason = excluded.reason, entry = excluded.entry, who = excluded.who, who_name = excluded.who_name
            """)
        .bind("partnership", revisit.partnership())
        .bind("cause", revisit.cause())
        .bind("months", revisit.months())
        .bind("since", revisit.since().toString())
        .bind("due", revisit.dueOn().toString())
        .bind("snoozed", Entries.text(revisit.snoozedUntil()))
        .bind("reason", revisit.reason())
        .bind("entry", revisit.entry())
        .bind("who", revisit.who().id())
        .bind("name", revisit.who().name())
        .execute();
    show(handle, revisit.partnership(), revisit.on());
    ground.history().note(handle, who, "revisit", revisit.partnership(), action, before, revisit);
  }

  static void remove(Ground ground, Handle handle, Who who, String partnership) {
    Optional<Revisit> before = find(handle, partnership);
    if (before.isPresent()) {
      handle
          .createUpdate("delete from revisit where partnership = :id")
          .bind("id", partnership)
          .execute();
      show(handle, partnership, null);
      ground.history().note(handle, who, "revisit", partnership, "remove", before.get(), null);
    }
  }

  private static void show(Handle handle, String partnership, @Nullable LocalDate day) {
    handle
        .createUpdate("update partnership set revisit_on = :day where id = :id")
        .bind("day", Entries.text(day))
        .bind("id", partnership)
        .execute();
  }
}
