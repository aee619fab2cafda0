package org.handsel.app.web.mapping;

import java.util.List;
import org.handsel.app.reconciliation.Reconciliation;
import org.handsel.app.web.Room;
import org.handsel.platform.Database;
import org.handsel.platform.History;
import org.handsel.platform.Settings;
import org.handsel.platform.Workspace;
import org.jspecify.annotations.Nullable;

/// The rooms of mapping.
public final class MappingRooms {
  private MappingRooms() {}

  /// @param authorities files of persons that proposals come from; null where none is open
  public static List<Room> of(
      Workspace workspace,
      Settings settings,
      Database database,
      History history,
      @Nullable Reconciliation authorities) {
    Shelf shelf = new Shelf(workspace.home());
    Noted noted = new Noted(database, history);
    Looks looks = new Looks();
    Tables tables = new Tables(shelf);
    People people = new People(authorities);
    return List.of(
        new MappingRoom(shelf, noted, looks, settings),
        new TableRoom(shelf, tables, noted, people),
        new PeopleRoom(tables, noted, people));
  }
}
