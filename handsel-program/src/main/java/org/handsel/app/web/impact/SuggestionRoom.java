package org.handsel.app.web.impact;

import java.util.List;
import org.handsel.app.web.Page;
import org.handsel.app.web.Room;
import org.handsel.app.web.Routes;
import org.handsel.app.web.account.Role;
import org.handsel.impact.Suggestion;

/// The list for editors: which unused file would fit which article.
final class SuggestionRoom implements Room {
  private static final int MOST = 500;

  private final Doors doors;

  SuggestionRoom(Doors doors) {
    this.doors = doors;
  }

  @Override
  public String name() {
    return "suggestions";
  }

  @Override
  public void addTo(Routes routes) {
    routes.get("/partnerships/{id}/suggestions", Role.VIEWER, this::show);
  }

  private void show(Page page) {
    var head = doors.head(page);
    List<Suggestion> all = doors.suggestions(head.partnership().id());
    page.show(
        "impact/suggestions.jte",
        new SuggestionView(head, all.stream().limit(MOST).toList(), all.size()));
  }
}
