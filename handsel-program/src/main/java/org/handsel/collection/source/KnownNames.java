package org.handsel.collection.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handsel.platform.Tsv;
import org.jspecify.annotations.Nullable;

/// The tables of this package: well-known prefixes (`prefixes.tsv`) and the elements that hold
/// records (`record-elements.tsv`).
final class KnownNames {
  /// URIs by prefix.
  static final Map<String, String> PREFIXES = prefixes();

  /// Elements that hold one record each.
  static final List<RecordElement> RECORDS = records();

  private KnownNames() {}

  private static Map<String, String> prefixes() {
    Map<String, String> prefixes = new LinkedHashMap<>();
    for (List<String> row : rows("prefixes.tsv", 3)) {
      if (prefixes.put(row.get(0), row.get(1)) != null) {
        throw new IllegalStateException("prefixes.tsv: twice: " + row.get(0));
      }
    }
    return java.util.Collections.unmodifiableMap(prefixes);
  }

  private static List<RecordElement> records() {
    List<RecordElement> records = new ArrayList<>();
    for (List<String> row : rows("record-elements.tsv", 3)) {
      String uri = row.get(0);
      records.add(new RecordElement(uri.equals("*") ? null : uri, row.get(1)));
    }
    return List.copyOf(records);
  }

  /// The first prefix that stands for a namespace; null when it is not well known.
  static @Nullable String prefixOf(String uri) {
    for (Map.Entry<String, String> entry : PREFIXES.entrySet()) {
      if (entry.getValue().equals(uri)) {
        return entry.getKey();
      }
    }
    return null;
  }

  /// Rows of a table of this package without its header and its comments.
  ///
  /// @throws IllegalStateException when a row has another number of cells than it should
  static List<List<String>> rows(String file, int cells) {
    List<List<String>> rows = new ArrayList<>();
    try (InputStream in = KnownNames.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + ": missing from the program");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      String line;
      int number = 0;
      while ((line = lines.readLine()) != null) {
        number++;
        if (line.startsWith("#") || line.isBlank()) {
          continue;
        }
        List<String> row = Tsv.cells(line);
        if (row.size() != cells) {
          throw new IllegalStateException(
              "%s, line %d: expected %d cells, found %d"
                  .formatted(file, number, cells, row.size()));
        }
        rows.add(row);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    // The first row names the columns.
    return List.copyOf(rows.subList(1, rows.size()));
  }
}
