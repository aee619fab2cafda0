package org.handsel.app.sandbox;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Says in one line what a statement says.
final class Snaks {
  private Snaks() {}

  static String statement(@Nullable Object statement) {
    if (!(statement instanceof Map<?, ?> parts)) {
      return String.valueOf(statement);
    }
    String main = snak(parts.get("mainsnak"));
    return parts.get("qualifiers") instanceof Map<?, ?> qualifiers
        ? qualifiers.entrySet().stream()
            .map(e -> e.getKey() + ": " + several(e.getValue()))
            .collect(Collectors.joining("; ", main + " (", ")"))
        : main;
  }

  private static String several(@Nullable Object snaks) {
    return snaks instanceof List<?> list
        ? list.stream().map(Snaks::snak).collect(Collectors.joining(", "))
        : String.valueOf(snaks);
  }

  private static String snak(@Nullable Object snak) {
    if (!(snak instanceof Map<?, ?> parts)) {
      return String.valueOf(snak);
    }
    if (!(parts.get("datavalue") instanceof Map<?, ?> value)) {
      return String.valueOf(parts.get("snaktype"));
    }
    return value.get("value") instanceof Map<?, ?> inner
        ? List.of("id", "time", "text", "amount").stream()
            .filter(inner::containsKey)
            .findFirst()
            .map(key -> String.valueOf(inner.get(key)))
            .orElse(inner.toString())
        : String.valueOf(value.get("value"));
  }
}
