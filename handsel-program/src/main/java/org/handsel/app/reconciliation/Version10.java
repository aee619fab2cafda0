package org.handsel.app.reconciliation;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.handsel.app.web.ServiceCall;
import org.handsel.text.Edtf;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Version 1.0 as far as its draft has come: JSON bodies, a path for each thing.
final class Version10 extends Dialect {
  private static final Set<String> QUANTIFIERS = Set.of("", "any", "all", "none");

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
            "featureView",
            ordered("url", root + "/feature?id={id}" + more),
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
      case "suggest/property" -> qualified(suggestProperties(prefix, offset, limit));
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
    language(node);
    List<String> names = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    List<Query.Said> said = new ArrayList<>();
    for (JsonNode condition : conditions) {
      language(condition);
      List<String> values = values(condition.get("propertyValue"));
      switch (text(condition.get("matchType"))) {
        case "name" -> {
          names.addAll(values);
          // A name that is an identifier finds its entity.
          ids.addAll(values);
          if (condition.has("matchQualifier") || condition.has("matchQuantifier")) {
            said.add(said(Property.NAME, condition, values));
          }
        }
        case "id" -> ids.addAll(ids(condition.get("propertyValue")));
        // What no record says, none that is required to say it does.
        case "property" ->
            Property.named(properties, text(condition.get("propertyId")))
                .or(() ->
                    condition.path("required").asBoolean(false)
                        ? Optional.of(Property.NOTHING)
                        : Optional.empty())
                .ifPresent(property -> said.add(said(property, condition, values)));
        default ->
            throw new BadCall(
                400, "match: expected matchType \"name\", \"id\" or \"property\" in a condition.");
      }
    }
    List<EntityType> asked =
        EntityType.named(types, text(node.get("type"))).map(List::of).orElse(List.of());
    return new Query(names, ids, asked, !asked.isEmpty(), said, limit(node.get("limit")));
  }

  private static Query.Said said(Property property, JsonNode condition, List<String> values) {
    String named = text(condition.get("matchQualifier"));
    Qualifier qualifier =
        Qualifier.named(property, named)
            .orElseThrow(() ->
                new BadCall(
                    400,
                    "match: expected matchQualifier %s for \"%s\", found \"%s\"."
                        .formatted(
                            Qualifier.of(property).stream()
                                .map(Qualifier::id)
                                .collect(Collectors.joining(" or ")),
                            property.id(),
                            cut(named))));
    for (String value : values) {
      if (qualifier == Qualifier.EDTF && !Edtf.valid(value)) {
        throw new BadCall(
            400,
            "match: expected a date such as 1872, 1872-05-03, 187X, 1872~ or 1870/1880, found \"%s\"."
                .formatted(value));
      }
    }
    String quantifier = text(condition.get("matchQuantifier"));
    if (!QUANTIFIERS.contains(quantifier)) {
      throw new BadCall(
          400,
          "match: expected \"any\", \"all\" or \"none\" in matchQuantifier, found \"%s\"."
              .formatted(cut(quantifier)));
    }
    return new Query.Said(
        property, values, condition.path("required").asBoolean(false), quantifier, qualifier);
  }

  /// Names are compared alike in all languages and scripts, so that nothing follows from these; but
  /// what is no language or direction is told.
  private static void language(JsonNode node) {
    JsonNode lang = node.get("lang");
    JsonNode dir = node.get("dir");
    if (lang != null && !lang.isString()) {
      throw new BadCall(400, "match: expected the code of a language in \"lang\", such as \"de\".");
    }
    if (dir != null && !List.of("ltr", "rtl", "auto").contains(dir.asString(""))) {
      throw new BadCall(400, "match: expected \"ltr\", \"rtl\" or \"auto\" in \"dir\".");
    }
  }

  /// Adds to each property how its values may be held against those of records.
  private Map<String, Object> qualified(Map<String, Object> suggestions) {
    List<Object> all = new ArrayList<>();
    if (suggestions.get("result") instanceof List<?> found) {
      for (Object one : found) {
        Map<String, Object> property = new LinkedHashMap<>();
        ((Map<?, ?>) one).forEach((key, value) -> property.put(String.valueOf(key), value));
        Property.named(properties, String.valueOf(property.get("id")))
            .ifPresent(known ->
                property.put(
                    "matchQualifiers",
                    Qualifier.of(known).stream()
                        .map(each -> ordered("id", each.id(), "name", each.words()))
                        .toList()));
        all.add(property);
      }
    }
    return ordered("result", all);
  }

  @Override
  Map<String, Object> candidate(Candidate candidate) {
    Map<String, Object> answer = super.candidate(candidate);
    if (rightToLeft(candidate.record().name())) {
      answer.put("dir", "rtl");
    }
    return answer;
  }

  @Override
  Map<String, Object> cell(String value) {
    return rightToLeft(value) ? ordered("str", value, "dir", "rtl") : super.cell(value);
  }

  private static boolean rightToLeft(String text) {
    return !new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
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
