package org.handsel.partnership.precedents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.handsel.platform.ResourceTable;
import org.jspecify.annotations.Nullable;

/// The two co-operations that are documented from beginning to end: `documented.tsv` and
/// `documented-facts.tsv`.
final class Documented {
  private Documented() {}

  static List<Precedent> load() {
    Map<String, List<Precedent.Fact>> facts = new HashMap<>();
    for (ResourceTable.Row row :
        ResourceTable.read(
                Documented.class, "documented-facts.tsv", "id", "topic", "de", "en", "source")
            .rows()) {
      facts
          .computeIfAbsent(row.cell(0), id -> new ArrayList<>())
          .add(new Precedent.Fact(row.cell(1), row.cell(2), row.cell(3), row.cell(4)));
    }
    List<Precedent> all = new ArrayList<>();
    for (ResourceTable.Row row :
        ResourceTable.read(
                Documented.class,
                "documented.tsv",
                "id",
                "name",
                "wikidata",
                "isil",
                "country",
                "type",
                "category",
                "licence",
                "conditions",
                "began",
                "files",
                "used",
                "languages",
                "as_of",
                "source")
            .rows()) {
      all.add(
          new Precedent(
              List.of(row.cell(2), row.cell(3)),
              row.cell(6),
              row.cell(1),
              row.cell(4),
              row.cell(5),
              row.cell(7),
              row.list(8),
              new Precedent.Figures(
                  row.cell(13),
                  number(row.cell(10)),
                  number(row.cell(11)),
                  null,
                  number(row.cell(12)),
                  null,
                  null,
                  row.cell(14)),
              facts.getOrDefault(row.cell(0), List.of()),
              row.cell(14)));
    }
    return List.copyOf(all);
  }

  private static @Nullable Long number(String text) {
    return text.isEmpty() ? null : Long.valueOf(text);
  }
}
