package org.handsel.partnership.effort;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handsel.platform.Database;
import org.handsel.platform.HandselException;
import org.handsel.platform.History;
import org.handsel.platform.Ids;
import org.handsel.platform.Who;
import org.jdbi.v3.core.Handle;

/// Calls for volunteers, and who signed up for how many hours.
///
/// Names of those who sign up stand in their own table only, never in the log, and go when they
/// withdraw. Safe for use by many threads.
public final class Volunteers {
  private static final long MOST_HOURS = 100_000;

  private final Database database;
  private final History history;
  private final Clock clock;
  private final Ids ids;

  public Volunteers(Database database, History history, Clock clock) {
    this.database = database;
    this.history = history;
    this.clock = clock;
    this.ids = new Ids(clock);
  }

  /// Calls for volunteers.
  public VolunteerCall call(Who who, String partnership, String task, long hours, LocalDate until) {
    expect(!task.isBlank() && hours > 0 && hours <= MOST_HOURS, "a task and a number of hours");
    LocalDate today = LocalDate.now(clock);
    expect(!until.isBefore(today), "a day from today on, not " + until);
    VolunteerCall call =
        new VolunteerCall(
            ids.next(), partnership, task.strip(), hours, until, today, who, List.of());
    database.write(handle -> {
      handle
          .createUpdate(
              """
              insert into volunteer_call (id, partnership, task, hours, until_on, called_on, who, who_name)
              values (:id, :partnership, :task, :hours, :until, :today, :who, :name)
              """)
          .bind("id", call.id())
          .bind("partnership", partnership)
          .bind("task", call.task())
          .bind("hours", hours)
          .bind("until", until.toString())
          .bind("today", today.toString())
          .bind("who", who.id())
          .bind("name", who.name())
          .execute();
      history.note(handle, who, "call", call.id(), "add", null, call);
    });
    return call;
  }

  /// Signs somebody up.
  ///
  /// @param name of the volunteer, as others know them
  public VolunteerCall signUp(Who who, String call, String name, long hours) {
    expect(!name.isBlank() && hours > 0 && hours <= MOST_HOURS, "a name and a number of hours");
    String id = ids.next();
    return database.writeAndGet(handle -> {
      existing(handle, call);
      handle
          .createUpdate(
              """
              insert into volunteer_sign_up (id, call, name, hours, day)
              values (:id, :call, :name, :hours, :day)
              """)
          .bind("id", id)
          .bind("call", call)
          .bind("name", name.strip())
          .bind("hours", hours)
          .bind("day", LocalDate.now(clock).toString())
          .execute();
      history.note(handle, who, "sign-up", id, "add", null, Map.of("call", call, "hours", hours));
      return existing(handle, call);
    });
  }

  /// Takes a call back that nobody has signed up for and no promise rests on.
  ///
  /// @return why it cannot be taken back, or nothing
  public Optional<String> callOff(Who who, String call) {
    return database.writeAndGet(handle -> {
      VolunteerCall before = existing(handle, call);
      if (!before.signUps().isEmpty()) {
        return Optional.of("somebody has signed up");
      }
      int promises =
          handle
              .createQuery("select count(*) from commitment where call = :call")
              .bind("call", call)
              .mapTo(Integer.class)
              .one();
      if (promises > 0) {
        return Optional.of("a promise rests on it");
      }
      // Those who withdrew have left no name.
      handle.execute("delete from volunteer_sign_up where call = ?", call);
      handle.execute("delete from volunteer_call where id = ?", call);
      history.note(handle, who, "call", call, "undo", before, null);
      return Optional.empty();
    });
  }

  /// Takes somebody off; the name is forgotten.
  public void withdraw(Who who, String signUp) {
    database.write(handle -> {
      int changed =
          handle
              .createUpdate(
                  """
                  update volunteer_sign_up set withdrawn = true, name = ''
                  where id = :id and not withdrawn
                  """)
              .bind("id", signUp)
              .execute();
      expect(changed == 1, "somebody who is signed up, not \"%s\"".formatted(signUp));
      history.note(handle, who, "sign-up", signUp, "remove", Map.of("id", signUp), null);
    });
  }

  /// All calls of a partnership, the oldest first.
  public List<VolunteerCall> of(String partnership) {
    return database.read(handle ->
        handle
            .createQuery("select id from volunteer_call where partnership = :id order by id")
            .bind("id", partnership)
            .mapTo(String.class)
            .list()
            .stream()
            .map(id -> existing(handle, id))
            .toList());
  }

  public Optional<VolunteerCall> find(String call) {
    return database.read(handle -> find(handle, call));
  }

  /// A call as a transaction sees it.
  public static Optional<VolunteerCall> find(Handle handle, String call) {
    List<VolunteerCall.SignUp> signUps =
        handle
            .createQuery(
                "select * from volunteer_sign_up where call = :call and not withdrawn order by id")
            .bind("call", call)
            .map((row, context) ->
                new VolunteerCall.SignUp(
                    row.getString("id"),
                    row.getString("name"),
                    row.getLong("hours"),
                    LocalDate.parse(row.getString("day"))))
            .list();
    return handle
        .createQuery("select * from volunteer_call where id = :id")
        .bind("id", call)
        .map((row, context) ->
            new VolunteerCall(
                row.getString("id"),
                row.getString("partnership"),
                row.getString("task"),
                row.getLong("hours"),
                LocalDate.parse(row.getString("until_on")),
                LocalDate.parse(row.getString("called_on")),
                new Who(row.getString("who"), row.getString("who_name")),
                signUps))
        .findOne();
  }

  private static VolunteerCall existing(Handle handle, String call) {
    return find(handle, call)
        .orElseThrow(() ->
            HandselException.usage("call for volunteers \"%s\": there is none.".formatted(call)));
  }

  private static void expect(boolean holds, String what) {
    if (!holds) {
      throw HandselException.usage("volunteers: expected " + what + ".");
    }
  }
}
