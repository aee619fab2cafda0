package org.handsel.partnership.prospects;

import java.util.EnumMap;
import java.util.Map;
import org.handsel.platform.ResourceTable;

/// The table `factors.tsv`. Immutable.
///
/// @param effortPoints points that the greatest effort takes off at weight 1
record Factors(Weights standard, double effortPoints) {
  static Factors load() {
    Map<Factor, Double> weights = new EnumMap<>(Factor.class);
    double points = 0;
    ResourceTable table =
        ResourceTable.read(Factors.class, "factors.tsv", "factor", "kind", "weight", "points");
    for (ResourceTable.Row row : table.rows()) {
      Factor factor =
          Factor.of(row.cell(0))
              .orElseThrow(() ->
                  ResourceTable.malformed(
                      table.name(), row.line(), "no factor \"%s\"".formatted(row.cell(0))));
      if (row.cell(1).equals("cost") != (factor == Factor.EFFORT)) {
        throw ResourceTable.malformed(table.name(), row.line(), "only effort is a cost");
      }
      weights.put(factor, Double.parseDouble(row.cell(2)));
      points += Double.parseDouble(row.cell(3));
    }
    if (weights.size() != Factor.values().length) {
      throw new IllegalStateException(table.name() + ": expected one row for each factor");
    }
    return new Factors(new Weights(weights), points);
  }
}
