package org.handsel.partnership.commitment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.handsel.platform.Who;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Reads and writes rows of the table `commitment`.
final class CommitmentRow {
  private CommitmentRow() {}

  static Commitment read(ResultSet row, @Nullable Object context) throws SQLException {
    int every = row.getInt("every_months");
    return new Commitment(
        row.getString("id"),
        row.getString("partnership"),
        row.getString("side"),
        row.getString("kind"),
        row.getString("text"),
        row.getString("keeper"),
        LocalDate.parse(row.getString("due_on")),
        row.getLong("hours"),
        row.getString("capacity"),
        row.getString("call"),
        every == 0 ? null : every,
        row.getString("state"),
        row.getString("reason"),
        row.getLong("version"),
        LocalDate.parse(row.getString("made_on")),
        new Who(row.getString("who"), row.getString("who_name")));
  }

  static Optional<Commitment> find(Handle handle, String id) {
    return handle
        .createQuery("select * from commitment where id = :id")
        .bind("id", id)
        .map((row, context) -> read(row, context))
        .findOne();
  }

  static void insert(Handle handle, Commitment commitment) {
    handle
        .createUpdate(
            """
            insert into commitment (id, partnership, side, kind, text, keeper, due_on, hours, capacity, call,
              every_months, state, reason, version, made_on, who, who_name)
            values (:id, :partnership, :side, :kind, :text, :keeper, :dueOn, :hours, :capacity, :call,
              :everyMonths, :state, :reason, 1, :madeOn, :whoId, :whoName)
            """)
        .bind("id", commitment.id())
        .bind("partnership", commitment.partnership())
        .bind("side", commitment.side())
        .bind("kind", commitment.kind())
        .bind("text", commitment.text())
        .bind("keeper", commitment.keeper())
        .bind("dueOn", commitment.due().toString())
        .bind("hours", commitment.hours())
        .bind("capacity", commitment.capacity())
        .bind("call", commitment.call())
        .bind("everyMonths", commitment.everyMonths())
        .bind("state", commitment.state())
        .bind("reason", commitment.reason())
        .bind("madeOn", commitment.madeOn().toString())
        .bind("whoId", commitment.who().id())
        .bind("whoName", commitment.who().name())
        .execute();
  }

  /// Agreed promises of our side that draw on a capacity of a team.
  static List<Commitment> drawing(Handle handle, String team, String capacity) {
    return handle
        .createQuery(
            """
            select c.* from commitment c join partnership p on p.id = c.partnership
            where c.state = 'agreed' and c.side = 'community' and c.call is null
              and c.capacity = :capacity and p.team = :team
            order by c.due_on, c.id
            """)
        .bind("capacity", capacity)
        .bind("team", team)
        .map((row, context) -> read(row, context))
        .list();
  }

  /// Agreed promises for which a call answers.
  static List<Commitment> answered(Handle handle, String call) {
    return handle
        .createQuery(
            """
            select * from commitment where state = 'agreed' and side = 'community' and call = :call
            order by due_on, id
            """)
        .bind("call", call)
        .map((row, context) -> read(row, context))
        .list();
  }
}
