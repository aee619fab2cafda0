package org.handsel.app.web.rooms;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.handsel.app.exports.Exports;
import org.handsel.app.exports.Profile;
import org.handsel.app.web.Page;
import org.handsel.app.web.Room;
import org.handsel.app.web.Routes;
import org.handsel.app.web.account.Role;

/// Downloads of what the workspace knows, for anybody and for the group.
final class ExportsRoom implements Room {
  private final Exports exports;
  private final Path scratch;

  ExportsRoom(Workbench.Parts parts) {
    this.exports = new Exports(parts.database(), parts.clock());
    this.scratch = parts.workspace().create().scratch();
  }

  @Override
  public String name() {
    return "settings";
  }

  @Override
  public void addTo(Routes routes) {
    routes.get("/settings/public.zip", Role.VIEWER, page -> send(page, Profile.PUBLIC));
    // It holds people's data, which viewers do not get to see.
    routes.get("/settings/private.zip", Role.COORDINATOR, page -> send(page, Profile.PRIVATE));
  }

  private void send(Page page, Profile profile) throws IOException {
    Path archive = Files.createTempFile(scratch, "export", ".zip");
    try {
      try (OutputStream out = Files.newOutputStream(archive)) {
        exports.zip(profile, out);
      }
      page.send(
          "application/zip",
          "handsel-" + profile.code() + ".zip",
          Files.newInputStream(archive, StandardOpenOption.DELETE_ON_CLOSE));
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(archive);
      throw e;
    }
  }
}
