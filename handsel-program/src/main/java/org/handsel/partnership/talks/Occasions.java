package org.handsel.partnership.talks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handsel.platform.Database;
import org.handsel.platform.HandselException;
import org.handsel.platform.History;
import org.handsel.platform.Who;
import org.jdbi.v3.core.Handle;

/// Events to attend, who goes there and whom they meet.
///
/// Safe for use by many threads.
public final class Occasions {
  private static final List<String> KINDS =
      List.of("exhibition", "congress", "lecture", "anniversary", "edit-a-thon", "other");

  private final Ground ground;

  public Occasions(Database database, History history, Clock clock) {
    this.ground = Ground.of(database, history, clock);
  }

  /// Adds an occasion and gives it an id.
  public Occasion add(Who who, Occasion draft) {
    check(draft);
    String id = ground.ids().next();
    return ground.write(handle -> {
      handle
          .createUpdate(
              """
              insert into occasion (id, title, kind, place, begins_on, ends_on, website, result, changed_at)
              values (:id, :title, :kind, :place, :begins, :ends, :website, :result, :now)
              """)
          .bind("title", draft.title())
          .bind("kind", draft.kind())
          .bind("place", draft.place())
          .bind("begins", draft.begins().toString())
          .bind("ends", draft.ends().toString())
          .bind("website", draft.website())
          .bind("result", draft.result())
          .bind("now", ground.clock().millis())
          .bind("id", id)
          .execute();
      people(handle, id, draft);
      Occasion added = existing(handle, id);
      ground.history().note(handle, who, "occasion", id, "add", null, logged(added));
      return added;
    });
  }

  /// Changes an occasion.
  ///
  /// @param edited with the version that it was made on
  /// @throws org.handsel.platform.EditConflict when somebody else was faster
  public Occasion change(Who who, Occasion edited) {
    check(edited);
    return ground.write(handle -> {
      Occasion before = existing(handle, edited.id());
      int changed =
          handle
              .createUpdate(
                  """
                  update occasion set title = :title, kind = :kind, place = :place, begins_on = :begins,
                    ends_on = :ends, website = :website, result = :result, changed_at = :now,
                    version = version + 1
                  where id = :id and version = :version
                  """)
              .bind("title", edited.title())
              .bind("kind", edited.kind())
              .bind("place", edited.place())
              .bind("begins", edited.begins().toString())
              .bind("ends", edited.ends().toString())
              .bind("website", edited.website())
              .bind("result", edited.result())
              .bind("now", ground.clock().millis())
              .bind("id", edited.id())
              .bind("version", edited.version())
              .execute();
      if (changed == 0) {
        throw new Stale("occasion", edited.id());
      }
      people(handle, edited.id(), edited);
      Occasion after = existing(handle, edited.id());
      ground
          .history()
          .note(handle, who, "occasion", edited.id(), "change", logged(before), logged(after));
      return after;
    });
  }

  public Optional<Occasion> find(String id) {
    return ground.database().read(handle -> find(handle, id));
  }

  /// Occasions that have not ended before a day, the first to begin first.
  public List<Occasion> from(LocalDate day, int limit) {
    return ground
        .database()
        .read(handle ->
            handle
                .createQuery(
                    "select id from occasion where ends_on >= :day order by begins_on, id limit"
                        + " :limit")
                .bind("day", day.toString())
                .bind("limit", limit)
                .mapTo(String.class)
                .list()
                .stream()
                .map(id -> existing(handle, id))
                .toList());
  }

  /// Occasions at which a person goes or went, and of which no result is noted yet.
  public List<Occasion> openOf(Who who, LocalDate until) {
    return ground
        .database()
        .read(handle ->
            handle
                .createQuery(
                    """
                    select o.id from occasion o join occasion_goer g on g.occasion = o.id
                    where g.who = :who and o.begins_on <= :until and o.result = ''
                    order by o.begins_on, o.id
                    """)
                .bind("who", who.id())
                .bind("until", until.toString())
                .mapTo(String.class)
                .list()
                .stream()
                .map(id -> existing(handle, id))
                .toList());
  }

  private static Occasion existing(Handle handle, String id) {
    return find(handle, id)
        .orElseThrow(() -> HandselException.usage("event \"%s\": there is none.".formatted(id)));
  }

  private static Optional<Occasion> find(Handle handle, String id) {
    List<Who> goers =
        handle
            .createQuery(
                "select who, who_name from occasion_goer where occasion = :id order by who")
            .bind("id", id)
            .map((row, context) -> new Who(row.getString("who"), row.getString("who_name")))
            .list();
    List<String> met =
        handle
            .createQuery(
                "select institution from occasion_institution where occasion = :id order by"
                    + " institution")
            .bind("id", id)
            .mapTo(String.class)
            .list();
    return handle
        .createQuery("select * from occasion where id = :id")
        .bind("id", id)
        .map((row, context) ->
            new Occasion(
                id,
                row.getString("title"),
                row.getString("kind"),
                row.getString("place"),
                LocalDate.parse(row.getString("begins_on")),
                LocalDate.parse(row.getString("ends_on")),
                row.getString("website"),
                goers,
                met,
                row.getString("result"),
                row.getLong("version")))
        .findOne();
  }

  private static void people(Handle handle, String id, Occasion occasion) {
    handle.execute("delete from occasion_goer where occasion = ?", id);
    handle.execute("delete from occasion_institution where occasion = ?", id);
    for (Who goer : occasion.goers()) {
      handle.execute(
          "insert into occasion_goer (occasion, who, who_name) values (?, ?, ?)",
          id,
          goer.id(),
          goer.name());
    }
    for (String institution : occasion.institutions().stream().distinct().toList()) {
      handle.execute(
          "insert into occasion_institution (occasion, institution) values (?, ?)",
          id,
          institution);
    }
  }

  /// Without the result, in which people may be named.
  private static Map<String, Object> logged(Occasion occasion) {
    return Map.of(
        "title", occasion.title(),
        "kind", occasion.kind(),
        "place", occasion.place(),
        "begins", occasion.begins(),
        "ends", occasion.ends(),
        "goers", occasion.goers(),
        "institutions", occasion.institutions(),
        "result", !occasion.result().isBlank(),
        "version", occasion.version());
  }

  private static void check(Occasion occasion) {
    if (occasion.title().isBlank() || !KINDS.contains(occasion.kind())) {
      throw HandselException.usage(
          "event: expected a title and one of %s, found \"%s\" and \"%s\"."
              .formatted(String.join(", ", KINDS), occasion.title(), occasion.kind()));
    }
    if (occasion.ends().isBefore(occasion.begins())) {
      throw HandselException.usage(
          "event, last day: expected %s or later, found \"%s\"."
              .formatted(occasion.begins(), occasion.ends()));
    }
  }
}
