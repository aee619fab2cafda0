package org.handsel.partnership.register;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.handsel.platform.ResourceTable;
import org.jspecify.annotations.Nullable;

/// The columns of lists that the register understands (`columns.tsv`). Immutable.
record Columns(Set<String> names, Map<String, String> byHeader) {

  static Columns load() {
    ResourceTable table =
        ResourceTable.read(Columns.class, "columns.tsv", "column", "also", "meaning");
    Map<String, String> byHeader = new LinkedHashMap<>();
    Set<String> names = new java.util.LinkedHashSet<>();
    for (ResourceTable.Row row : table.rows()) {
      names.add(row.cell(0));
      byHeader.put(row.cell(0), row.cell(0));
    }
    for (ResourceTable.Row row : table.rows()) {
      for (String other : row.list(1)) {
        String taken = byHeader.putIfAbsent(other, row.cell(0));
        if (taken != null) {
          throw ResourceTable.malformed(
              table.name(), row.line(), "\"%s\" belongs to %s already".formatted(other, taken));
        }
      }
    }
    return new Columns(names, byHeader);
  }

  /// The register's columns, one for each cell of a header; null where it has none.
  ///
  /// @param chosen names of the list's columns by the register's name
  List<@Nullable String> of(List<String> header, Map<String, String> chosen) {
    List<@Nullable String> columns = new java.util.ArrayList<>();
    for (String cell : header) {
      String mine = null;
      for (Map.Entry<String, String> choice : chosen.entrySet()) {
        if (choice.getValue().equals(cell.strip())) {
          mine = choice.getKey();
        }
      }
      String known = byHeader.get(cell.strip().toLowerCase(Locale.ROOT).replaceAll("[ -]", "_"));
      if (mine == null && known != null && !chosen.containsKey(known)) {
        mine = known;
      }
      // An exact name wins over another word for the same column, wherever it stands.
      boolean exact = mine != null && mine.equals(cell.strip().toLowerCase(Locale.ROOT));
      int earlier = mine == null ? -1 : columns.indexOf(mine);
      if (earlier >= 0) {
        if (exact) {
          columns.set(earlier, null);
        } else {
          mine = null;
        }
      }
      columns.add(mine);
    }
    return columns;
  }
}
