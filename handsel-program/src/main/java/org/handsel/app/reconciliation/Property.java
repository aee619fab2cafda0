package org.handsel.app.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.handsel.authority.record.PersonRecord;
import org.handsel.platform.ResourceTable;

/// Something that a query may say of an entity, and that can be fetched of it.
///
/// @param field component of the persons format that holds it
/// @param aliases other ids under which clients know it, simplified
record Property(String id, String name, String field, Set<String> aliases) {

  /// All properties of `properties.tsv`.
  static List<Property> all() {
    List<Property> properties = new ArrayList<>();
    ResourceTable table =
        ResourceTable.read(Property.class, "properties.tsv", "id", "name", "field", "aliases");
    for (ResourceTable.Row row : table.rows()) {
      Property property =
          new Property(row.cell(0), row.cell(1), row.cell(2), Set.copyOf(row.list(3)));
      property.values(NOBODY);
      properties.add(property);
    }
    return List.copyOf(properties);
  }

  /// What conditions on the name itself are held against: the name and all others.
  static final Property NAME = new Property("name", "name", "name", Set.of());

  /// What no record says anything of.
  static final Property NOTHING = new Property("nothing", "nothing", "nothing", Set.of());

  private static final PersonRecord NOBODY = PersonRecord.bare("x", "", "");

  /// The property that a client means by an id; most clients send the heading of a column.
  static Optional<Property> named(List<Property> all, String id) {
    String simple = simple(id);
    return all.stream()
        .filter(property -> simple(property.id).equals(simple) || property.aliases.contains(simple))
        .findFirst();
  }

  private static String simple(String id) {
    return id.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
  }

  /// What a record says.
  List<String> values(PersonRecord record) {
    return switch (field) {
      case "name" -> Stream.concat(Stream.of(record.name()), record.variants().stream()).toList();
      case "birth" -> one(record.birth());
      case "death" -> one(record.death());
      case "countries" -> record.countries();
      case "birthPlace" -> one(record.birthPlace());
      case "deathPlace" -> one(record.deathPlace());
      case "occupations" -> record.occupations();
      case "variants" -> record.variants();
      case "text" -> one(record.text());
      case "nothing" -> List.of();
      default ->
          throw new IllegalStateException(
              "properties.tsv: the persons format has no component " + field);
    };
  }

  boolean date() {
    return field.equals("birth") || field.equals("death");
  }

  private static List<String> one(String value) {
    return value.isBlank() ? List.of() : List.of(value);
  }
}
