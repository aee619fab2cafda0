package org.handsel.authority.record;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.handsel.authority.record.PersonProblem.Kind;
import org.handsel.platform.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/// Reads persons from JSON: a line each, or an array. An object is one of the persons format, an
/// entity of Wikidata, or a record of the multilingual entity file of RERO (`pid`).
final class JsonPersons {
  private static final int SHOWN = 40;

  private final PersonColumns columns;
  private final Problems problems;
  private final WikidataPersons wikidata = new WikidataPersons();
  private final MefPersons mef = new MefPersons();

  JsonPersons(PersonColumns columns, Problems problems) {
    this.columns = columns;
    this.problems = problems;
  }

  /// Reads lines; the brackets and commas of an array around and between them do not matter, so
  /// that a line that is broken costs itself only.
  void lines(BufferedReader in, Taken persons) throws IOException {
    eachLine(in, (number, node) -> object(node, number, persons));
  }

  /// Reads the elements of an array one by one.
  void array(BufferedReader in, Taken persons) {
    eachElement(in, (number, node) -> object(node, number, persons));
  }

  void itemLines(BufferedReader in, String wiki, Consumer<WikidataItem> items) throws IOException {
    eachLine(in, (number, node) -> item(node, wiki, items));
  }

  void items(BufferedReader in, String wiki, Consumer<WikidataItem> items) {
    eachElement(in, (number, node) -> item(node, wiki, items));
  }

  private void item(JsonNode node, String wiki, Consumer<WikidataItem> items) {
    WikidataItem item = WikidataPersons.isEntity(node) ? wikidata.item(node, wiki) : null;
    if (item != null) {
      items.accept(item);
    }
  }

  private interface Node {
    void node(long number, JsonNode node);
  }

  private void eachLine(BufferedReader in, Node taker) throws IOException {
    long number = 0;
    boolean open = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      number++;
      String text = line.strip();
      if (text.endsWith(",")) {
        text = text.substring(0, text.length() - 1);
      }
      if (text.isEmpty() || text.equals("[") || text.equals("]")) {
        open = text.isEmpty() ? open : text.equals("[");
        continue;
      }
      try {
        taker.node(number, Json.mapper().readTree(text));
      } catch (JacksonException e) {
        problems.add(number, Kind.NO_RECORD, noObject(text));
      }
    }
    if (open) {
      problems.add(
          number, Kind.TRUNCATED, "the array is not closed: the file ends early. Fetch it again.");
    }
  }

  private static String noObject(String found) {
    return "expected a JSON object, found \"%s\". Left out."
        .formatted(found.length() > SHOWN ? found.substring(0, SHOWN) + "…" : found);
  }

  private void eachElement(BufferedReader in, Node taker) {
    long number = 0;
    try (JsonParser parser = Json.mapper().createParser(in)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        number++;
        JsonNode node = parser.readValueAsTree();
        taker.node(number, node);
      }
      if (parser.currentToken() != JsonToken.END_ARRAY) {
        problems.add(number + 1, Kind.NO_RECORD, "expected an object. The rest was not read.");
      }
    } catch (JacksonException e) {
      problems.add(
          number + 1,
          Kind.TRUNCATED,
          "the JSON breaks at line %d. Objects before it were read; fetch the file again."
              .formatted(e.getLocation() == null ? 0 : e.getLocation().getLineNr()));
    }
  }

  private void object(JsonNode node, long number, Taken persons) {
    PersonRecord person;
    if (!node.isObject()) {
      problems.add(number, Kind.NO_RECORD, noObject(node.toString()));
      return;
    } else if (WikidataPersons.isEntity(node)) {
      person = wikidata.person(node);
    } else if (MefPersons.isRecord(node)) {
      person = mef.person(node);
    } else {
      Map<String, List<String>> cells = new LinkedHashMap<>();
      columns.each((key, names) -> cells.put(key, values(node, names)));
      person = columns.person(cells, details(node, cells));
    }
    if (person != null) {
      persons.take(number, person);
    }
  }

  private static PersonDetails details(JsonNode node, Map<String, List<String>> cells) {
    Map<String, List<String>> identifiers = new LinkedHashMap<>();
    JsonNode told = node.get("identifiers");
    if (told != null && told.isObject()) {
      told.properties()
          .forEach(entry -> {
            List<String> values = values(told, List.of(entry.getKey()));
            if (!values.isEmpty()) {
              identifiers.put(entry.getKey().toLowerCase(Locale.ROOT), values);
            }
          });
    }
    List<NameVariant> names = new ArrayList<>();
    JsonNode variants = node.get("variants");
    if (variants != null && variants.isArray()) {
      for (JsonNode variant : variants) {
        if (variant.isObject() && variant.hasNonNull("kind")) {
          names.add(new NameVariant(text(variant.get("name")), kind(text(variant.get("kind")))));
        }
      }
    }
    boolean all = names.size() == cells.getOrDefault("variants", List.of()).size();
    return PersonColumns.details(cells, all ? names : List.of(), identifiers);
  }

  private static NameVariant.Kind kind(String written) {
    for (NameVariant.Kind kind : NameVariant.Kind.values()) {
      if (kind.name().equalsIgnoreCase(written.replace('-', '_'))) {
        return kind;
      }
    }
    return NameVariant.Kind.OTHER;
  }

  static List<String> values(JsonNode node, List<String> names) {
    for (String name : names) {
      JsonNode value = node.get(name);
      if (value != null && !value.isNull()) {
        List<String> all = new ArrayList<>();
        if (value.isArray()) {
          value.forEach(
              entry -> all.add(entry.isObject() ? text(entry.get("name")) : entry.asString("")));
        } else {
          all.add(value.asString(""));
        }
        all.removeIf(String::isBlank);
        return all;
      }
    }
    return List.of();
  }

  static String text(@Nullable JsonNode node) {
    return node == null || node.isNull() ? "" : node.asString("");
  }
}
