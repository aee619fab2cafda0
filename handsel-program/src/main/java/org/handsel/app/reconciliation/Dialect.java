package org.handsel.app.reconciliation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handsel.app.web.ServiceCall;
import org.handsel.platform.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// One version of the interface: reads its requests and writes its answers. What both versions
/// share is here. Safe for threads.
abstract class Dialect {
  /// Queries of one request.
  static final int BATCH = 50;

  private static final int MOST_PROPERTIES = 30;
  private static final int MOST_VALUES = 50;
  private static final int MOST_IDS = 500;

  final List<EntityType> types = EntityType.all();
  final List<Property> properties = Property.all();

  /// In the addresses, such as `0.2`.
  abstract String version();

  /// @param root address of this dialect for this authority file
  /// @param token that addresses in the manifest carry; empty where none is needed
  abstract Map<String, Object> manifest(ServedAuthority served, String root, String token);

  /// Answers what is neither manifest nor a page.
  ///
  /// @param path below the root of the authority file
  abstract Object answer(ServedAuthority served, String path, ServiceCall call);

  static JsonNode json(String text, String what) {
    try {
      return Json.mapper().readTree(text);
    } catch (JacksonException e) {
      throw new BadCall(400, what + ": expected JSON, found something else.");
    }
  }

  static void batch(int size) {
    if (size > BATCH) {
      throw new BadCall(
          413, "expected at most %d queries in a request, found %d.".formatted(BATCH, size));
    }
  }

  static int limit(@Nullable JsonNode limit) {
    int asked = limit == null || !limit.isNumber() ? 0 : limit.intValue();
    return asked <= 0 ? Query.STANDARD_LIMIT : Math.min(asked, Query.MOST_CANDIDATES);
  }

  static String cut(String text) {
    return text.length() > Query.LONGEST ? text.substring(0, Query.LONGEST) : text;
  }

  /// Values of a condition: a text, number or truth value, an entity that was reconciled before
  /// (its name counts), or a list of these.
  static List<String> values(@Nullable JsonNode node) {
    List<String> values = new ArrayList<>();
    if (node == null || node.isNull()) {
      return values;
    }
    if (node.isArray()) {
      for (JsonNode one : node) {
        values.addAll(values(one));
        if (values.size() >= MOST_VALUES) {
          break;
        }
      }
    } else if (node.isObject()) {
      JsonNode name = node.get("name");
      JsonNode id = node.get("id");
      JsonNode best = name == null ? id : name;
      if (best != null) {
        values.add(cut(best.asString("")));
      }
    } else {
      values.add(cut(node.asString("")));
    }
    values.removeIf(String::isBlank);
    return values;
  }

  static void manyProperties(JsonNode list) {
    if (list.size() > MOST_PROPERTIES) {
      throw new BadCall(
          413,
          "expected at most %d properties or conditions, found %d."
              .formatted(MOST_PROPERTIES, list.size()));
    }
  }

  // Answers that both dialects write alike.

