package org.handsel.readiness.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.handsel.platform.ResourceTable;

/// The audits by id, in their order: what each is called, why it matters, and how much mending one
/// finding helps. From `audits.tsv` and, for the words, [AuditTexts].
public final class AuditCatalogue {
  private AuditCatalogue() {}

  /// @param name of the audit in a few words
  /// @param why it matters to a partner or editor
  /// @param weight how much mending one helps, from 1 to 9
  public record Definition(String name, String why, int weight) {}

  /// The audits in English.
  public static Map<String, Definition> all() {
    return in(AuditTexts.in("en"));
  }

  static Map<String, Definition> in(AuditTexts texts) {
    Map<String, Definition> definitions = new LinkedHashMap<>();
    for (ResourceTable.Row row :
        ResourceTable.read(AuditCatalogue.class, "audits.tsv", "id", "weight").rows()) {
      String id = row.cell(0);
      definitions.put(
          id,
          new Definition(
              texts.of("readiness.name." + id),
              texts.of("readiness.why." + id),
              Integer.parseInt(row.cell(1))));
    }
    return definitions;
  }
}
