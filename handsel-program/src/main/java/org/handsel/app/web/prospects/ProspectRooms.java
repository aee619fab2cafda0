package org.handsel.app.web.prospects;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.handsel.app.web.Room;
import org.handsel.partnership.briefs.Briefs;
import org.handsel.partnership.precedents.Precedents;
import org.handsel.partnership.prospects.Prospects;
import org.handsel.partnership.register.Institutions;
import org.handsel.partnership.talks.Partnerships;
import org.handsel.partnership.talks.Timeline;
import org.handsel.platform.Database;
import org.handsel.platform.History;
import org.handsel.readiness.work.AuditRuns;

/// The rooms of the shopping list and of what is taken along to institutions.
public final class ProspectRooms {
  private ProspectRooms() {}

  /// All of them.
  ///
  /// @param scratch folder for lists on their way
  public static List<Room> of(
      Database database, History history, Institutions register, Path scratch, Clock clock) {
    Prospects prospects = new Prospects(database, history, clock, register);
    Precedents precedents = new Precedents(database, history, clock, register);
    return List.of(
        new ListRoom(prospects, new AuditRuns(database, clock), scratch),
        new DocumentRoom(
            prospects,
            new Briefs(database, history, clock, register, prospects, precedents),
            new Partnerships(database, history, clock),
            new Timeline(database, history, clock)));
  }
}
