package org.handsel.collection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The neutral record that a mapping profile makes from one source record; one line of
/// `items.jsonl`.
///
/// @param id unique within the delivery
/// @param fields values by field name, in the order of the profile; fields without a value are
///   absent
/// @param rights the three layers
/// @param facts what the rights estimator needs
/// @param refused why a `refuse` rule keeps this item out; null when none does
/// @param maintenance maintenance categories whose condition the source record met
/// @param origin where the source record stands
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Item(
    String id,
    Map<String, List<Value>> fields,
    ItemRights rights,
    Facts facts,
    @Nullable String refused,
    List<String> maintenance,
    Origin origin) {

  public Item {
    // Lines written by others may leave out what they do not know.
    id = id == null ? "" : id;
    fields = fields == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    rights = rights == null ? ItemRights.SILENT : rights;
    facts = facts == null ? Facts.NONE : facts;
    maintenance = maintenance == null ? List.of() : List.copyOf(maintenance);
    origin = origin == null ? new Origin("", 0, 0) : origin;
  }

  /// Where a record stands in the delivery.
  ///
  /// @param file path below the source, archive entries after `!/`
  /// @param record number of the record in the whole delivery, from 1
  /// @param line line in the file where the record begins, from 1; 0 when the format has no lines
  public record Origin(String file, long record, long line) {}

  /// The same item, kept out for this reason.
  public Item refusedBecause(String reason) {
    return new Item(id, fields, rights, facts, reason, maintenance, origin);
  }

  /// All values of a field.
  public List<Value> values(String field) {
    return fields.getOrDefault(field, List.of());
  }

  /// The first value of a field.
  public Optional<Value> first(String field) {
    return values(field).stream().findFirst();
  }
}
