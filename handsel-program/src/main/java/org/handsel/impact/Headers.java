package org.handsel.impact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.handsel.platform.ResourceTable;

/// Which column of a foreign table holds what, told by its header and a table of known headers.
final class Headers {
  private final Map<String, String> known = new HashMap<>();
  private final Map<String, String> first = new LinkedHashMap<>();

  private Headers(ResourceTable table) {
    for (ResourceTable.Row row : table.rows()) {
      for (String header : row.list(1)) {
        String before = known.put(key(header), row.cell(0));
        if (before != null && !before.equals(row.cell(0))) {
          throw ResourceTable.malformed(table.name(), row.line(), "header twice: " + header);
        }
        first.putIfAbsent(row.cell(0), header);
      }
    }
  }

  static Headers load(String table) {
    return new Headers(ResourceTable.read(Headers.class, table, "column", "headers"));
  }

  /// Place of each known column in a header line; of two columns with the same meaning the first.
  Map<String, Integer> places(List<String> header) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      String column = known.get(key(header.get(i)));
      if (column != null) {
        places.putIfAbsent(column, i);
      }
    }
    return places;
  }

  /// Columns in the words of the table, for messages.
  String expected(List<String> columns) {
    List<String> names = new ArrayList<>();
    for (String column : columns) {
      names.add("\"" + first.getOrDefault(column, column) + "\"");
    }
    return String.join(", ", names);
  }

  private static String key(String header) {
    return header.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }
}
