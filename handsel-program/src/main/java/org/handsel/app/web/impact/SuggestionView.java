package org.handsel.app.web.impact;

import java.util.List;
import org.handsel.app.web.agreements.Head;
import org.handsel.impact.Suggestion;

/// Articles without an image that a file of the release would fit.
///
/// @param all how many there are, also those that are not shown
public record SuggestionView(Head head, List<Suggestion> shown, int all) {
  public SuggestionView {
    shown = List.copyOf(shown);
  }
}
