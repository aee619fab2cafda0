package org.handsel.app.web.talks;

import java.time.Clock;
import java.util.List;
import org.handsel.app.web.Room;
import org.handsel.app.web.account.Accounts;
import org.handsel.app.web.guide.Guides;
import org.handsel.partnership.register.Institutions;
import org.handsel.platform.Database;
import org.handsel.platform.History;

/// The rooms of talks.
public final class TalkRooms {
  private TalkRooms() {}

  /// All rooms of talks.
  ///
  /// @param institutions the register, shared because it keeps an index in memory
  public static List<Room> of(
      Database database,
      History history,
      Institutions institutions,
      Accounts accounts,
      Guides guides,
      Clock clock) {
    Doors doors = Doors.of(database, history, institutions, accounts, guides, clock);
    return List.of(
        new BoardRoom(doors),
        new PartnershipRoom(doors),
        new CalendarRoom(doors, new FeedAddresses(database, clock)),
        new HabitsRoom(doors));
  }
}
