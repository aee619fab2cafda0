package org.handsel.partnership.register;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// Writes the fields of a row, by name.
final class Fields {
  private Fields() {}

  /// The fields of an institution, by column; `origin` is not among them.
  static Map<String, Object> of(Institution one) {
    Institution.More more = one.more();
    Map<String, Object> fields = new LinkedHashMap<>();
    Object[] values = {
      one.name(), one.country(), one.type(), more.subtype(), one.city(), one.region(), more.address(),
      one.latitude(), one.longitude(), one.website(), more.altname(), more.incomeBand(),
      more.funderType(), more.classification(), more.stockSize(), more.phoneKey(), more.note()
    };
    for (int i = 0; i < values.length; i++) {
      if (values[i] != null) {
        fields.put(Entry.FIELDS.get(i), values[i]);
      }
    }
    return fields;
  }

  /// Replaces all fields of a row; a missing one becomes unknown.
  static void write(Handle handle, String id, Map<String, Object> fields, long now)
      throws SQLException {
    List<String> names = Entry.FIELDS;
    String sets = String.join(" = ?, ", names) + " = ?";
    try (PreparedStatement update =
        handle
            .getConnection()
            .prepareStatement(
                "update institution set "
                    + sets
                    + ", name_key = ?, version = version + 1, revision = ?, changed_at = ? where id = ?")) {
      int i = 1;
      for (String name : names) {
        ChunkWriting.bind(update, i++, name, fields.get(name));
      }
      update.setString(i++, NameKey.of(String.valueOf(fields.getOrDefault("name", ""))));
      update.setLong(i++, Revisions.next(handle));
      update.setLong(i++, now);
      update.setString(i, id);
      update.executeUpdate();
    }
  }
}
