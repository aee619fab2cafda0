package org.handsel.rights.conditions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.handsel.platform.ResourceTable;
import org.handsel.rights.conditions.LetterAnalysis.Answerable;

/// Verdict, reason, source and offers of each condition: `conditions.tsv`. Immutable.
record ConditionTable(Map<String, Entry> entries) {

  record Entry(
      Answerable verdict,
      String source,
      String checked,
      String why,
      List<String> offers,
      String warning) {}

  static ConditionTable load() {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (ResourceTable.Row row :
        ResourceTable.read(
                ConditionTable.class,
                "conditions.tsv",
                "id",
                "verdict",
                "source",
                "checked",
                "why",
                "offers",
                "warning")
            .rows()) {
      entries.put(
          row.cell(0),
          new Entry(
              Answerable.valueOf(row.cell(1).toUpperCase(Locale.ROOT)),
              row.cell(2),
              row.cell(3),
              row.cell(4),
              row.list(5),
              row.cell(6)));
    }
    return new ConditionTable(entries);
  }

  Entry entry(String id) {
    Entry entry = entries.get(id);
    if (entry == null) {
      throw new IllegalStateException("conditions.tsv: no row for the condition " + id);
    }
    return entry;
  }
}
