package org.handsel.authority.record;

import java.util.List;
import java.util.Map;

/// What Wikidata says of the subject of a page, as far as identifiers go.
///
/// @param id such as `Q42`
/// @param human whether the item is one
/// @param title of the page in the wiki that was asked for
/// @param identifiers by scheme (`gnd`, `viaf` …), as written
public record WikidataItem(
    String id, boolean human, String title, Map<String, List<String>> identifiers) {
  public WikidataItem {
    identifiers = Map.copyOf(identifiers);
  }
}
