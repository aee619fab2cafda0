package org.handsel.wiki.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handsel.platform.Json;
import tools.jackson.databind.JsonNode;

/// The structured data of a file page.
///
/// @param id `M` and the number of the page
/// @param present false when there are none yet, or no such page: a wiki gives the same answer for
///   both
/// @param labels captions by language
/// @param statements main snaks by property, as the wiki sends them
public record Entity(
    String id,
    boolean present,
    Map<String, String> labels,
    Map<String, List<JsonNode>> statements) {
  public Entity {
    labels = Map.copyOf(labels);
    statements = Map.copyOf(statements);
  }

  static Entity read(String id, JsonNode json) {
    Map<String, String> labels = new LinkedHashMap<>();
    json.path("labels")
        .properties()
        .forEach(label -> labels.put(label.getKey(), label.getValue().path("value").asString("")));
    Map<String, List<JsonNode>> statements = new LinkedHashMap<>();
    // No statements come as an empty list instead of an empty object.
    for (Map.Entry<String, JsonNode> property : json.path("statements").properties()) {
      List<JsonNode> snaks = new ArrayList<>();
      property.getValue().values().forEach(claim -> snaks.add(claim.path("mainsnak")));
      statements.put(property.getKey(), snaks);
    }
    return new Entity(id, !json.has("missing"), labels, statements);
  }

  /// What of the planned captions and statements is not there yet, in the form that `wbeditentity`
  /// takes; empty when nothing is. Sending a statement twice would add it twice, hence the
  /// comparison: by property and value, never by hashes. A caption that people wrote in the same
  /// language stays.
  ///
  /// @param planned `labels` by language, and `claims` or `statements` as a list or by property
  public Map<String, Object> missingFrom(Map<String, Object> planned) {
    JsonNode plan = Json.mapper().valueToTree(planned);
    Map<String, Object> data = new LinkedHashMap<>();
    Map<String, Object> newLabels = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> label : plan.path("labels").properties()) {
      JsonNode value = label.getValue();
      String text = value.isObject() ? value.path("value").asString("") : value.asString("");
      if (!labels.containsKey(label.getKey()) && !text.isBlank()) {
        newLabels.put(label.getKey(), Map.of("language", label.getKey(), "value", text));
      }
    }
    if (!newLabels.isEmpty()) {
      data.put("labels", newLabels);
    }
    List<JsonNode> claims = new ArrayList<>();
    List<Object> seen = new ArrayList<>();
    for (JsonNode claim : planned(plan)) {
      Object value = comparable(claim.path("mainsnak"));
      String property = claim.path("mainsnak").path("property").asString("");
      boolean there =
          statements.getOrDefault(property, List.of()).stream()
              .anyMatch(snak -> comparable(snak).equals(value));
      if (!there && !seen.contains(value)) {
        seen.add(value);
        claims.add(claim);
      }
    }
    if (!claims.isEmpty()) {
      data.put("claims", claims);
    }
    return data;
  }

  private static List<JsonNode> planned(JsonNode plan) {
    List<JsonNode> claims = new ArrayList<>();
    for (String key : List.of("claims", "statements")) {
      for (JsonNode one : plan.path(key).values()) {
        if (one.isArray()) {
          claims.addAll(one.values());
        } else {
          claims.add(one);
        }
      }
    }
    return claims;
  }

  private static Object comparable(JsonNode snak) {
    return List.of(
        snak.path("property").asString(""),
        snak.path("snaktype").asString("value"),
        value(snak.path("datavalue").path("value")));
  }

  /// A value without what wikis add or leave out: nulls, hashes, the numeric twin of an item's id.
  private static Object value(JsonNode node) {
    if (node.isNumber()) {
      return new BigDecimal(node.asString("0")).stripTrailingZeros();
    }
    if (!node.isObject()) {
      return node.isArray()
          ? node.values().stream().map(Entity::value).toList()
          : node.asString("");
    }
    if (node.has("entity-type")) {
      return node.has("id")
          ? node.path("id").asString("")
          : "Q" + node.path("numeric-id").asString("");
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!field.getValue().isNull() && !field.getKey().equals("hash")) {
        fields.put(field.getKey(), value(field.getValue()));
      }
    }
    return fields;
  }
}
