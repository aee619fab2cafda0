package org.handsel.app.web.talks;

import java.time.Clock;
import java.util.List;
import org.handsel.app.web.Room;
import org.handsel.app.web.account.Accounts;
import org.handsel.app.web.guide.Guides;
import org.handsel.partnership.register.Institutions;
import org.handsel.platform.Database;
import org.handsel.platform.History;
import org.handsel.platform.Once;
import org.handsel.rights.conditions.Conditions;

/// The rooms of talks.
public final class TalkRooms {
  private TalkRooms() {}

  /// All rooms of talks.
  ///
  /// @param institutions the register, shared because it keeps an index in memory
  /// @param conditions what reads letters, shared because its tables are large
  public static List<Room> of(
      Database database,
      History history,
      Institutions institutions,
      Accounts accounts,
      Guides guides,
      Once<Conditions> conditions,
      Clock clock) {
    Doors doors = Doors.of(database, history, institutions, accounts, guides, clock);
    return List.of(
        new BoardRoom(doors),
        new PartnershipRoom(doors, conditions),
        new CalendarRoom(doors, new FeedAddresses(database, clock)),
        new HabitsRoom(doors));
  }
}
