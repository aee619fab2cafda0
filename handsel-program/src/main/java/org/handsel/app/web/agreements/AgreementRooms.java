package org.handsel.app.web.agreements;

import java.time.Clock;
import java.util.List;
import org.handsel.app.web.Room;
import org.handsel.partnership.register.Institutions;
import org.handsel.platform.Database;
import org.handsel.platform.History;

/// The rooms of agreements, commitments and work.
public final class AgreementRooms {
  private AgreementRooms() {}

  /// @param community name of the chapter or group for drafts; may be empty
  public static List<Room> of(
      Database database,
      History history,
      Institutions institutions,
      Clock clock,
      String community) {
    Doors doors = Doors.of(database, history, institutions, clock, community);
    return List.of(
        new AgreementRoom(doors),
        new DraftRoom(doors),
        new CommitmentRoom(doors),
        new WorkRoom(doors));
  }
}
