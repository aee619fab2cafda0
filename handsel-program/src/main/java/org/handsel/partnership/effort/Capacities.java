package org.handsel.partnership.effort;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.handsel.platform.Database;
import org.handsel.platform.HandselException;
import org.handsel.platform.History;
import org.handsel.platform.Json;
import org.handsel.platform.Who;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What teams have to give, in hours a month.
///
/// Safe for use by many threads.
public final class Capacities {
  private static final long MOST_HOURS = 10_000;

  private final Database database;
  private final History history;
  private final Clock clock;

  public Capacities(Database database, History history, Clock clock) {
    this.database = database;
    this.history = history;
    this.clock = clock;
  }

  /// Says what somebody or something has to give from today on.
  ///
  /// @param note where the hours come from
  public Capacity set(
      Who who, String team, String name, long hours, @Nullable LocalDate until, String note) {
    if (name.isBlank() || hours < 0 || hours > MOST_HOURS) {
      throw HandselException.usage(
          "capacity: expected a name and up to %d hours a month, found \"%s\" and %d."
              .formatted(MOST_HOURS, name, hours));
    }
    return database.writeAndGet(handle -> {
      Optional<Capacity> before = find(handle, team, name.strip());
      handle
          .createUpdate(
              """
              insert into capacity (team, name, hours_a_month, from_on, until_on, note)
              values (:team, :name, :hours, :from, :until, :note)
              on conflict (team, name) do update set hours_a_month = excluded.hours_a_month,
                until_on = excluded.until_on, note = excluded.note, version = capacity.version + 1
              """)
          .bind("team", team)
          .bind("name", name.strip())
          .bind("hours", hours)
          .bind("from", LocalDate.now(clock).toString())
          .bind("until", until == null ? null : until.toString())
          .bind("note", note.strip())
          .execute();
      Capacity after = find(handle, team, name.strip()).orElseThrow();
      history.note(
          handle,
          who,
          "capacity",
          subject(team, after.name()),
          before.isPresent() ? "change" : "add",
          before.orElse(null),
          after);
      return after;
    });
  }

  /// The last change to a capacity, when it can be taken back.
  public Optional<String> undoable(Capacity capacity) {
    return history.of("capacity", subject(capacity.team(), capacity.name()), 1).stream()
        .filter(change -> !change.action().equals("undo"))
        .map(History.Change::id)
        .findFirst();
  }

  /// Takes a change back, as long as nobody made another.
  ///
  /// @param change id of a change of the history
  /// @return why it cannot be taken back, or nothing
  public Optional<String> undo(Who who, String change) {
    History.Change done =
        history
            .find(change)
            .filter(found -> found.kind().equals("capacity") && found.after() != null)
            .orElseThrow(
                () -> HandselException.usage("change \"%s\": there is none.".formatted(change)));
    Capacity after = Json.mapper().treeToValue(done.after(), Capacity.class);
    Capacity before =
        done.before() == null ? null : Json.mapper().treeToValue(done.before(), Capacity.class);
    return database.writeAndGet(handle -> {
      Capacity now = find(handle, after.team(), after.name()).orElse(null);
      if (!after.equals(now)) {
        return Optional.of("the capacity was changed since");
      }
      if (before == null) {
        handle.execute(
            "delete from capacity where team = ? and name = ?", after.team(), after.name());
      } else {
        handle.execute(
            "update capacity set hours_a_month = ?, until_on = ?, note = ?, version = version + 1"
                + " where team = ? and name = ?",
            before.hoursAMonth(),
            before.until() == null ? null : before.until().toString(),
            before.note(),
            after.team(),
            after.name());
      }
      history.note(
          handle,
          who,
          "capacity",
          subject(after.team(), after.name()),
          "undo",
          after,
          find(handle, after.team(), after.name()).orElse(null));
      return Optional.empty();
    });
  }

  private static String subject(String team, String name) {
    return team + "/" + name;
  }

  /// All of a team, by name.
  public List<Capacity> of(String team) {
    return database.read(handle ->
        handle
            .createQuery("select * from capacity where team = :team order by name")
            .bind("team", team)
            .map((row, context) -> read(row))
            .list());
  }

  /// One as a transaction sees it.
  public static Optional<Capacity> find(Handle handle, String team, String name) {
    return handle
        .createQuery("select * from capacity where team = :team and name = :name")
        .bind("team", team)
        .bind("name", name)
        .map((row, context) -> read(row))
        .findOne();
  }

  private static Capacity read(java.sql.ResultSet row) throws java.sql.SQLException {
    String until = row.getString("until_on");
    return new Capacity(
        row.getString("team"),
        row.getString("name"),
        row.getLong("hours_a_month"),
        LocalDate.parse(row.getString("from_on")),
        until == null ? null : LocalDate.parse(until),
        row.getString("note"),
        row.getLong("version"));
  }
}
