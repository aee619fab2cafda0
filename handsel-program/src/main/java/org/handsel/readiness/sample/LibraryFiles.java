package org.handsel.readiness.sample;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handsel.platform.Json;

/// What stands outside of the wiki: `authority.jsonl`, records of an authority file in the persons
/// format, and `wikidata.jsonl`, items of Wikidata as its dumps have them, a line each. Both are
/// parts, as such files in truth are: not everybody in the wiki is in them.
final class LibraryFiles implements Closeable {
  private static final Map<String, String> PROPERTIES =
      Map.of("gnd", "P227", "lccn", "P244", "viaf", "P214");

  private final BufferedWriter records;
  private final BufferedWriter items;

  LibraryFiles(SampleOrder order) throws IOException {
    records = Files.newBufferedWriter(order.authority());
    items = Files.newBufferedWriter(order.wikidata());
  }

  /// The record that an authority file has of somebody.
  static Map<String, Object> record(String id, Biography person) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("id", id);
    record.put("name", person.family + ", " + person.given);
    record.put("kind", "person");
    record.put("birth", Biography.iso(person.birth));
    if (!person.death.isEmpty()) {
      record.put("death", Biography.iso(person.death));
      record.put("deathPlace", person.deathPlace);
    }
    record.put("birthPlace", person.birthPlace);
    record.put("occupations", List.of(person.trade));
    record.put("gender", person.categories.contains("Mann") ? "male" : "female");
    return record;
  }

  void write(Map<String, Object> record) throws IOException {
    records.write(Json.line(record));
    records.write('\n');
  }

  /// Identifiers of somebody as Wikidata writes them, by scheme.
  static Map<String, List<String>> identifiers(Biography person) {
    Map<String, List<String>> identifiers = new LinkedHashMap<>();
    person.authority.forEach((parameter, value) -> {
      switch (parameter) {
        case "GND" -> identifiers.put("gnd", List.of(value));
        case "VIAF" -> identifiers.put("viaf", List.of(value));
        case "LCCN" -> {
          String[] parts = value.split("/");
          identifiers.put(
              "lccn", List.of(parts[0] + parts[1] + "%06d".formatted(Integer.parseInt(parts[2]))));
        }
        default -> {
          // What is no identifier.
        }
      }
    });
    return identifiers;
  }

  /// Writes the item of a page.
  void item(PageDraft page, Map<String, List<String>> identifiers) throws IOException {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put(
        "P31",
        List.of(claim("P31", "wikibase-entityid", Map.of("entity-type", "item", "id", "Q5"))));
    for (Map.Entry<String, List<String>> scheme : identifiers.entrySet()) {
      String property = PROPERTIES.getOrDefault(scheme.getKey(), "");
      List<Object> values = new ArrayList<>();
      for (String value : scheme.getValue()) {
        values.add(claim(property, "string", value));
      }
      claims.put(property, values);
    }
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("id", page.item);
    item.put("type", "item");
    item.put("claims", claims);
    item.put("sitelinks", Map.of("dewiki", Map.of("title", page.title)));
    items.write(Json.line(item));
    items.write('\n');
  }

  private static Map<String, Object> claim(String property, String type, Object value) {
    Map<String, Object> known = new LinkedHashMap<>();
    known.put("value", value);
    known.put("type", type);
    Map<String, Object> snak = new LinkedHashMap<>();
    snak.put("snaktype", "value");
    snak.put("property", property);
    snak.put("datavalue", known);
    Map<String, Object> claim = new LinkedHashMap<>();
    claim.put("mainsnak", snak);
    claim.put("type", "statement");
    claim.put("rank", "normal");
    return claim;
  }

  @Override
  public void close() throws IOException {
    try (records;
        items) {
      records.flush();
    }
  }
}
