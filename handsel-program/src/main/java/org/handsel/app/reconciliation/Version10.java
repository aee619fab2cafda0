package org.handsel.app.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.handsel.app.web.ServiceCall;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Version 1.0 as far as its draft has come: JSON bodies, a path for each thing.
final class Version10 extends Dialect {
  @Override
  String version() {
    return "1.0-draft";
  }

  @Override
  Map<String, Object> manifest(ServedAuthority served, String root, String token) {
    String more = token.isEmpty() ? "" : "&token=" + token;
    Map<String, Object> manifest =
        ordered(
            "versions",
            List.of(version()),
            "name",
            Pages.title(served),
            "lang",
            "en",
            "serviceVersion",
            Pages.VERSION,
            "view",
            ordered("url", Pages.view(served, root, "{id}", more)),
            "defaultTypes",
            List.of(type(types.getFirst())),
            "suggest",
            ordered("entity", true, "property", true, "type", true),
            "preview",
            ordered("width", Pages.WIDTH, "height", Pages.HEIGHT),
            "extend",
            ordered("proposeProperties", true, "propertySettings", List.of()),
            "standardizedScore",
            true,
            "batchSize",
            BATCH);
    if (!token.isEmpty()) {
      manifest.put("authentication", Pages.AUTHENTICATION);
    }
    return manifest;
  }

  @Override
  Object answer(ServedAuthority served, String path, ServiceCall call) {
    int limit = number(call, "limit", 20, 100);
    int offset = number(call, "offset", 0, 10_000);
    String prefix = call.value("prefix");
    return switch (path) {
      case "match" -> match(served, json(body(call), "match"));
      case "extend" -> extend(served, json(body(call), "extend"));
      case "suggest/entity" -> suggestEntities(served, prefix, offset, limit);
      case "suggest/property" -> suggestProperties(prefix, offset, limit);
      case "suggest/type" -> suggestTypes(prefix, offset, limit);
      case "extend/propose" -> propose(call);
      default -> throw new BadCall(404, "there is nothing at this address.");
    };
  }

  private static String body(ServiceCall call) {
    if (!call.method().equals("POST")) {
      throw new BadCall(405, "expected POST with a JSON body.");
    }
    return call.body();
  }

  private Object match(ServedAuthority served, JsonNode node) {
    JsonNode queries = node.get("queries");
    if (queries == null || !queries.isArray()) {
      throw new BadCall(400, "match: expected {\"queries\": [{\"conditions\": […]}]}.");
    }
    batch(queries.size());
    List<Object> results = new ArrayList<>();
    for (JsonNode query : queries) {
      results.add(
          ordered(
              "candidates",
              served.candidates(query(query), types).stream().map(this::candidate).toList()));
    }
    return ordered("results", results);
  }

  private Query query(JsonNode node) {
    JsonNode conditions = node.get("conditions");
    if (conditions == null || !conditions.isArray() || conditions.isEmpty()) {
      throw new BadCall(400, "match: expected at least one of \"conditions\" in each query.");
    }
    manyProperties(conditions);
    List<String> names = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    List<Query.Said> said = new ArrayList<>();
    for (JsonNode condition : conditions) {
      List<String> values = values(condition.get("propertyValue"));
      switch (text(condition.get("matchType"))) {
        case "name" -> {
          names.addAll(values);
          // A name that is an identifier finds its entity.
          ids.addAll(values);
        }
        case "id" -> ids.addAll(ids(condition.get("propertyValue")));
        case "property" ->
            Property.named(properties, text(condition.get("propertyId")))
                .ifPresent(property ->
                    said.add(
                        new Query.Said(
                            property,
                            values,
                            condition.path("required").asBoolean(false),
                            text(condition.get("matchQuantifier")))));
        default ->
            throw new BadCall(
                400, "match: expected matchType \"name\", \"id\" or \"property\" in a condition.");
      }
    }
    List<EntityType> asked =
        EntityType.named(types, text(node.get("type"))).map(List::of).orElse(List.of());
    return new Query(names, ids, asked, !asked.isEmpty(), said, limit(node.get("limit")));
  }

  /// Of an entity that was reconciled before, its id counts here.
  private static List<String> ids(@Nullable JsonNode node) {
    List<String> ids = new ArrayList<>();
    if (node != null && node.isObject()) {
      ids.add(text(node.get("id")));
    } else if (node != null && node.isArray()) {
      node.forEach(one -> ids.addAll(ids(one)));
    } else {
      ids.addAll(values(node));
    }
    return ids;
  }

  private static String text(@Nullable JsonNode node) {
    return node == null ? "" : node.asString("");
  }

  private Object extend(ServedAuthority served, JsonNode node) {
    Extension extension = extension(node);
    List<Object> rows = new ArrayList<>();
    for (String id : extension.ids()) {
      rows.add(
          ordered(
              "id",
              id,
              "properties",
              extension.properties().stream()
                  .map(asked -> ordered("id", asked.id(), "values", cells(served, id, asked)))
                  .toList()));
    }
    return ordered("meta", meta(extension), "rows", rows);
  }
}
