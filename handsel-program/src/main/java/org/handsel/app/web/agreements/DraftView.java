package org.handsel.app.web.agreements;

import java.util.List;
import org.handsel.app.web.Form;
import org.handsel.partnership.agreement.RungFacts;
import org.handsel.partnership.draft.Draft;

/// The page of a draft.
///
/// @param kinds that may be chosen
/// @param form what was typed
public record DraftView(Head head, Draft draft, List<RungFacts> kinds, Form form) {
  public DraftView {
    kinds = List.copyOf(kinds);
  }

  /// Address of this draft with its kind and language.
  public String query() {
    return "kind=%s&in=%s".formatted(draft.kind().code(), draft.language());
  }
}
