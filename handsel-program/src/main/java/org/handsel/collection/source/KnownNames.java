package org.handsel.collection.source;

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
    for (List<String> row : Tsv.resource(KnownNames.class, "prefixes.tsv")) {
      if (prefixes.put(row.get(0), row.get(1)) != null) {
        throw new IllegalStateException("prefixes.tsv: twice: " + row.get(0));
      }
    }
    return java.util.Collections.unmodifiableMap(prefixes);
  }

  private static List<RecordElement> records() {
    List<RecordElement> records = new ArrayList<>();
    for (List<String> row : Tsv.resource(KnownNames.class, "record-elements.tsv")) {
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
}
