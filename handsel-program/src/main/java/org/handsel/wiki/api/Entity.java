package org.handsel.wiki.api;

import java.util.ArrayList;
import java.util.HashMap;
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
/// @param revision of the page when they were read; 0 when the wiki did not say
/// @param labels captions by language
/// @param statements whole statements by property, as the wiki sends them
public record Entity(
    String id,
    boolean present,
    long revision,
    Map<String, String> labels,
    Map<String, List<JsonNode>> statements) {
  public Entity {
    labels = Map.copyOf(labels);
    statements = Map.copyOf(statements);
  }

  /// A page that nothing is known of.
  public static Entity none(String id) {
    return new Entity(id, false, 0, Map.of(), Map.of());
  }

  static Entity read(String id, JsonNode json) {
    Map<String, String> labels = new LinkedHashMap<>();
    json.path("labels")
        .properties()
        .forEach(label -> labels.put(label.getKey(), label.getValue().path("value").asString("")));
    Map<String, List<JsonNode>> statements = new LinkedHashMap<>();
    // No statements come as an empty list instead of an empty object.
    for (Map.Entry<String, JsonNode> property : json.path("statements").properties()) {
      statements.put(property.getKey(), List.copyOf(property.getValue().values()));
    }
    return new Entity(
        id, !json.has("missing"), json.path("lastrevid").asLong(0), labels, statements);
  }

  /// What of the planned captions and statements is not there yet, in the form that `wbeditentity`
  /// takes; empty when nothing is. A caption that people wrote in the same language stays. Sending
  /// a statement twice would add it twice, hence the comparison, by values and never by hashes:
  ///
  /// - a statement of the same value with at least the planned qualifiers is the planned one; what
  ///   it lacks of references is added to it;
  /// - one of the same known value that only lacks qualifiers is completed, and keeps its id;
  /// - every other planned statement is new. It gets an id made of the page and of what it says, so
  ///   that a wiki which is told it a second time puts it in the place of the first.
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
    // Two planned statements may complete the same one that is there: each sees what the ones
    // before it lead to.
    Map<String, List<JsonNode>> then = new HashMap<>();
    Map<String, Object> claims = new LinkedHashMap<>();
    for (JsonNode json : planned(plan)) {
      Claim claim = Claim.of(json);
      List<JsonNode> there =
          then.computeIfAbsent(
              claim.property(), key -> new ArrayList<>(statements.getOrDefault(key, List.of())));
      claim
          .missingFrom(id, there)
          .ifPresent(sent -> {
            JsonNode tree = Json.mapper().valueToTree(sent);
            String guid = tree.path("id").asString("");
            there.removeIf(one -> one.path("id").asString("").equals(guid));
            there.add(tree);
            claims.put(guid, sent);
          });
    }
    if (!claims.isEmpty()) {
      data.put("claims", List.copyOf(claims.values()));
    }
    return data;
  }

  /// What is to be sent so that these say what is planned now, with everything kept that people did
  /// since the release.
  ///
  /// @param released captions and statements as they were released, or refreshed last
  /// @param planned captions and statements as they are planned now
  public DataMerge merge(Map<String, Object> released, Map<String, Object> planned) {
    return EntityMerge.merge(this, released, planned);
  }

  /// What people changed since captions and statements were released so.
  public List<DataChange> changesSince(Map<String, Object> released) {
    return EntityMerge.changes(this, released);
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
}
