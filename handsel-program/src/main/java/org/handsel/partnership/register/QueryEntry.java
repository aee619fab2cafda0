package org.handsel.partnership.register;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads one result of a Wikidata query, in the endpoint's form
/// (`{"item":{"type":"uri","value":…}}`) or as the query page's download has it
/// (`{"item":"http://…"}`); variables are understood like the headers of a table.
final class QueryEntry {
  private QueryEntry() {}

  static @Nullable ListedRow read(long line, JsonNode node) {
    ListedRow row = ListedRow.at(line);
    Columns known = Columns.load();
    for (Map.Entry<String, JsonNode> variable : node.properties()) {
      JsonNode value = variable.getValue();
      String text = value.isObject() ? value.path("value").asString("") : value.asString("");
      String column =
          known.byHeader().get(variable.getKey().toLowerCase(Locale.ROOT).replaceAll("[ -]", "_"));
      if (column != null) {
        if (!row.cells().containsKey(column)) {
          row.put(column, plain(text));
        }
      } else if (!text.isBlank()) {
        row.others().put(variable.getKey(), text);
      }
    }
    String id = row.cell("source_id");
    if (id.matches("Q[0-9]+")) {
      row.put("wikidata", id);
      row.cells().putIfAbsent("source", "wikidata");
      // The query service gives the number of an item that has no label in the wanted languages.
      if (row.cell("name").equals(id)) {
        row.cells().remove("name");
      }
    }
    return row.cells().containsKey("name") || !id.isEmpty() ? row : null;
  }

  private static String plain(String text) {
    return text.replaceFirst("^https?://www\\.wikidata\\.org/entity/(?=Q[0-9]+$)", "");
  }
}
