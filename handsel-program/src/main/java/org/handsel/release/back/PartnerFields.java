package org.handsel.release.back;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.handsel.platform.ResourceTable;

/// What a template's parameter is in an institution's formats: `partner-fields.tsv`.
///
/// @param fields by parameter or property
record PartnerFields(Map<String, Field> fields) {
  /// @param name of the field in a list of corrections
  /// @param lido `title`, `note`, `actor`, `date`, `subject`, `material`, `measure`, `inscription`
  /// @param marc tag, indicators (`_` for a blank) and subfield, such as `520__a`
  record Field(String name, String lido, String marc) {}

  static final Field OTHER = new Field("note", "note", "500__a");

  static PartnerFields load() {
    ResourceTable table =
        ResourceTable.read(
            PartnerFields.class,
            "partner-fields.tsv",
            "parameter",
            "name",
            "lido",
            "marc",
            "source");
    Map<String, Field> fields = new LinkedHashMap<>();
    for (ResourceTable.Row row : table.rows()) {
      String marc = row.cell(3);
      if (!marc.matches("[0-9]{3}[0-9_]{2}[a-z0-9]") || !LidoSnippets.KINDS.contains(row.cell(2))) {
        throw ResourceTable.malformed(
            table.name(), row.line(), "unknown place %s, %s".formatted(row.cell(2), marc));
      }
      if (fields.put(row.cell(0), new Field(row.cell(1), row.cell(2), marc)) != null) {
        throw ResourceTable.malformed(table.name(), row.line(), "stands twice: " + row.cell(0));
      }
    }
    return new PartnerFields(Map.copyOf(fields));
  }

  Field of(WikiChange change) {
    if (change.kind().equals("category")) {
      return fields.getOrDefault("category", OTHER);
    }
    if (change.kind().equals("caption")) {
      return fields.getOrDefault("caption", OTHER);
    }
    Field property = fields.get(change.field());
    return property != null
        ? property
        : fields.getOrDefault(
            change.field().toLowerCase(Locale.ROOT).replace('_', ' '),
            new Field(change.field(), OTHER.lido, OTHER.marc));
  }
}
