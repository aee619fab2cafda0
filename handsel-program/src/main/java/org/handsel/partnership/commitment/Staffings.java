package org.handsel.partnership.commitment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.handsel.partnership.effort.Capacities;
import org.handsel.partnership.effort.Capacity;
import org.handsel.partnership.effort.Effort;
import org.handsel.partnership.effort.EffortForecast;
import org.handsel.partnership.effort.VolunteerCall;
import org.handsel.partnership.effort.Volunteers;
import org.handsel.platform.Database;
import org.handsel.platform.History;

/// Weighs the hours that a partnership still takes against those that volunteers signed up for and
/// those that the chapter has.
///
/// Volunteers suffice when they signed up for all of it; the chapter steps in when its free hours
/// of the next three months (the length of an average partnership) fill the gap; otherwise somebody
/// has to be paid, or less be done. Safe for use by many threads.
public final class Staffings {
  private static final int MONTHS = 3;

  private final Database database;
  private final Clock clock;
  private final Effort effort;
  private final Volunteers volunteers;
  private final Capacities capacities;
  private final Commitments commitments;

  public Staffings(Database database, History history, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.effort = new Effort(database, history, clock);
    this.volunteers = new Volunteers(database, history, clock);
    this.capacities = new Capacities(database, history, clock);
    this.commitments = new Commitments(database, history, clock);
  }

  public Staffing of(String partnership) {
    record Stand(int stage, String team) {}
    Stand stand =
        database.read(handle ->
            handle
                .createQuery("select stage, team from partnership where id = :id")
                .bind("id", partnership)
                .map((row, context) -> new Stand(row.getInt("stage"), row.getString("team")))
                .one());
    EffortForecast forecast = effort.forecast(partnership);
    LocalDate until = LocalDate.now(clock).plusMonths(MONTHS);
    List<Capacity> team = capacities.of(stand.team());
    long needed = Math.round(Math.ceil(forecast.left(stand.stage())));
    long signedUp = volunteers.of(partnership).stream().mapToLong(VolunteerCall::signedUp).sum();
    long chapter = team.stream().mapToLong(one -> commitments.free(one, until)).sum();
    String verdict =
        signedUp >= needed ? "volunteers" : signedUp + chapter >= needed ? "chapter" : "paid";
    return new Staffing(verdict, needed, signedUp, chapter, MONTHS, forecast);
  }
}
