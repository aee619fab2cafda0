package org.handsel.release;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.handsel.wiki.api.ApiFailure;

/// What may be said of where a statement comes from. Not every wiki with structured data has the
/// properties for it, and a wiki takes a file's statements as a whole or not at all. A statement
/// without its reference is still true, hence a reference gives way where a statement or qualifier
/// of an unknown property stays the problem that it is. Safe for use by many threads.
final class References {
  /// Fact of a line in the ledger: properties that references went without.
  static final String LEFT_OUT = "unsourced";

  private static final Pattern UNKNOWN = Pattern.compile("Property:(P\\d{1,9})\\b.*not found");

  private final Set<String> unknown = new ConcurrentSkipListSet<>();

  /// @param known properties that the wiki refused in references before
  References(Set<String> known) {
    unknown.addAll(known);
  }

  /// Takes from a refusal which property of a reference the wiki does not know.
  ///
  /// @return whether it was in what was sent, so that sending again without it makes sense
  boolean learn(ApiFailure refusal, Map<String, Object> sent) {
    Matcher named = UNKNOWN.matcher(refusal.info());
    if (!named.find() || !cites(sent, named.group(1))) {
      return false;
    }
    unknown.add(named.group(1));
    return true;
  }

  /// Captions and statements without what the wiki can't keep in references.
  Map<String, Object> keep(Map<String, Object> data) {
    return unknown.isEmpty() ? data : map(data);
  }

  /// Those of the unknown properties that references in here name.
  Set<String> leftOut(Map<String, Object> data) {
    Set<String> out = new TreeSet<>(unknown);
    out.removeIf(property -> !cites(data, property));
    return out;
  }

  private Map<String, Object> map(Map<?, ?> from) {
    Map<String, Object> to = new LinkedHashMap<>();
    from.forEach((key, value) -> {
      if (key.equals("references") && value instanceof List<?> references) {
        List<Object> kept = references.stream().map(this::reference).toList();
        to.put("references", kept.stream().filter(Map.class::isInstance).toList());
      } else {
        to.put(key.toString(), any(value));
      }
    });
    return to;
  }

  private Object any(Object value) {
    return switch (value) {
      case Map<?, ?> map -> map(map);
      case List<?> list -> list.stream().filter(Objects::nonNull).map(this::any).toList();
      default -> value;
    };
  }

  /// The reference without unknown properties, or an empty text when nothing is left of it.
  private Object reference(Object reference) {
    if (!(reference instanceof Map<?, ?> map && map.get("snaks") instanceof Map<?, ?> snaks)) {
      return reference;
    }
    Map<Object, Object> kept = new LinkedHashMap<>(snaks);
    kept.keySet().removeIf(unknown::contains);
    Map<Object, Object> smaller = new LinkedHashMap<>(map);
    smaller.remove("snaks-order");
    smaller.put("snaks", kept);
    return kept.isEmpty() ? "" : smaller;
  }

  private static boolean cites(Object data, String property) {
    return switch (data) {
      case Map<?, ?> map ->
          map.get("references") instanceof List<?> references && names(references, property)
              || map.values().stream().anyMatch(value -> cites(value, property));
      case List<?> list -> list.stream().anyMatch(value -> cites(value, property));
      default -> false;
    };
  }

  private static boolean names(List<?> references, String property) {
    return references.stream()
        .anyMatch(one ->
            one instanceof Map<?, ?> map
                && map.get("snaks") instanceof Map<?, ?> snaks
                && snaks.containsKey(property));
  }
}
