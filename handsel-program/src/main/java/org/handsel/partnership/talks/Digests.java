package org.handsel.partnership.talks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.handsel.partnership.talks.Digest.Line;
import org.handsel.partnership.talks.Digest.Part;
import org.handsel.platform.Database;
import org.handsel.platform.History;
import org.handsel.platform.Who;
import org.jdbi.v3.core.Handle;

/// What each person has to do on a day.
///
/// A revisit is the business of whoever has the claim; without a claim, of whoever planned it; when
/// that person does not come back either, after two weeks of everybody, so that no thread is lost.
/// Safe for use by many threads.
public final class Digests {
  private static final int WEEK = 7;
  private static final int TWO_WEEKS = 14;

  private static final String MINE =
      """
      (c.owner = :who or (c.owner is null and r.who = :who))
      """;

  private final Ground ground;
  private final Occasions occasions;
  private final Claims claims;

  public Digests(Database database, History history, Clock clock) {
    this.ground = Ground.of(database, history, clock);
    this.occasions = new Occasions(database, history, clock);
    this.claims = new Claims(database, history, clock);
  }

  /// What a person has to do.
  ///
  /// @param day the day on which it is read
  public Digest of(Who who, LocalDate day) {
    List<Line> lines = new ArrayList<>();
    LocalDate week = day.plusDays(WEEK);
    ground
        .database()
        .read(handle -> {
          for (Notice notice : claims.notices(who)) {
            lines.add(
                new Line(
                    Part.NOTICE,
                    notice.id(),
                    name(handle, notice.institution()),
                    "",
                    null,
                    "%s by %s: %s"
                        .formatted(notice.kind(), notice.actor().name(), notice.reason())));
          }
          LocalDate tomorrow = day.plusDays(1);
          lines.addAll(
              revisits(handle, who, day, Part.OVERDUE, MINE, LocalDate.of(1900, 1, 1), day));
          lines.addAll(revisits(handle, who, day, Part.THIS_WEEK, MINE, day, week.plusDays(1)));
          lines.addAll(steps(handle, who, week));
          lines.addAll(ending(handle, who, day, week));
          lines.addAll(events(handle, who, day.plusDays(TWO_WEEKS)));
          lines.addAll(retention(handle, who, week));
          lines.addAll(
              revisits(
                  handle,
                  who,
                  day,
                  Part.NOBODYS,
                  "c.owner is null and r.who <> :who",
                  LocalDate.of(1900, 1, 1),
                  tomorrow.minusDays(TWO_WEEKS)));
          return true;
        });
    return new Digest(who, day, lines);
  }

  /// @param from first day
  /// @param before first day that does not belong any more
  private static List<Line> revisits(
      Handle handle,
      Who who,
      LocalDate day,
      Part part,
      String whose,
      LocalDate from,
      LocalDate before) {
    return handle
        .createQuery(
            """
            select p.id, i.name, p.title, p.revisit_on, r.reason from partnership p
            join revisit r on r.partnership = p.id join institution i on i.id = p.institution
            left join claim c on c.institution = p.institution and c.expires_on >= :day
            where p.revisit_on >= :from and p.revisit_on < :before and %s
            order by p.revisit_on, p.id
            """
                .formatted(whose))
        .bind("day", day.toString())
        .bind("who", who.id())
        .bind("from", from.toString())
        .bind("before", before.toString())
        .map((row, context) ->
            new Line(
                part,
                row.getString("id"),
                row.getString("name"),
                row.getString("title"),
                PartnershipRow.day(row.getString("revisit_on")),
                row.getString("reason")))
        .list();
  }

  private static List<Line> steps(Handle handle, Who who, LocalDate until) {
    return handle
        .createQuery(
            """
            select p.id, i.name, p.title, e.step_on, e.step from timeline_entry e
            join partnership p on p.id = e.partnership join institution i on i.id = p.institution
            where e.step_by = :who and e.step is not null and e.step_done_on is null and not e.withdrawn
              and e.step_on <= :until
            order by e.step_on, e.id
            """)
        .bind("who", who.id())
        .bind("until", until.toString())
        .map((row, context) ->
            new Line(
                Part.STEP,
                row.getString("id"),
                row.getString("name"),
                row.getString("title"),
                PartnershipRow.day(row.getString("step_on")),
                row.getString("step")))
        .list();
  }

  private static List<Line> ending(Handle handle, Who who, LocalDate day, LocalDate until) {
    return handle
        .createQuery(
            """
            select c.institution, i.name, c.expires_on from claim c
            join institution i on i.id = c.institution
            where c.owner = :who and c.expires_on >= :day and c.expires_on <= :until
            order by c.expires_on, c.institution
            """)
        .bind("who", who.id())
        .bind("day", day.toString())
        .bind("until", until.toString())
        .map((row, context) ->
            new Line(
                Part.CLAIM,
                row.getString("institution"),
                row.getString("name"),
                "",
                PartnershipRow.day(row.getString("expires_on")),
                ""))
        .list();
  }

  private List<Line> events(Handle handle, Who who, LocalDate until) {
    return occasions.openOf(who, until).stream()
        .map(occasion ->
            new Line(
                Part.EVENT,
                occasion.id(),
                String.join(
                    ", ", occasion.institutions().stream().map(met -> name(handle, met)).toList()),
                occasion.title(),
                occasion.begins(),
                occasion.place()))
        .toList();
  }

  /// People whom one recorded or with whose institution one speaks; when nobody cared for two
  /// weeks, everybody gets to see them.
  private static List<Line> retention(Handle handle, Who who, LocalDate until) {
    return handle
        .createQuery(
            """
            select t.id, i.name, t.retain_until from contact t join institution i on i.id = t.institution
            left join claim c on c.institution = t.institution and c.expires_on >= :today
            where not t.erased and t.retain_until <= :until
              and (t.recorded_by = :who or c.owner = :who or t.retain_until < :late)
            order by t.retain_until, t.id
            """)
        .bind("today", until.minusDays(WEEK).toString())
        .bind("until", until.toString())
        .bind("late", until.minusDays(WEEK + TWO_WEEKS).toString())
        .bind("who", who.id())
        .map((row, context) -> {
          String id = row.getString("id");
          return new Line(
              Part.RETENTION,
              id,
              row.getString("name"),
              "[person " + id.substring(Math.max(0, id.length() - 6)) + "]",
              PartnershipRow.day(row.getString("retain_until")),
              "");
        })
        .list();
  }

  private static String name(Handle handle, String institution) {
    return handle
        .createQuery("select name from institution where id = :id")
        .bind("id", institution)
        .mapTo(String.class)
        .findOne()
        .orElse("");
  }
}
