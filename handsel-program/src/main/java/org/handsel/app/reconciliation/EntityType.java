package org.handsel.app.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.handsel.authority.record.PersonRecord;
import org.handsel.platform.ResourceTable;

/// A kind of entity.
///
/// @param kinds what authority files write for it, in small letters
record EntityType(String id, String name, Set<String> kinds) {

  /// All kinds of `types.tsv`.
  static List<EntityType> all() {
    List<EntityType> types = new ArrayList<>();
    ResourceTable table = ResourceTable.read(EntityType.class, "types.tsv", "id", "name", "kinds");
    for (ResourceTable.Row row : table.rows()) {
      types.add(new EntityType(row.cell(0), row.cell(1), Set.copyOf(row.list(2))));
    }
    return List.copyOf(types);
  }

  static EntityType of(List<EntityType> all, PersonRecord record) {
    String kind = record.kind().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    return all.stream()
        .filter(type -> type.kinds.contains(kind))
        .findFirst()
        .orElseGet(all::getFirst);
  }

  static Optional<EntityType> named(List<EntityType> all, String id) {
    String small = id.toLowerCase(Locale.ROOT);
    return all.stream()
        .filter(type -> type.id.equals(small) || type.kinds.contains(small))
        .findFirst();
  }
}
