package org.handsel.partnership.prospects;

import java.util.List;

/// Circles of a map of the shopping list.
///
/// @param cells circles, the largest first
/// @param nowhere how many institutions have neither a place nor a known country
public record ProspectMap(List<MapCell> cells, int nowhere) {
  public ProspectMap {
    cells = List.copyOf(cells);
  }
}
