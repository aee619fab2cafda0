package org.handsel.partnership.talks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.handsel.platform.HandselException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// Reads and writes rows of the table `partnership`.
final class PartnershipRow {
  private PartnershipRow() {}

  static Partnership read(ResultSet row, @Nullable StatementContext context) throws SQLException {
    return new Partnership(
        row.getString("id"),
        row.getString("institution"),
        row.getString("title"),
        row.getInt("stage"),
        row.getString("state"),
        row.getString("team"),
        day(row.getString("revisit_on")),
        row.getLong("version"));
  }

  static @Nullable LocalDate day(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }

  static Optional<Partnership> find(Handle handle, String id) {
    return handle
        .createQuery("select * from partnership where id = :id")
        .bind("id", id)
        .map(PartnershipRow::read)
        .findOne();
  }

  static Partnership existing(Handle handle, String id) {
    return find(handle, id)
        .orElseThrow(() ->
            HandselException.usage(
                "partnership \"%s\": there is none. See handsel partnership list.".formatted(id)));
  }

  /// The partnership, if its version is the one that was edited.
  static Partnership current(Handle handle, String id, long version) {
    Partnership found = existing(handle, id);
    if (found.version() != version) {
      throw new Stale("partnership", id);
    }
    return found;
  }

  /// Puts a partnership into a stage and state; it gets a new version.
  static Partnership place(
      Handle handle, Partnership before, int stage, String state, LocalDate today, long now) {
    int changed =
        handle
            .createUpdate(
                """
                update partnership set stage = :stage, state = :state, version = version + 1, changed_at = :now,
                  stage_since = case when stage = :stage then stage_since else :today end
                where id = :id and version = :version
                """)
            .bind("stage", stage)
            .bind("state", state)
            .bind("today", today.toString())
            .bind("now", now)
            .bind("id", before.id())
            .bind("version", before.version())
            .execute();
    if (changed == 0) {
      throw new Stale("partnership", before.id());
    }
    return existing(handle, before.id());
  }
}
