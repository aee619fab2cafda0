package org.handsel.collection.mapping;

import java.util.List;
import org.handsel.collection.source.SourceRecord;

/// A column as `from` names it: the header's own name, `Name#2` for the second of a repeated name,
/// `TABLE.COLUMN` for a joined table.
///
/// @param name as written in the profile
/// @param base without `#2`
/// @param number which of a repeated name, from 1; 0 for all of them
record Column(String name, String base, int number) {

  static Column of(String name) {
    int hash = name.lastIndexOf('#');
    if (hash > 0 && hash < name.length() - 1 && hash > name.length() - 4) {
      String digits = name.substring(hash + 1);
      if (digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
        return new Column(name, name.substring(0, hash), Integer.parseInt(digits));
      }
    }
    return new Column(name, name, 0);
  }

  List<SourceRecord.Cell> cells(SourceRecord row) {
    List<SourceRecord.Cell> cells = row.cells(name);
    if (number == 0 || !cells.isEmpty()) {
      return cells;
    }
    List<SourceRecord.Cell> all = row.cells(base);
    return number <= all.size() ? List.of(all.get(number - 1)) : List.of();
  }

  /// Whether a delivery with these columns has it.
  boolean in(List<String> columns) {
    if (columns.contains(name)) {
      return true;
    }
    return number > 0 && columns.stream().filter(base::equals).count() >= number;
  }
}
