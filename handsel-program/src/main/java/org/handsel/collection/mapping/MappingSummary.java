package org.handsel.collection.mapping;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.handsel.platform.Exit;

/// What a mapping run did: `summary.json`.
///
/// @param records records of the delivery, those lost to damage included
/// @param items lines of `items.jsonl`, refused items included
/// @param refused items that a rule, or a repeated id, keeps out
/// @param problems number by code
/// @param lost records that could not be read
/// @param identifiers how the ids turned out
/// @param source how the delivery was read
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MappingSummary(
    long records,
    long items,
    long refused,
    Map<String, Long> problems,
    long lost,
    Identifiers identifiers,
    String source) {

  public MappingSummary {
    problems = Collections.unmodifiableMap(new TreeMap<>(problems));
  }

  /// @param path selector of the id
  /// @param distinct different ids
  /// @param repeated records whose id stood on an earlier record
  /// @param missing records without id
  public record Identifiers(String path, long distinct, long repeated, long missing) {}

  /// Partial when a record did not become an item of its own.
  @JsonIgnore
  public Exit exit() {
    return lost > 0 || identifiers.repeated() > 0 || identifiers.missing() > 0
        ? Exit.PARTIAL
        : Exit.DONE;
  }
}
