package org.handsel.app.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.handsel.platform.Json;
import tools.jackson.databind.JsonNode;

/// Applies the `data` of `wbeditentity` to structured data and checks it: properties known, values
/// of their type, labels of at most 250 characters.
final class Statements {
  private static final int MAX_LABEL = 250;
  private static final Map<String, String> VALUE_OF =
      Map.of(
          "wikibase-item", "wikibase-entityid",
          "string", "string",
          "external-id", "string",
          "url", "string",
          "commonsMedia", "string",
          "time", "time",
          "quantity", "quantity",
          "globe-coordinate", "globecoordinate",
          "monolingualtext", "monolingualtext");

  private final Map<String, String> properties = new HashMap<>();

  Statements() {
    for (List<String> row : FileTypes.rows("properties.tsv")) {
      properties.put(row.get(0), row.get(1));
    }
  }

  /// @param data changed in place
  Map<String, Object> apply(Map<String, Object> data, JsonNode change, String id) {
    terms(map(data, "labels"), change.path("labels"), "Label");
    terms(map(data, "descriptions"), change.path("descriptions"), "Description");
    JsonNode claims = change.has("claims") ? change.path("claims") : change.path("statements");
    for (JsonNode claim : claims) {
      // By property or as a plain list: both are allowed.
      Iterable<JsonNode> list = claim.isArray() ? claim : List.of(claim);
      list.forEach(one -> claim(map(data, "statements"), one, id));
    }
    return data;
  }

  private static void terms(Map<String, Object> terms, JsonNode change, String what) {
    change
        .properties()
        .forEach(entry -> {
          JsonNode term = entry.getValue();
          String language = term.path("language").asString(entry.getKey());
          String value = term.path("value").asString("");
          if (!isLanguage(language)) {
            throw new Refusal(
                "not-recognized-language", "The supplied language code was not recognized.");
          }
          if (term.has("remove") || value.isEmpty()) {
            terms.remove(language);
          } else if (value.codePointCount(0, value.length()) > MAX_LABEL) {
            throw new Refusal(
                "modification-failed",
                "%s must be no more than %d characters long".formatted(what, MAX_LABEL));
          } else {
            Map<String, Object> kept = new LinkedHashMap<>();
            kept.put("language", language);
            kept.put("value", value);
            terms.put(language, kept);
          }
        });
  }

  private static boolean isLanguage(String code) {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(code).build();
      return !locale.getDisplayLanguage(Locale.ENGLISH).equals(locale.getLanguage())
          && !locale.getLanguage().isEmpty();
    } catch (IllformedLocaleException e) {
      return false;
    }
  }

  private void claim(Map<String, Object> statements, JsonNode claim, String id) {
    String guid = claim.path("id").asString("");
    Place old = place(statements, guid);
    if (claim.has("remove")) {
      if (old == null) {
        throw new Refusal(
            "modification-failed", "Statement with GUID %s not found".formatted(guid));
      }
      old.list().remove(old.index());
      if (old.list().isEmpty()) {
        statements.remove(old.property());
      }
      return;
    }
    Map<String, Object> statement = statement(claim, guid, id);
    if (old != null) {
      old.list().set(old.index(), statement);
    } else {
      list(statements, claim.at("/mainsnak/property").asString("")).add(statement);
    }
  }

  private Map<String, Object> statement(JsonNode claim, String guid, String id) {
    Map<String, Object> statement = new LinkedHashMap<>();
    statement.put("mainsnak", snak(claim.path("mainsnak")));
    statement.put("type", "statement");
    if (!claim.path("qualifiers").isEmpty()) {
      Map<String, Object> qualifiers = snaks(claim.path("qualifiers"));
      statement.put("qualifiers", qualifiers);
      statement.put("qualifiers-order", new ArrayList<>(qualifiers.keySet()));
    }
    statement.put(
        "id",
        guid.isEmpty() ? id + "$" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT) : guid);
    statement.put("rank", claim.path("rank").asString("normal"));
    if (!claim.path("references").isEmpty()) {
      List<Object> references = new ArrayList<>();
      for (JsonNode reference : claim.path("references")) {
        Map<String, Object> snaks = snaks(reference.path("snaks"));
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("hash", hash(Json.line(snaks)));
        one.put("snaks", snaks);
        one.put("snaks-order", new ArrayList<>(snaks.keySet()));
        references.add(one);
      }
      statement.put("references", references);
    }
    return statement;
  }

  private Map<String, Object> snaks(JsonNode given) {
    Map<String, Object> snaks = new LinkedHashMap<>();
    for (JsonNode part : given) {
      Iterable<JsonNode> several = part.isArray() ? part : List.of(part);
      for (JsonNode one : several) {
        list(snaks, one.path("property").asString("")).add(snak(one));
      }
    }
    return snaks;
  }

  private Map<String, Object> snak(JsonNode given) {
    String property = given.path("property").asString("");
    String type = properties.get(property);
    if (type == null) {
      throw new Refusal(
          "modification-failed",
          "Property [[Property:%s|%s]] not found".formatted(property, property));
    }
    Map<String, Object> snak = new LinkedHashMap<>();
    String snakType = given.path("snaktype").asString("value");
    snak.put("snaktype", snakType);
    snak.put("property", property);
    snak.put("hash", hash(property + given.path("datavalue")));
    if (snakType.equals("value")) {
      String wanted = VALUE_OF.getOrDefault(type, "string");
      String found = given.at("/datavalue/type").asString("");
      if (!found.equals(wanted)) {
        throw new Refusal(
            "modification-failed", "Bad value type %s, expected %s".formatted(found, wanted));
      }
      Map<String, Object> value = new LinkedHashMap<>();
      value.put("value", value(given.at("/datavalue/value"), wanted));
      value.put("type", wanted);
      snak.put("datavalue", value);
    }
    return snak;
  }

  private static Object value(JsonNode value, String type) {
    if (!type.equals("wikibase-entityid")) {
      return Json.mapper().convertValue(value, Object.class);
    }
    String item =
        value.has("id") ? value.path("id").asString() : "Q" + value.path("numeric-id").asLong();
    if (!item.matches("Q[1-9][0-9]*")) {
      throw new Refusal("modification-failed", "Bad value: %s is no item".formatted(item));
    }
    Map<String, Object> entity = new LinkedHashMap<>();
    entity.put("entity-type", "item");
    entity.put("numeric-id", Long.parseLong(item.substring(1)));
    entity.put("id", item);
    return entity;
  }

  private record Place(String property, List<Object> list, int index) {}

  private static @org.jspecify.annotations.Nullable Place place(
      Map<String, Object> statements, String guid) {
    for (String property : statements.keySet()) {
      List<Object> list = list(statements, property);
      for (int i = 0; i < list.size(); i++) {
        if (list.get(i) instanceof Map<?, ?> one && guid.equals(one.get("id"))) {
          return new Place(property, list, i);
        }
      }
    }
    return null;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Map<String, Object> data, String key) {
    return (Map<String, Object>)
        data.compute(key, (k, v) -> v instanceof Map ? v : new LinkedHashMap<String, Object>());
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(Map<String, Object> data, String key) {
    return (List<Object>)
        data.compute(key, (k, v) -> v instanceof List ? v : new ArrayList<Object>());
  }

  private static String hash(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8))
        .toString()
        .replace("-", "");
  }
}
