package org.handsel.partnership.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// Reads a row of the table `institution`.
final class InstitutionRow {
  private InstitutionRow() {}

  static Institution read(ResultSet row, StatementContext context) throws SQLException {
    return of(row);
  }

  static Institution of(ResultSet row) throws SQLException {
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
        row.getLong("version"),
        new Institution.More(
            row.getString("subtype"),
            row.getString("address"),
            row.getString("altname"),
            row.getString("income_band"),
            row.getString("funder_type"),
            row.getString("classification"),
            row.getString("stock_size"),
            row.getString("phone_key"),
            row.getString("note")));
  }

  /// The fields that are known, by column.
  static Map<String, Object> fields(ResultSet row) throws SQLException {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (String name : Entry.FIELDS) {
      boolean number = name.equals("latitude") || name.equals("longitude");
      Object value = number ? number(row, name) : row.getString(name);
      if (value != null) {
        fields.put(name, value);
      }
    }
    return fields;
  }

  private static @Nullable Double number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : value;
  }
}
