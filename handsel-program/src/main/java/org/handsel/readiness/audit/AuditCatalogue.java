package org.handsel.readiness.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.handsel.platform.ResourceTable;

/// The audits by id, in their order: what each is called, why it matters, and how much mending one
/// finding helps. From `audits.tsv`.
public final class AuditCatalogue {
  private AuditCatalogue() {}

  /// @param name of the audit in a few words
  /// @param why it matters to a partner or editor
  /// @param weight how much mending one helps, from 1 to 9
  public record Definition(String name, String why, int weight) {}

  public static Map<String, Definition> all() {
    Map<String, Definition> definitions = new LinkedHashMap<>();
    for (ResourceTable.Row row :
        ResourceTable.read(AuditCatalogue.class, "audits.tsv", "id", "name", "why", "weight")
            .rows()) {
      definitions.put(
          row.cell(0), new Definition(row.cell(1), row.cell(2), Integer.parseInt(row.cell(3))));
    }
    return definitions;
  }
}
