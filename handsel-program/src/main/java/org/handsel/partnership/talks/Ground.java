package org.handsel.partnership.talks;

import java.time.Clock;
import java.time.LocalDate;
import org.handsel.partnership.contacts.Contacts;
import org.handsel.partnership.habits.Habits;
import org.handsel.platform.Database;
import org.handsel.platform.EditConflict;
import org.handsel.platform.History;
import org.handsel.platform.Ids;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;

/// What every door of this room stands on.
record Ground(
    Database database, History history, Clock clock, Ids ids, Habits habits, Contacts contacts) {

  static Ground of(Database database, History history, Clock clock) {
    return new Ground(
        database,
        history,
        clock,
        new Ids(clock),
        new Habits(database, history),
        new Contacts(database, history, clock));
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  /// Writes in one transaction; a [Stale] thrown in it becomes the conflict that a person reads.
  <T> T write(HandleCallback<T, RuntimeException> statements) {
    try {
      return database.writeAndGet(statements);
    } catch (Stale stale) {
      throw new EditConflict(
          stale.kind(),
          stale.subject(),
          history.of(stale.kind(), stale.subject(), 1).stream().findFirst().orElse(null));
    }
  }

  /// Waits until nobody else decides on the same thing; the turn ends with the transaction.
  void turn(Handle handle, String name) {
    handle
        .createUpdate(
            """
            insert into turn (name, taken) values (:name, 1)
            on conflict (name) do update set taken = turn.taken + 1
            """)
        .bind("name", name)
        .execute();
  }
}
