package org.handsel.app.web.impact;

import java.time.Clock;
import java.util.List;
import org.handsel.app.web.Room;
import org.handsel.partnership.register.Institutions;
import org.handsel.platform.Database;
import org.handsel.platform.History;

/// The rooms of stewardship.
public final class ImpactRooms {
  private ImpactRooms() {}

  public static List<Room> of(
      Database database, History history, Institutions institutions, Clock clock) {
    Doors doors = Doors.of(database, history, institutions, clock);
    return List.of(
        new ImpactRoom(doors),
        new StewardRoom(doors),
        new StoryRoom(doors),
        new ReportRoom(doors),
        new SuggestionRoom(doors),
        new ComparisonRoom(doors));
  }
}
