package org.handsel.partnership.register;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.handsel.platform.ResourceTable;
import tools.jackson.databind.JsonNode;

/// Reads one entity of Wikidata as its dumps and Special:EntityData have it.
///
/// Label in German, else English, else whatever there is; P791 ISIL, P227 GND, P4007 DBS-ID, P214
/// VIAF, P625 place, P856 site, P17 country, P31 kind, P749 and P361 the body it belongs to.
/// Deprecated statements are left out.
final class WikidataEntry {
  private WikidataEntry() {}

  static ListedRow read(long line, JsonNode entity) {
    ListedRow row = ListedRow.at(line);
    String id = entity.path("id").asString("");
    row.put("source", "wikidata");
    row.put("source_id", id);
    row.put("wikidata", id);
    JsonNode labels = entity.path("labels");
    for (String language : List.of("de", "en", "mul")) {
      row.cells().putIfAbsent("name", labels.path(language).path("value").asString("").strip());
      row.cells().remove("name", "");
    }
    for (JsonNode label : labels) {
      String value = label.path("value").asString("").strip();
      if (!value.isEmpty()) {
        String name = row.cells().putIfAbsent("name", value);
        if (name != null
            && !name.equals(value)
            && !row.cell("altname").contains(value)
            && List.of("de", "en", "fr", "it").contains(label.path("language").asString(""))) {
          row.append("altname", value);
        }
      }
    }
    for (String language : List.of("de", "en")) {
      for (JsonNode alias : entity.path("aliases").path(language)) {
        row.append("altname", alias.path("value").asString(""));
      }
    }
    Map<String, String> names = names();
    each(row, entity, "P791", "isil");
    each(row, entity, "P227", "gnd");
    each(row, entity, "P4007", "dbs");
    each(row, entity, "P214", "viaf");
    for (JsonNode value : values(entity, "P17")) {
      row.cells().putIfAbsent("country", names.getOrDefault(value.path("id").asString(""), ""));
    }
    row.cells().remove("country", "");
    for (JsonNode value : values(entity, "P31")) {
      String type = names.get(value.path("id").asString(""));
      if (type != null) {
        row.cells().putIfAbsent("type", type);
      }
    }
    for (JsonNode value : values(entity, "P625")) {
      row.cells().putIfAbsent("lat", value.path("latitude").asString(""));
      row.cells().putIfAbsent("lon", value.path("longitude").asString(""));
    }
    for (JsonNode value : values(entity, "P856")) {
      row.cells().putIfAbsent("website", value.asString(""));
    }
    String address = "https://www.wikidata.org/wiki/" + id;
    for (String property : List.of("P749", "P361")) {
      for (JsonNode value : values(entity, property)) {
        row.statements()
            .add(new ListedRow.Statement("parent", value.path("id").asString(""), address));
      }
    }
    return row;
  }

  private static void each(ListedRow row, JsonNode entity, String property, String column) {
    for (JsonNode value : values(entity, property)) {
      row.append(column, value.asString(""));
    }
  }

  private static List<JsonNode> values(JsonNode entity, String property) {
    List<JsonNode> values = new java.util.ArrayList<>();
    for (JsonNode claim : entity.path("claims").path(property)) {
      JsonNode value = claim.path("mainsnak").path("datavalue").path("value");
      if (!claim.path("rank").asString("").equals("deprecated") && !value.isMissingNode()) {
        values.add(value);
      }
    }
    return values;
  }

  private static Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    for (ResourceTable.Row row :
        ResourceTable.read(WikidataEntry.class, "wikidata-items.tsv", "item", "means", "label")
            .rows()) {
      names.put(row.cell(0), row.cell(1));
    }
    return names;
  }
}
