package org.handsel.app.reconciliation;

import java.util.ArrayList;
import java.util.List;
import org.handsel.authority.record.PersonRecord;

/// A record as a preview shows it.
///
/// @param kind its type in words
/// @param summary life and work in a line
/// @param rows property and values
public record Entity(String id, String name, String kind, String summary, List<Row> rows) {
  private static final int MOST = 12;
  private static final int LONGEST = 600;

  public Entity {
    rows = List.copyOf(rows);
  }

  /// What it says of one property.
  ///
  /// @param values joined
  public record Row(String property, String values) {}

  static Entity of(PersonRecord record, EntityType type, List<Property> properties) {
    List<Row> rows = new ArrayList<>();
    for (Property property : properties) {
      List<String> values = property.values(record);
      if (!values.isEmpty()) {
        String joined = String.join(" · ", values.subList(0, Math.min(MOST, values.size())));
        rows.add(
            new Row(
                property.name(),
                (joined.length() > LONGEST ? joined.substring(0, LONGEST) : joined)
                    + (values.size() > MOST || joined.length() > LONGEST ? " …" : "")));
      }
    }
    return new Entity(record.id(), record.name(), type.name(), summary(record), rows);
  }

  /// Life, countries and occupations in one line; tells namesakes apart.
  static String summary(PersonRecord record) {
    List<String> parts = new ArrayList<>();
    String life = record.birth() + (record.death().isBlank() ? "" : "–" + record.death());
    if (!life.isBlank()) {
      parts.add(record.death().isBlank() ? "born " + life : life);
    }
    parts.addAll(record.countries());
    parts.addAll(record.occupations().subList(0, Math.min(3, record.occupations().size())));
    if (parts.isEmpty() && !record.text().isBlank()) {
      parts.add(
          record.text().length() > 120 ? record.text().substring(0, 120) + "…" : record.text());
    }
    return String.join(", ", parts);
  }
}
