package org.handsel.wiki.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handsel.platform.Json;
import tools.jackson.databind.JsonNode;

/// Structured data of the wiki of the tests: a claim that is sent twice is there twice.
final class FaultyData {
  private final Map<String, List<JsonNode>> claims = new HashMap<>();
  private final Map<String, Map<String, String>> labels = new HashMap<>();

  List<JsonNode> claims(String id) {
    return List.copyOf(claims.getOrDefault(id, List.of()));
  }

  Map<String, String> labels(String id) {
    return Map.copyOf(labels.getOrDefault(id, Map.of()));
  }

  FaultyAnswer read(FaultyForm form) {
    Map<String, Object> entities = new LinkedHashMap<>();
    for (String id : form.text("ids").split("\\|")) {
      entities.put(id, entity(id));
    }
    return FaultyAnswer.json(Map.of("entities", entities, "success", 1));
  }

  private Object entity(String id) {
    if (!claims.containsKey(id) && !labels.containsKey(id)) {
      return Map.of("id", id, "missing", "");
    }
    Map<String, List<JsonNode>> byProperty = new LinkedHashMap<>();
    for (JsonNode claim : claims.getOrDefault(id, List.of())) {
      byProperty
          .computeIfAbsent(
              claim.path("mainsnak").path("property").asString(""), key -> new ArrayList<>())
          .add(claim);
    }
    Map<String, Object> words = new LinkedHashMap<>();
    labels
        .getOrDefault(id, Map.of())
        .forEach((code, word) -> words.put(code, Map.of("language", code, "value", word)));
    return Map.of(
        "id", id,
        "labels", words,
        "statements", byProperty.isEmpty() ? List.of() : byProperty);
  }

  FaultyAnswer edit(FaultyForm form) {
    String id = form.text("id");
    JsonNode data = Json.mapper().readTree(form.text("data"));
    for (JsonNode claim : data.path("claims").values()) {
      String property = claim.path("mainsnak").path("property").asString("");
      if (property.equals("P666")) {
        return FaultyAnswer.error("modification-failed", "no such property");
      }
      if (property.equals("P777") || !claim.findValues("P777").isEmpty()) {
        return FaultyAnswer.error(
            "modification-failed", "Property [[Property:P777|P777]] not found");
      }
      claims.computeIfAbsent(id, key -> new ArrayList<>()).add(claim);
    }
    data.path("labels")
        .properties()
        .forEach(label ->
            labels
                .computeIfAbsent(id, key -> new LinkedHashMap<>())
                .put(label.getKey(), label.getValue().path("value").asString("")));
    return FaultyAnswer.json(Map.of("entity", entity(id), "success", 1));
  }
}
