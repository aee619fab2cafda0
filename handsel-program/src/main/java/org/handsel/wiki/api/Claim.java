package org.handsel.wiki.api;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.handsel.platform.Json;
import tools.jackson.databind.JsonNode;

/// A statement as it can be compared: what it says, without what wikis add (hashes, order, the
/// numeric twin of an item's id).
///
/// @param json the statement as it was given
/// @param property of its main value
/// @param value its main value
/// @param qualifiers values by property
/// @param references each as its values
record Claim(
    JsonNode json,
    String property,
    Object value,
    Map<String, Set<Object>> qualifiers,
    List<Set<Object>> references) {

  static Claim of(JsonNode json) {
    JsonNode main = json.path("mainsnak");
    Map<String, Set<Object>> qualifiers = new LinkedHashMap<>();
    for (JsonNode snak : snaks(json.path("qualifiers"))) {
      qualifiers
          .computeIfAbsent(snak.path("property").asString(""), key -> new HashSet<>())
          .add(comparable(snak));
    }
    List<Set<Object>> references = new ArrayList<>();
    for (JsonNode reference : json.path("references").values()) {
      Set<Object> values = new HashSet<>();
      snaks(reference.path("snaks")).forEach(snak -> values.add(comparable(snak)));
      references.add(values);
    }
    return new Claim(
        json, main.path("property").asString(""), comparable(main), qualifiers, references);
  }

  /// What to send so that the page says this: the statement that is there made complete, or this
  /// one; empty when the page says it.
  ///
  /// @param entity id of the page
  /// @param there statements of the same property on the page
  Optional<Map<String, Object>> missingFrom(String entity, List<JsonNode> there) {
    List<Claim> same =
        there.stream().map(Claim::of).filter(claim -> claim.value.equals(value)).toList();
    for (Claim claim : same) {
      if (claim.hasAll(qualifiers)) {
        return claim.lackingReferences(references).isEmpty()
            ? Optional.empty()
            : Optional.of(claim.with(this));
      }
    }
    // An unknown value is told from another unknown one by its qualifiers only.
    if (!json.path("mainsnak").path("snaktype").asString("value").equals("somevalue")) {
      for (Claim claim : same) {
        if (qualifiers.keySet().stream()
            .allMatch(key ->
                !claim.qualifiers.containsKey(key)
                    || claim.qualifiers.get(key).equals(qualifiers.get(key)))) {
          return Optional.of(claim.with(this));
        }
      }
    }
    Map<String, Object> sent = map(json);
    sent.put("id", guid(entity));
    return Optional.of(sent);
  }

  private boolean hasAll(Map<String, Set<Object>> wanted) {
    return wanted.entrySet().stream()
        .allMatch(entry ->
            qualifiers.getOrDefault(entry.getKey(), Set.of()).containsAll(entry.getValue()));
  }

  private List<Set<Object>> lackingReferences(List<Set<Object>> wanted) {
    return wanted.stream()
        .filter(one -> references.stream().noneMatch(there -> there.containsAll(one)))
        .toList();
  }

  /// This statement, complete with what another one says beyond it.
  private Map<String, Object> with(Claim other) {
    Map<String, Object> sent = map(json);
    Map<String, Object> merged = new LinkedHashMap<>();
    merge(json.path("qualifiers"), merged);
    for (JsonNode snak : snaks(other.json.path("qualifiers"))) {
      String key = snak.path("property").asString("");
      if (!qualifiers.getOrDefault(key, Set.of()).contains(comparable(snak))) {
        list(merged, key).add(snak);
      }
    }
    if (!merged.isEmpty()) {
      sent.put("qualifiers", merged);
      sent.put("qualifiers-order", List.copyOf(merged.keySet()));
    }
    List<Object> all = new ArrayList<>(json.path("references").values());
    for (JsonNode reference : other.json.path("references").values()) {
      Set<Object> values = new HashSet<>();
      snaks(reference.path("snaks")).forEach(snak -> values.add(comparable(snak)));
      if (references.stream().noneMatch(there -> there.containsAll(values))) {
        all.add(reference);
      }
    }
    if (!all.isEmpty()) {
      sent.put("references", all);
    }
    return sent;
  }

  private static void merge(JsonNode qualifiers, Map<String, Object> into) {
    snaks(qualifiers).forEach(snak -> list(into, snak.path("property").asString("")).add(snak));
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(Map<String, Object> map, String key) {
    return (List<Object>) map.computeIfAbsent(key, name -> new ArrayList<>());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(JsonNode json) {
    return Json.mapper().convertValue(json, LinkedHashMap.class);
  }

  /// Wikibase takes ids that a client made: a known one replaces its statement, a new one adds it.
  private String guid(String entity) {
    String said = entity + "\n" + property + "\n" + value + "\n" + sorted(qualifiers);
    UUID uuid = UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8));
    return entity + "$" + uuid.toString().toUpperCase(Locale.ROOT);
  }

  private static List<String> sorted(Map<String, Set<Object>> qualifiers) {
    return qualifiers.values().stream().flatMap(Set::stream).map(String::valueOf).sorted().toList();
  }

  private static List<JsonNode> snaks(JsonNode byProperty) {
    List<JsonNode> snaks = new ArrayList<>();
    for (JsonNode one : byProperty.values()) {
      if (one.isArray()) {
        snaks.addAll(one.values());
      } else {
        snaks.add(one);
      }
    }
    return snaks;
  }

  private static Object comparable(JsonNode snak) {
    return List.of(
        snak.path("property").asString(""),
        snak.path("snaktype").asString("value"),
        value(snak.path("datavalue").path("value")));
  }

  private static Object value(JsonNode node) {
    if (node.isNumber()) {
      return new BigDecimal(node.asString("0")).stripTrailingZeros();
    }
    if (!node.isObject()) {
      return node.isArray() ? node.values().stream().map(Claim::value).toList() : node.asString("");
    }
    if (node.has("entity-type")) {
      return node.has("id")
          ? node.path("id").asString("")
          : "Q" + node.path("numeric-id").asString("");
    }
    Map<String, Object> fields = new java.util.TreeMap<>();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!field.getValue().isNull() && !field.getKey().equals("hash")) {
        fields.put(field.getKey(), value(field.getValue()));
      }
    }
    return fields;
  }
}
