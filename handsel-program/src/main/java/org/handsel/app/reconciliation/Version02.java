package org.handsel.app.reconciliation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handsel.app.web.ServiceCall;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Version 0.2, which OpenRefine speaks: forms in, JSON out, everything at one root.
final class Version02 extends Dialect {
  private final Pages pages;

  Version02(Pages pages) {
    this.pages = pages;
  }

  @Override
  String version() {
    return "0.2";
  }

  @Override
  Map<String, Object> manifest(ServedAuthority served, String root, String token) {
    String more = token.isEmpty() ? "" : "&token=" + token;
    String first = token.isEmpty() ? "" : "?token=" + token;
    Map<String, Object> suggest = new LinkedHashMap<>();
    for (String what : List.of("entity", "property", "type")) {
      suggest.put(
          what,
          ordered(
              "service_url",
              root,
              "service_path",
              "/suggest/" + what + first,
              "flyout_service_url",
              root,
              "flyout_service_path",
              "/flyout/" + what + "?id=${id}" + more));
    }
    Map<String, Object> manifest =
        ordered(
            "versions",
            List.of(version()),
            "name",
            Pages.title(served),
            "identifierSpace",
            Pages.identifierSpace(served),
            "schemaSpace",
            "https://schema.org/",
            "serviceVersion",
            Pages.VERSION,
            "defaultTypes",
            List.of(type(types.getFirst())),
            "view",
            ordered("url", Pages.view(served, root, "{{id}}", more)),
            "feature_view",
            ordered("url", root + "/feature?id={{id}}" + more),
            "preview",
            ordered(
                "url",
                root + "/preview?id={{id}}" + more,
                "width",
                Pages.WIDTH,
                "height",
                Pages.HEIGHT),
            "suggest",
            suggest,
            "extend",
            ordered(
                "propose_properties",
                ordered("service_url", root, "service_path", "/propose" + first),
                "property_settings",
                List.of()),
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
    int cursor = number(call, "cursor", 0, 10_000);
    String prefix = call.value("prefix");
    return switch (path) {
      case "suggest/entity" -> suggestEntities(served, prefix, cursor, limit);
      case "suggest/property" -> suggestProperties(prefix, cursor, limit);
      case "suggest/type" -> suggestTypes(prefix, cursor, limit);
      case "flyout/entity" -> entityFlyout(served, call.value("id"));
      case "flyout/property" -> {
        Property property =
            Property.named(properties, call.value("id")).orElseThrow(() -> missing(call));
        yield flyout(call, property.name());
      }
      case "flyout/type" -> {
        EntityType type =
            EntityType.named(types, call.value("id")).orElseThrow(() -> missing(call));
        yield flyout(call, type.name());
      }
      case "propose" -> propose(call);
      case "" -> {
        if (call.has("queries")) {
          yield queries(served, json(call.value("queries"), "queries"));
        }
        if (call.has("extend")) {
          yield extend(served, json(call.value("extend"), "extend"));
        }
        throw new BadCall(
            400, "expected a form with \"queries\" or \"extend\", found neither of them.");
      }
      default -> throw new BadCall(404, "there is nothing at this address.");
    };
  }

  private static BadCall missing(ServiceCall call) {
    return new BadCall(404, "there is no \"%s\".".formatted(cut(call.value("id"))));
  }

  private Object entityFlyout(ServedAuthority served, String id) {
    return served
        .authority()
        .record(id)
        .map(record ->
            ordered(
                "id",
                id,
                "html",
                pages.flyout(Entity.of(record, EntityType.of(types, record), properties))))
        .orElseThrow(() -> new BadCall(404, "there is no entity \"%s\".".formatted(cut(id))));
  }

  private static Object flyout(ServiceCall call, String name) {
    // The names come with the program and hold no markup.
    return ordered("id", call.value("id"), "html", "<p>" + name + "</p>");
  }

  private Object queries(ServedAuthority served, JsonNode queries) {
    if (!queries.isObject()) {
      throw new BadCall(400, "queries: expected an object with a query under each key.");
    }
    batch(queries.size());
    Map<String, Object> answers = new LinkedHashMap<>();
    queries
        .properties()
        .forEach(entry -> {
          Query query = query(entry.getKey(), entry.getValue());
          answers.put(
              entry.getKey(),
              ordered(
                  "result",
                  served.candidates(query, types).stream().map(this::candidate).toList()));
        });
    return answers;
  }

  private Query query(String key, JsonNode node) {
    JsonNode text = node.get("query");
    JsonNode said = node.get("properties");
    if (!node.isObject() || (text == null && (said == null || said.isEmpty()))) {
      throw new BadCall(
          400,
          "queries, %s: expected a \"query\" or at least one of \"properties\"."
              .formatted(cut(key)));
    }
    if (text != null && !text.isValueNode() || said != null && !said.isArray()) {
      throw new BadCall(
          400,
          "queries, %s: expected a text in \"query\" and a list in \"properties\"."
              .formatted(cut(key)));
    }
    String name = text == null ? "" : cut(text.asString("")).strip();
    return new Query(
        name.isEmpty() ? List.of() : List.of(name),
        name.isEmpty() ? List.of() : List.of(name),
        types(node.get("type")),
        strict(node.get("type_strict")),
        said(said),
        limit(node.get("limit")));
  }

  /// `any` and `all` leave other kinds out; `should`, which OpenRefine always sends, asks for a
  /// kind but takes what there is.
  private static boolean strict(@Nullable JsonNode strict) {
    return strict != null && !strict.asString("").equals("should");
  }

  private List<EntityType> types(@Nullable JsonNode node) {
    List<EntityType> asked = new ArrayList<>();
    if (node == null) {
      return asked;
    }
    Iterable<JsonNode> all = node.isArray() ? node : List.of(node);
    for (JsonNode type : all) {
      EntityType.named(types, type.asString(""))
          .filter(t -> !asked.contains(t))
          .ifPresent(asked::add);
    }
    return asked;
  }

  private List<Query.Said> said(@Nullable JsonNode node) {
    List<Query.Said> all = new ArrayList<>();
    if (node == null || !node.isArray()) {
      return all;
    }
    manyProperties(node);
    for (JsonNode one : node) {
      JsonNode id = one.get("pid");
      if (id == null) {
        throw new BadCall(400, "properties: expected a \"pid\" in each.");
      }
      Property.named(properties, id.asString(""))
          .ifPresent(property ->
              all.add(
                  new Query.Said(property, values(one.get("v")), false, "any", Qualifier.ALIKE)));
    }
    return all;
  }

  private Object extend(ServedAuthority served, JsonNode node) {
    Extension extension = extension(node);
    Map<String, Object> rows = new LinkedHashMap<>();
    for (String id : extension.ids()) {
      Map<String, Object> row = new LinkedHashMap<>();
      for (Extension.Asked asked : extension.properties()) {
        row.put(asked.id(), cells(served, id, asked));
      }
      rows.put(id, row);
    }
    return ordered("meta", meta(extension), "rows", rows);
  }
}
