package org.handsel.partnership.prospects;

import java.util.HashMap;
import java.util.Map;
import org.handsel.platform.ResourceTable;

/// About the middle of each country: `countries.tsv`. Immutable.
record Countries(Map<String, Place> places) {
  record Place(double north, double east) {}

  static Countries load() {
    Map<String, Place> places = new HashMap<>();
    ResourceTable table =
        ResourceTable.read(Countries.class, "countries.tsv", "code", "north", "east");
    for (ResourceTable.Row row : table.rows()) {
      double north = Double.parseDouble(row.cell(1));
      double east = Double.parseDouble(row.cell(2));
      if (Math.abs(north) > 90 || Math.abs(east) > 180 || row.cell(0).length() != 2) {
        throw ResourceTable.malformed(table.name(), row.line(), "no place on earth");
      }
      places.put(row.cell(0), new Place(north, east));
    }
    return new Countries(Map.copyOf(places));
  }
}
