package org.handsel.app.web.prospects;

import java.util.List;
import java.util.Map;
import org.handsel.partnership.prospects.ProspectPage;
import org.handsel.partnership.prospects.WikiGaps;

/// The shopping list.
///
/// @param map SVG of the map, or empty for the list
/// @param nowhere institutions that the map cannot show
/// @param left circles that are not drawn
/// @param audits audits that could be taken over: id and what to call each
public record ListView(
    ProspectPage list,
    ListAddress address,
    Said said,
    int number,
    boolean more,
    String map,
    int nowhere,
    int left,
    List<WikiGaps> gaps,
    Map<String, String> audits,
    boolean empty) {
  public ListView {
    gaps = List.copyOf(gaps);
  }
}
