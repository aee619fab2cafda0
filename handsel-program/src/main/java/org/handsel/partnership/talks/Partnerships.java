package org.handsel.partnership.talks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.handsel.platform.Database;
import org.handsel.platform.History;
import org.handsel.platform.Ids;
import org.handsel.platform.Who;

/// Partnerships: the thread that everything else hangs on.
///
/// Safe for use by many threads.
public final class Partnerships {
  private final Database database;
  private final History history;
  private final Clock clock;
  private final Ids ids;

  public Partnerships(Database database, History history, Clock clock) {
    this.database = database;
    this.history = history;
    this.clock = clock;
    this.ids = new Ids(clock);
  }

  /// Begins a partnership with an institution in stage 1.
  public Partnership begin(Who who, String institution, String title) {
    Partnership begun = new Partnership(ids.next(), institution, title, 1, "open", "", null, 1);
    database.write(handle -> {
      handle
          .createUpdate(
              """
              insert into partnership (id, institution, title, stage, state, team, version, created_at, changed_at)
              values (:id, :institution, :title, :stage, :state, :team, 1, :now, :now)
              """)
          .bindMethods(begun)
          .bind("now", clock.millis())
          .execute();
      history.note(handle, who, "partnership", begun.id(), "add", null, begun);
    });
    return begun;
  }

  public Optional<Partnership> find(String id) {
    return select("where id = :key", id).stream().findFirst();
  }

  /// Partnerships with an institution, the oldest first.
  public List<Partnership> with(String institution) {
    return select("where institution = :key", institution);
  }

  private List<Partnership> select(String condition, String key) {
    return database.read(handle ->
        handle
            .createQuery("select * from partnership " + condition + " order by id")
            .bind("key", key)
            .map((row, context) -> {
              String revisit = row.getString("revisit_on");
              return new Partnership(
                  row.getString("id"),
                  row.getString("institution"),
                  row.getString("title"),
                  row.getInt("stage"),
                  row.getString("state"),
                  row.getString("team"),
                  revisit == null ? null : LocalDate.parse(revisit),
                  row.getLong("version"));
            })
            .list());
  }
}
