package org.handsel.partnership.talks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.handsel.platform.Who;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// Reads and writes rows of the tables `claim` and `notice`.
final class ClaimRow {
  private ClaimRow() {}

  static Claim read(ResultSet row, StatementContext context) throws SQLException {
    return new Claim(
        row.getString("institution"),
        new Who(row.getString("owner"), row.getString("owner_name")),
        LocalDate.parse(row.getString("since")),
        LocalDate.parse(row.getString("expires_on")));
  }

  /// The claim on an institution that has not run out.
  static Optional<Claim> active(Handle handle, String institution, LocalDate today) {
    return handle
        .createQuery(
            "select * from claim where institution = :institution and expires_on >= :today")
        .bind("institution", institution)
        .bind("today", today.toString())
        .map(ClaimRow::read)
        .findOne();
  }

  static void put(Handle handle, Claim claim) {
    handle
        .createUpdate(
            """
            insert into claim (institution, owner, owner_name, since, expires_on)
            values (:institution, :owner, :name, :since, :expires)
            on conflict (institution) do update set owner = excluded.owner, owner_name = excluded.owner_name,
              since = excluded.since, expires_on = excluded.expires_on
            """)
        .bind("institution", claim.institution())
        .bind("owner", claim.owner().id())
        .bind("name", claim.owner().name())
        .bind("since", claim.since().toString())
        .bind("expires", claim.expiresOn().toString())
        .execute();
  }

  static void remove(Handle handle, String institution) {
    handle
        .createUpdate("delete from claim where institution = :institution")
        .bind("institution", institution)
        .execute();
  }

  static void tell(
      Ground ground,
      Handle handle,
      Who recipient,
      String kind,
      String institution,
      Who actor,
      String reason) {
    handle
        .createUpdate(
            """
            insert into notice (id, recipient, kind, institution, actor, actor_name, reason, at)
            values (:id, :recipient, :kind, :institution, :actor, :name, :reason, :at)
            """)
        .bind("id", ground.ids().next())
        .bind("recipient", recipient.id())
        .bind("kind", kind)
        .bind("institution", institution)
        .bind("actor", actor.id())
        .bind("name", actor.name())
        .bind("reason", reason)
        .bind("at", ground.clock().millis())
        .execute();
  }
}
