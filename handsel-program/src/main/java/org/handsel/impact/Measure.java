package org.handsel.impact;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One number with all that is needed to read it: a line of `measures.json`.
///
/// @param measure code of `measures.tsv`
/// @param value a whole number, a share between 0 and 1, a ratio, or null where it is not known
/// @param definition what was counted, in English
/// @param source file or service that the number was made from
/// @param asOf day or month of the data, ISO 8601, or null where the source does not say
/// @param parameters what the definition leaves open: depth, namespaces, threshold, institution …
/// @param gaps what is missing or doubtful, in sentences
public record Measure(
    String measure,
    @Nullable Number value,
    String definition,
    String source,
    @Nullable String asOf,
    Map<String, Object> parameters,
    List<String> gaps) {
  public Measure {
    parameters = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(parameters));
    gaps = List.copyOf(gaps);
  }
}
