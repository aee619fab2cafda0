package org.handsel.partnership.talks;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.handsel.platform.Database;
import org.handsel.platform.History;
import org.handsel.platform.Who;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;

/// A person's days in the calendar that the person uses anyway (iCalendar, RFC 5545).
///
/// Whole days only. Feeds are read by machines of others, so that neither people nor what was
/// written is in them: institution, title and kind of the day are. Ids of events never change. Safe
/// for use by many threads.
public final class CalendarFeed {
  /// How long a past event stays in the feed.
  private static final int PAST_DAYS = 90;

  private final Ground ground;

  public CalendarFeed(Database database, History history, Clock clock) {
    this.ground = Ground.of(database, history, clock);
  }

  /// The feed of a person: days to come back, next steps, ends of claims, and the events the person
  /// goes to.
  ///
  /// @return text of type `text/calendar; charset=utf-8`
  public String of(Who who) {
    List<CalendarComponent> events = new ArrayList<>();
    ground
        .database()
        .read(handle -> {
          String today = ground.today().toString();
          events.addAll(
              days(
                  handle,
                  who,
                  today,
                  "revisit",
                  "Come back",
                  """
                  select p.id, i.name, p.title, '' as place, p.revisit_on as begins, p.revisit_on as ends
                  from partnership p join institution i on i.id = p.institution
                  join revisit r on r.partnership = p.id
                  left join claim c on c.institution = p.institution and c.expires_on >= :today
                  where p.revisit_on is not null and (c.owner = :who or (c.owner is null and r.who = :who))
                  order by p.id
                  """));
          events.addAll(
              days(
                  handle,
                  who,
                  today,
                  "step",
                  "Next step",
                  """
                  select e.id, i.name, p.title, '' as place, e.step_on as begins, e.step_on as ends
                  from timeline_entry e join partnership p on p.id = e.partnership
                  join institution i on i.id = p.institution
                  where e.step_by = :who and e.step_on is not null and e.step_done_on is null
                    and not e.withdrawn and e.step is not null and e.step_on >= :past
                  order by e.id
                  """));
          events.addAll(
              days(
                  handle,
                  who,
                  today,
                  "claim",
                  "Claim runs out",
                  """
                  select c.institution as id, i.name, '' as title, '' as place,
                    c.expires_on as begins, c.expires_on as ends
                  from claim c join institution i on i.id = c.institution
                  where c.owner = :who and c.expires_on >= :today
                  order by c.institution
                  """));
          events.addAll(
              days(
                  handle,
                  who,
                  today,
                  "event",
                  "",
                  """
                  select o.id, o.title as name, '' as title, o.place, o.begins_on as begins, o.ends_on as ends
                  from occasion o join occasion_goer g on g.occasion = o.id
                  where g.who = :who and o.ends_on >= :past
                  order by o.begins_on, o.id
                  """));
          return true;
        });
    return written(events);
  }

  private List<VEvent> days(
      Handle handle, Who who, String today, String kind, String what, String sql) {
    return handle
        .createQuery(sql)
        // Not every query asks for both days.
        .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
        .bind("who", who.id())
        .bind("today", today)
        .bind("past", ground.today().minusDays(PAST_DAYS).toString())
        .map((row, context) ->
            event(
                kind,
                row.getString("id"),
                summary(what, row.getString("name"), row.getString("title")),
                row.getString("place"),
                LocalDate.parse(row.getString("begins")),
                LocalDate.parse(row.getString("ends"))))
        .list();
  }

  private VEvent event(
      String kind, String id, String summary, String place, LocalDate begins, LocalDate ends) {
    List<Property> properties = new ArrayList<>();
    properties.add(new Uid(kind + "-" + id + "@handsel"));
    properties.add(new DtStamp(ground.clock().instant()));
    properties.add(new DtStart<>(begins));
    properties.add(new DtEnd<>(ends.plusDays(1)));
    properties.add(new Summary(summary));
    if (!place.isBlank()) {
      properties.add(new Location(place));
    }
    properties.add(ImmutableTransp.TRANSPARENT);
    return new VEvent(new PropertyList(properties));
  }

  private static String summary(String what, String name, String title) {
    String about = title.isBlank() ? name : name + " – " + title;
    return what.isEmpty() ? about : what + ": " + about;
  }

  private static String written(List<CalendarComponent> events) {
    Calendar calendar =
        new Calendar(
            new PropertyList(
                List.of(new ProdId("-//Handsel//Partnerships//EN"), ImmutableVersion.VERSION_2_0)),
            new ComponentList<>(events));
    StringWriter out = new StringWriter();
    try {
      // Without validation: it refuses a calendar without events, which a new person's is.
      new CalendarOutputter(false).output(calendar, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
