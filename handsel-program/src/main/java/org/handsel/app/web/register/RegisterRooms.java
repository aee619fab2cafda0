package org.handsel.app.web.register;

import java.time.Clock;
import java.util.List;
import org.handsel.app.web.Room;
import org.handsel.partnership.contacts.Contacts;
import org.handsel.partnership.register.Institutions;
import org.handsel.partnership.talks.Boards;
import org.handsel.platform.Database;
import org.handsel.platform.History;

/// The rooms of the register.
public final class RegisterRooms {
  private RegisterRooms() {}

  /// All rooms of the register.
  ///
  /// @param institutions the register, shared because it keeps an index in memory
  public static List<Room> of(
      Database database, History history, Institutions institutions, Clock clock) {
    Contacts contacts = new Contacts(database, history, clock);
    Boards boards = new Boards(database, history, clock);
    return List.of(
        // First, because its addresses would else be taken for the id of an institution.
        new DuplicatesRoom(institutions),
        new InstitutionsRoom(institutions, contacts, boards, history),
        new ContactsRoom(institutions, contacts));
  }
}
