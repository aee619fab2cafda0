package org.handsel.partnership.register;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads a list in JSON: an entity dump or array of Wikidata, results of a Wikidata query, lobid's
/// bulk files with action lines, its member lists and single records.
///
/// Where each line holds one object, a broken line costs only itself. Otherwise the file is read as
/// one value, entry by entry; where it breaks, what came before is kept and the place is reported.
final class JsonList {
  private static final int PROBE = 4 << 20;
  private static final Set<String> CONTAINERS =
      Set.of("member", "entities", "results", "bindings", "hits", "items");

  private final Problems problems;
  private final Consumer<ListedRow> rows;
  private long understood;
  private final java.util.TreeSet<String> keys = new java.util.TreeSet<>();

  private JsonList(Problems problems, Consumer<ListedRow> rows) {
    this.problems = problems;
    this.rows = rows;
  }

  static void read(
      Path file, FileLines.Line first, FileLines lines, Problems problems, Consumer<ListedRow> rows)
      throws IOException {
    JsonList list = new JsonList(problems, rows);
    FileLines.Line probe = first.text().strip().equals("[") ? lines.next() : first;
    if (probe != null && wholeObject(probe.text())) {
      list.byLine(probe, lines);
    } else {
      try (InputStream in = FileLines.open(file)) {
        list.asOne(in);
      }
    }
    if (list.understood == 0) {
      throw HandselException.usage(
          "%s: expected records of Wikidata, of a Wikidata query or of lobid-organisations, found objects with the keys %s."
              .formatted(file, list.keys));
    }
  }

  private static boolean wholeObject(String line) {
    String text = withoutComma(line);
    if (text.length() > PROBE || !text.startsWith("{") || !text.endsWith("}")) {
      return false;
    }
    try {
      return Json.mapper().readTree(text).isObject();
    } catch (JacksonException e) {
      return false;
    }
  }

  private static String withoutComma(String line) {
    String text = line.strip();
    return text.endsWith(",") ? text.substring(0, text.length() - 1) : text;
  }

  private void byLine(FileLines.Line first, FileLines lines) {
    for (FileLines.Line line = first; line != null; line = lines.next()) {
      String text = withoutComma(line.text());
      if (text.isEmpty() || text.equals("]") || text.equals("[")) {
        continue;
      }
      try {
        entry(line.number(), Json.mapper().readTree(text));
      } catch (JacksonException e) {
        problems.add(line.number(), "", "broken-json", text);
      }
    }
  }

  private void asOne(InputStream in) {
    long line = 1;
    try (JsonParser parser = Json.mapper().createParser(in)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        line = parser.currentTokenLocation().getLineNr();
        value(parser, token);
      }
    } catch (JacksonException e) {
      long at = e.getLocation() == null ? line : e.getLocation().getLineNr();
      problems.add(at, "", "broken-json", String.valueOf(e.getOriginalMessage()));
    }
  }

  private void value(JsonParser parser, JsonToken token) {
    if (token == JsonToken.START_ARRAY) {
      for (JsonToken t = parser.nextToken();
          t != null && t != JsonToken.END_ARRAY;
          t = parser.nextToken()) {
        value(parser, t);
      }
    } else if (token == JsonToken.START_OBJECT) {
      object(parser);
    }
  }

  /// An object that is an entry, or one that holds entries in one of its values: those are read one
  /// by one and not kept.
  private void object(JsonParser parser) {
    long line = parser.currentTokenLocation().getLineNr();
    ObjectNode rest = Json.mapper().createObjectNode();
    boolean container = false;
    for (JsonToken t = parser.nextToken();
        t != null && t != JsonToken.END_OBJECT;
        t = parser.nextToken()) {
      String key = parser.currentName();
      JsonToken start = parser.nextToken();
      if (CONTAINERS.contains(key)
          && (start == JsonToken.START_ARRAY || start == JsonToken.START_OBJECT)) {
        container = true;
        if (key.equals("entities")) {
          for (JsonToken e = parser.nextToken();
              e != null && e != JsonToken.END_OBJECT;
              e = parser.nextToken()) {
            value(parser, parser.nextToken());
          }
        } else {
          value(parser, start);
        }
      } else {
        rest.set(key, parser.<JsonNode>readValueAsTree());
      }
    }
    if (!container) {
      entry(line, rest);
    }
  }

  private void entry(long line, JsonNode node) {
    if (node.isArray()) {
      node.forEach(element -> entry(line, element));
      return;
    }
    for (String key : CONTAINERS) {
      JsonNode inner = node.path(key);
      if (inner.isArray() || key.equals("results") && inner.isObject()) {
        entry(line, inner);
        return;
      }
      if (key.equals("entities") && inner.isObject()) {
        inner.forEach(element -> entry(line, element));
        return;
      }
    }
    if (node.has("index") && node.size() == 1) {
      understood++;
      return;
    }
    ListedRow row = understand(line, node);
    if (row != null) {
      understood++;
      rows.accept(row);
    } else {
      node.propertyNames().stream().limit(12).forEach(keys::add);
      problems.add(line, "", "broken-json", node.toString());
    }
  }

  private static @org.jspecify.annotations.Nullable ListedRow understand(long line, JsonNode node) {
    JsonNode record = node.path("_source").isObject() ? node.path("_source") : node;
    if (record.path("id").asString("").matches("Q[0-9]+")
        && (record.has("labels") || record.has("claims") || record.has("type"))) {
      return WikidataEntry.read(line, record);
    }
    if (record.path("id").asString("").contains("lobid.org")
        || record.has("fundertype")
        || record.path("type").isString() && record.has("name")) {
      return LobidEntry.read(line, record);
    }
    return record.isObject() ? QueryEntry.read(line, record) : null;
  }
}