  Map<String, Object> candidate(Candidate candidate) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", candidate.record().id());
    answer.put("name", candidate.record().name());
    String summary = Entity.summary(candidate.record());
    if (!summary.isEmpty()) {
      answer.put("description", summary);
    }
    answer.put("type", List.of(type(candidate.type())));
    answer.put("score", candidate.score());
    answer.put("match", candidate.certain());
    answer.put(
        "features",
        candidate.features().stream()
            .map(feature ->
                ordered(
                    "id",
                    feature.id(),
                    "name",
                    feature.name(),
                    "value",
                    Math.round(feature.value() * 1000) / 1000.0))
            .toList());
    return answer;
  }

  static Map<String, Object> type(EntityType type) {
    return ordered("id", type.id(), "name", type.name());
  }

  static Map<String, Object> ordered(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(String.valueOf(pairs[i]), pairs[i + 1]);
    }
    return map;
  }

  Map<String, Object> suggestEntities(
      ServedAuthority served, String prefix, int offset, int limit) {
    List<Map<String, Object>> result = new ArrayList<>();
    if (offset == 0) {
      served.authority().record(prefix.strip()).ifPresent(record -> result.add(suggested(record)));
    }
    served.authority().beginning(cut(prefix), offset, limit).stream()
        .map(this::suggested)
        .filter(entity -> !result.contains(entity))
        .forEach(result::add);
    return ordered("result", result);
  }

  private Map<String, Object> suggested(org.handsel.authority.record.PersonRecord record) {
    Map<String, Object> entity = ordered("id", record.id(), "name", record.name());
    String summary = Entity.summary(record);
    if (!summary.isEmpty()) {
      entity.put("description", summary);
    }
    entity.put("notable", List.of(type(EntityType.of(types, record))));
    return entity;
  }

  Map<String, Object> suggestProperties(String prefix, int offset, int limit) {
    String begin = NameIndex.folded(prefix);
    return ordered(
        "result",
        properties.stream()
            .filter(property ->
                NameIndex.folded(property.id()).startsWith(begin)
                    || NameIndex.folded(property.name()).contains(begin)
                    || property.aliases().contains(prefix.toLowerCase(java.util.Locale.ROOT)))
            .skip(offset)
            .limit(limit)
            .map(property -> ordered("id", property.id(), "name", property.name()))
            .toList());
  }

  Map<String, Object> suggestTypes(String prefix, int offset, int limit) {
    String begin = NameIndex.folded(prefix);
    return ordered(
        "result",
        types.stream()
            .filter(type ->
                NameIndex.folded(type.name()).contains(begin) || type.id().startsWith(begin))
            .skip(offset)
            .limit(limit)
            .map(Dialect::type)
            .toList());
  }

  Map<String, Object> propose(ServiceCall call) {
    int limit = number(call, "limit", properties.size(), properties.size());
    Map<String, Object> answer = new LinkedHashMap<>();
    if (call.has("type")) {
      answer.put("type", call.value("type"));
    }
    answer.put("limit", limit);
    answer.put(
        "properties",
        properties.stream()
            .limit(limit)
            .map(property -> ordered("id", property.id(), "name", property.name()))
            .toList());
    return answer;
  }

  static int number(ServiceCall call, String name, int standard, int most) {
    try {
      return Math.clamp(Long.parseLong(call.value(name).strip()), 0, most);
    } catch (NumberFormatException e) {
      return standard;
    }
  }

  /// What is to be fetched of which entities.
  record Extension(List<String> ids, List<Asked> properties) {
    /// A property under the name by which the client asked for it; null when there is none.
    record Asked(String id, @Nullable Property property) {}
  }

  Extension extension(JsonNode query) {
    JsonNode ids = query.get("ids");
    JsonNode asked = query.get("properties");
    if (ids == null || !ids.isArray() || asked == null || !asked.isArray()) {
      throw new BadCall(400, "extend: expected {\"ids\": […], \"properties\": [{\"id\": …}]}.");
    }
    if (ids.size() > MOST_IDS) {
      throw new BadCall(
          413, "extend: expected at most %d ids, found %d.".formatted(MOST_IDS, ids.size()));
    }
    manyProperties(asked);
    List<String> wanted = new ArrayList<>();
    ids.forEach(id -> wanted.add(id.asString("")));
    List<Extension.Asked> named = new ArrayList<>();
    for (JsonNode property : asked) {
      JsonNode id = property.get("id");
      if (id == null || !id.isString()) {
        throw new BadCall(400, "extend: expected an id in each property.");
      }
      named.add(
          new Extension.Asked(
              id.stringValue(), Property.named(properties, id.stringValue()).orElse(null)));
    }
    return new Extension(wanted, named);
  }

  static List<Map<String, Object>> meta(Extension extension) {
    return extension.properties().stream()
        .map(asked -> {
          Property property = asked.property();
          return ordered("id", asked.id(), "name", property == null ? asked.id() : property.name());
        })
        .toList();
  }

  List<Map<String, Object>> cells(ServedAuthority served, String id, Extension.Asked asked) {
    Property property = asked.property();
    if (property == null) {
      return List.of();
    }
    return served.authority().record(id).map(property::values).orElse(List.of()).stream()
        .map(this::cell)
        .toList();
  }

  Map<String, Object> cell(String value) {
    return ordered("str", value);
  }
}
