package org.handsel.app.web.mapping;

import java.util.List;
import org.handsel.app.web.Room;
import org.handsel.platform.Database;
import org.handsel.platform.History;
import org.handsel.platform.Settings;
import org.handsel.platform.Workspace;

/// The rooms of mapping.
public final class MappingRooms {
  private MappingRooms() {}

  public static List<Room> of(
      Workspace workspace, Settings settings, Database database, History history) {
    Shelf shelf = new Shelf(workspace.home());
    Noted noted = new Noted(database, history);
    Looks looks = new Looks();
    return List.of(new MappingRoom(shelf, noted, looks, settings), new TableRoom(shelf, noted));
  }
}
