package org.handsel.partnership.register;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/// Writes the fields of a row, by name.
final class Fields {
  private Fields() {}

  /// The fields of an institution, by column; `origin` is not among them.
  static Map<String, Object> of(Institution one) {
    Institution.More more = one.more();
    Map<String, Object> fields = new LinkedHashMap<>();
    Object[] values = {
      one.name(),
      one.country(),
      one.type(),
      more.subtype(),
      one.city(),
      one.region(),
      more.address(),
      one.latitude(),
      one.longitude(),
      one.website(),
      more.altname(),
      more.incomeBand(),
      more.funderType(),
      more.classification(),
      more.stockSize(),
      more.phoneKey(),
      more.note()
    };
    for (int i = 0; i < values.length; i++) {
      if (values[i] != null) {
        fields.put(Entry.FIELDS.get(i), values[i]);
      }
    }
    return fields;
  }

  /// Replaces all fields of a row; a missing one becomes unknown.
  static void write(Handle handle, String id, Map<String, Object> fields, long now) {
    String sets = String.join(" = ?, ", Entry.FIELDS) + " = ?";
    try (Update update =
        handle.createUpdate(
            "update institution set "
                + sets
                + ", name_key = ?, version = version + 1, revision = ?, changed_at = ? where id"
                + " = ?")) {
      int i = 0;
      for (String name : Entry.FIELDS) {
        Object value = fields.get(name);
        boolean number = name.equals("latitude") || name.equals("longitude");
        if (number) {
          update.bind(i++, value == null ? null : Double.valueOf(value.toString()));
        } else {
          update.bind(i++, value == null ? null : value.toString());
        }
      }
      update.bind(i++, NameKey.of(String.valueOf(fields.getOrDefault("name", ""))));
      update.bind(i++, Revisions.next(handle));
      update.bind(i++, now);
      update.bind(i, id);
      update.execute();
    }
  }
}
