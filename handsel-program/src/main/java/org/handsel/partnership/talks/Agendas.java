package org.handsel.partnership.talks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.handsel.platform.Database;
import org.handsel.platform.History;
import org.handsel.platform.Who;
import org.jspecify.annotations.Nullable;

/// All days of a group: to come back, steps, ends of claims and events.
///
/// Safe for use by many threads.
public final class Agendas {
  private static final int MOST = 2000;

  private final Ground ground;

  public Agendas(Database database, History history, Clock clock) {
    this.ground = Ground.of(database, history, clock);
  }

  /// One thing on a day.
  ///
  /// @param kind `event`, `revisit`, `step` or `claim`
  /// @param subject id of the event, partnership or institution
  /// @param name of the institution or event
  /// @param detail title of the partnership, the step, or the place of an event
  /// @param day its first day
  /// @param until its last day
  /// @param who whose business it is; empty for nobody's
  public record Item(
      String kind,
      String subject,
      String name,
      String detail,
      LocalDate day,
      LocalDate until,
      String who) {}

  /// What happens between two days, both included, by day.
  ///
  /// @param of only what is this person's business, or null
  public List<Item> between(LocalDate from, LocalDate to, @Nullable Who of) {
    String who = of == null ? "" : of.id();
    List<Item> items = new ArrayList<>();
    ground
        .database()
        .read(handle -> {
          for (String query : List.of(EVENTS, REVISITS, STEPS, CLAIMS)) {
            handle
                .createQuery(query)
                .bind("from", from.toString())
                .bind("to", to.toString())
                .bind("who", who)
                .bind("today", ground.today().toString())
                .bind("most", MOST)
                .map((row, context) ->
                    new Item(
                        row.getString("kind"),
                        row.getString("subject"),
                        row.getString("name"),
                        row.getString("detail"),
                        LocalDate.parse(row.getString("day")),
                        LocalDate.parse(row.getString("until")),
                        row.getString("who")))
                .forEach(items::add);
          }
          return true;
        });
    items.sort(Comparator.comparing(Item::day));
    return items;
  }

  private static final String EVENTS =
      """
      select 'event' as kind, o.id as subject, o.title as name, o.place as detail, o.begins_on as day,
        o.ends_on as until,
        coalesce((select string_agg(g.who_name, ', ' order by g.who_name) from occasion_goer g where g.occasion = o.id), '') as who
      from occasion o
      where o.begins_on <= :to and o.ends_on >= :from and :today <> ''
        and (:who = '' or exists (select 1 from occasion_goer g where g.occasion = o.id and g.who = :who))
      order by o.begins_on, o.id limit :most
      """;
  private static final String REVISITS =
      """
      select 'revisit' as kind, p.id as subject, i.name as name, p.title as detail, p.revisit_on as day,
        p.revisit_on as until, coalesce(c.owner_name, r.who_name) as who
      from partnership p join institution i on i.id = p.institution
      join revisit r on r.partnership = p.id
      left join claim c on c.institution = p.institution and c.expires_on >= :today
      where p.revisit_on >= :from and p.revisit_on <= :to
        and (:who = '' or c.owner = :who or (c.owner is null and r.who = :who))
      order by p.revisit_on, p.id limit :most
      """;
  private static final String STEPS =
      """
      select 'step' as kind, p.id as subject, i.name as name, e.step as detail, e.step_on as day,
        e.step_on as until, e.step_by_name as who
      from timeline_entry e join partnership p on p.id = e.partnership
      join institution i on i.id = p.institution
      where e.step is not null and e.step_done_on is null and not e.withdrawn
        and e.step_on >= :from and e.step_on <= :to and :today <> '' and (:who = '' or e.step_by = :who)
      order by e.step_on, e.id limit :most
      """;
  private static final String CLAIMS =
      """
      select 'claim' as kind, c.institution as subject, i.name as name, '' as detail, c.expires_on as day,
        c.expires_on as until, c.owner_name as who
      from claim c join institution i on i.id = c.institution
      where c.expires_on >= :from and c.expires_on <= :to and c.expires_on >= :today
        and (:who = '' or c.owner = :who)
      order by c.expires_on, c.institution limit :most
      """;
}
