package org.handsel.partnership.prospects;

import java.util.List;
import java.util.Map;

/// A part of the shopping list.
///
/// @param total how many institutions fit
/// @param rows this part, the best first
/// @param facets by facet (`type`, `country`, `holdings`, `stage`, `claim`) how many have which
///   value under all other filters, the most frequent first; an unknown value is the empty text
public record ProspectPage(
    int total, List<Prospect> rows, Map<String, Map<String, Integer>> facets) {
  public ProspectPage {
    rows = List.copyOf(rows);
  }
}
