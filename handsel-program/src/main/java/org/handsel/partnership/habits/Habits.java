package org.handsel.partnership.habits;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handsel.platform.Database;
import org.handsel.platform.HandselException;
import org.handsel.platform.History;
import org.handsel.platform.ResourceTable;
import org.handsel.platform.Who;
import org.jdbi.v3.core.Handle;

/// The limits and terms of teams: the program's standard, and what a team set instead.
///
/// Safe for use by many threads.
public final class Habits {
  private final Database database;
  private final History history;
  private final Map<String, Habit> standard = new LinkedHashMap<>();

  public Habits(Database database, History history) {
    this.database = database;
    this.history = history;
    for (ResourceTable.Row row :
        ResourceTable.read(Habits.class, "habits.tsv", "name", "value", "unit", "reason").rows()) {
      int value = Integer.parseInt(row.cell(1));
      standard.put(row.cell(0), new Habit(row.cell(0), value, value, row.cell(2), row.cell(3)));
    }
  }

  /// All of a team, in the order of the table.
  ///
  /// @param team empty for the only one
  public List<Habit> of(String team) {
    return database.read(
        handle -> standard.keySet().stream().map(name -> one(handle, team, name)).toList());
  }

  /// What the program proposes, in the order of the table.
  public List<Habit> standard() {
    return List.copyOf(standard.values());
  }

  /// One of a team, as the transaction sees it.
  ///
  /// @throws IllegalArgumentException when there is none of this name
  public Habit one(Handle handle, String team, String name) {
    Habit usual = standard.get(name);
    if (usual == null) {
      throw new IllegalArgumentException("habits.tsv has no " + name);
    }
    return handle
        .createQuery("select value, reason from habit where team = :team and name = :name")
        .bind("team", team)
        .bind("name", name)
        .map((row, context) ->
            new Habit(
                name, row.getInt("value"), usual.value(), usual.unit(), row.getString("reason")))
        .findOne()
        .orElse(usual);
  }

  /// Sets one for a team.
  ///
  /// @param reason why; others will ask
  public void set(Who who, String team, String name, int value, String reason) {
    Habit usual = standard.get(name);
    if (usual == null || value < 0 || reason.isBlank()) {
      throw HandselException.usage(
          "habit \"%s\": expected one of %s, a number from 0 and a reason, found %d and \"%s\"."
              .formatted(name, String.join(", ", standard.keySet()), value, reason));
    }
    database.write(handle -> {
      Habit before = one(handle, team, name);
      handle
          .createUpdate(
              """
              insert into habit (team, name, value, reason) values (:team, :name, :value, :reason)
              on conflict (team, name) do update set value = excluded.value, reason = excluded.reason
              """)
          .bind("team", team)
          .bind("name", name)
          .bind("value", value)
          .bind("reason", reason)
          .execute();
      history.note(handle, who, "habit", team + "/" + name, "set", before, one(handle, team, name));
    });
  }
}
