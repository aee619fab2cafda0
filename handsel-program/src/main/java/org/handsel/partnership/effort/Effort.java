package org.handsel.partnership.effort;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.handsel.platform.Database;
import org.handsel.platform.HandselException;
import org.handsel.platform.History;
import org.handsel.platform.Ids;
import org.handsel.platform.ResourceTable;
import org.handsel.platform.Said;
import org.handsel.platform.Who;
import org.jdbi.v3.core.Handle;

/// Hours that partnerships take: noted by stage, and forecast from the group's own cases, or from
/// the average of others (4 people for 3 months) where it has none.
///
/// An own case of a stage is another partnership that is past it and for which time was noted in
/// it. Safe for use by many threads.
public final class Effort {
  private static final int LAST_STAGE = 5;
  private static final double MINUTES = 60;
  private static final long LONGEST_DAY = 24L * 60;

  private final Database database;
  private final History history;
  private final Clock clock;
  private final Ids ids;
  private final List<ResourceTable.Row> standard;

  public Effort(Database database, History history, Clock clock) {
    this.database = database;
    this.history = history;
    this.clock = clock;
    this.ids = new Ids(clock);
    this.standard =
        ResourceTable.read(Effort.class, "effort.tsv", "stage", "hours", "reason_en", "reason_de")
            .rows();
  }

  /// Notes time that was spent.
  ///
  /// @param day when; not in the future
  public TimeSpent note(
      Who who, String partnership, int stage, long minutes, LocalDate day, String note) {
    if (stage < 0 || stage > LAST_STAGE || minutes < 1 || minutes > LONGEST_DAY * 31) {
      throw HandselException.usage(
          "hours: expected a stage from 0 to 5 and a time of up to a month, found stage %d and %d minutes."
              .formatted(stage, minutes));
    }
    if (day.isAfter(LocalDate.now(clock))) {
      throw HandselException.usage(
          "hours: expected a day that has come, found \"%s\".".formatted(day));
    }
    TimeSpent spent =
        new TimeSpent(ids.next(), partnership, stage, minutes, day, note.strip(), who);
    database.write(handle -> {
      handle
          .createUpdate(
              """
              insert into time_spent (id, partnership, stage, minutes, day, note, who, who_name)
              values (:id, :partnership, :stage, :minutes, :day, :note, :who, :name)
              """)
          .bind("id", spent.id())
          .bind("partnership", partnership)
          .bind("stage", stage)
          .bind("minutes", minutes)
          .bind("day", day.toString())
          .bind("note", spent.note())
          .bind("who", who.id())
          .bind("name", who.name())
          .execute();
      history.note(handle, who, "time", spent.id(), "add", null, spent);
    });
    return spent;
  }

  /// Takes back a note of time.
  public void remove(Who who, String id) {
    database.write(handle -> {
      TimeSpent before =
          handle
              .createQuery("select * from time_spent where id = :id")
              .bind("id", id)
              .map((row, context) -> read(row))
              .findOne()
              .orElseThrow(
                  () -> HandselException.usage("hours \"%s\": no such note.".formatted(id)));
      handle.execute("delete from time_spent where id = ?", id);
      history.note(handle, who, "time", id, "remove", before, null);
    });
  }

  /// What was noted for a partnership, the newest first.
  public List<TimeSpent> of(String partnership) {
    return database.read(handle ->
        handle
            .createQuery(
                "select * from time_spent where partnership = :id order by day desc, id desc")
            .bind("id", partnership)
            .map((row, context) -> read(row))
            .list());
  }

  /// What a partnership has taken and is likely to take.
  public EffortForecast forecast(String partnership) {
    return database.read(handle -> {
      Map<Integer, Double> spent = new HashMap<>();
      handle
          .createQuery(
              """
              select stage, sum(minutes) as minutes from time_spent
              where partnership = :id group by stage
              """)
          .bind("id", partnership)
          .map((row, context) -> Map.entry(row.getInt("stage"), row.getLong("minutes") / MINUTES))
          .forEach(one -> spent.put(one.getKey(), one.getValue()));
      List<EffortForecast.Stage> stages = new ArrayList<>();
      for (ResourceTable.Row row : standard) {
        int stage = Integer.parseInt(row.cell(0));
        Own own = own(handle, partnership, stage);
        stages.add(
            new EffortForecast.Stage(
                stage,
                spent.getOrDefault(stage, 0.0),
                own.cases() == 0 ? Double.parseDouble(row.cell(1)) : own.hours(),
                own.cases(),
                new Said(row.cell(2), row.cell(3))));
      }
      return new EffortForecast(stages);
    });
  }

  private record Own(int cases, double hours) {}

  /// The mean of the other partnerships that are past a stage; of the last one, those that are
  /// done.
  private static Own own(Handle handle, String partnership, int stage) {
    List<Long> minutes =
        handle
            .createQuery(
                """
                select sum(t.minutes) as minutes from time_spent t
                join partnership p on p.id = t.partnership
                where t.stage = :stage and p.id <> :id and (p.stage > :stage or p.state = 'done')
                group by p.id
                """)
            .bind("stage", stage)
            .bind("id", partnership)
            .map((row, context) -> row.getLong("minutes"))
            .list();
    return new Own(
        minutes.size(), minutes.stream().mapToLong(one -> one).average().orElse(0) / MINUTES);
  }

  private static TimeSpent read(java.sql.ResultSet row) throws java.sql.SQLException {
    return new TimeSpent(
        row.getString("id"),
        row.getString("partnership"),
        row.getInt("stage"),
        row.getLong("minutes"),
        LocalDate.parse(row.getString("day")),
        row.getString("note"),
        new Who(row.getString("who"), row.getString("who_name")));
  }
}
