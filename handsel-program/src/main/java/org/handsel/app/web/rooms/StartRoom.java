package org.handsel.app.web.rooms;

import java.util.List;
import org.handsel.app.web.Page;
import org.handsel.app.web.Room;
import org.handsel.app.web.Routes;
import org.handsel.app.web.account.Role;
import org.handsel.platform.History;
import org.handsel.release.ReleaseRegister;

/// Where a day begins.
final class StartRoom implements Room {
  private static final int LATEST = 8;

  private final ReleaseRegister releases;
  private final History history;

  StartRoom(Workbench.Parts parts) {
    this.releases = new ReleaseRegister(parts.database(), parts.clock());
    this.history = new History(parts.database(), parts.clock());
  }

  @Override
  public String name() {
    return "start";
  }

  @Override
  public void addTo(Routes routes) {
    routes.get("/", Role.VIEWER, this::show);
  }

  private void show(Page page) {
    List<ReleaseRegister.Entry> all = releases.all();
    page.show(
        "start/start.jte",
        new StartView(
            all.size(), all.stream().limit(4).toList(), history.latest(null, null, LATEST, 0)));
  }
}
