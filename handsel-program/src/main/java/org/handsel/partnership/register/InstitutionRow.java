package org.handsel.partnership.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// Reads a row of the table `institution`.
final class InstitutionRow {
  private InstitutionRow() {}

  static Institution read(ResultSet row, StatementContext context) throws SQLException {
    return new Institution(
        row.getString("id"),
        row.getString("source"),
        row.getString("source_id"),
        row.getString("name"),
        row.getString("country"),
        row.getString("type"),
        row.getString("city"),
        row.getString("region"),
        number(row, "latitude"),
        number(row, "longitude"),
        row.getString("website"),
        row.getString("merged_into"),
        row.getLong("version"));
  }

  private static @Nullable Double number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : value;
  }
}
