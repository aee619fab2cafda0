package org.handsel.partnership.contacts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.handsel.platform.Who;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// Reads rows of the tables `contact` and `consent`.
final class ContactRow {
  private ContactRow() {}

  static Contact read(ResultSet row, StatementContext context) throws SQLException {
    boolean erased = row.getBoolean("erased");
    String id = row.getString("id");
    return new Contact(
        id,
        row.getString("institution"),
        erased ? Contact.labelOf(id) : row.getString("name"),
        row.getString("role"),
        row.getString("mail"),
        row.getString("phone"),
        row.getString("address"),
        row.getString("legal_basis"),
        row.getString("source"),
        LocalDate.parse(row.getString("recorded_on")),
        day(row.getString("last_contact_on")),
        day(row.getString("retain_until")),
        erased,
        row.getLong("version"));
  }

  static Consent consent(ResultSet row, StatementContext context) throws SQLException {
    return new Consent(
        row.getString("purpose"),
        row.getBoolean("given"),
        LocalDate.parse(row.getString("day")),
        row.getString("evidence"),
        new Who(row.getString("who"), row.getString("who_name")));
  }

  static @Nullable LocalDate day(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }
}
