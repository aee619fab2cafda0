package org.handsel.partnership.talks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handsel.partnership.talks.Entry.LinkedCondition;
import org.handsel.platform.HandselException;
import org.handsel.platform.Who;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Reads and writes rows of the tables of a timeline.
final class Entries {
  private Entries() {}

  /// Entries by their rows; people, files and conditions of all of them come with one query each.
  static List<Entry> whole(Handle handle, List<Entry> rows) {
    if (rows.isEmpty()) {
      return rows;
    }
    List<String> ids = rows.stream().map(Entry::id).toList();
    Map<String, List<String>> people = new HashMap<>();
    handle
        .createQuery(
            "select entry, contact from timeline_person where entry in (<ids>) order by entry,"
                + " contact")
        .bindList("ids", ids)
        .map((row, context) -> Map.entry(row.getString("entry"), row.getString("contact")))
        .forEach(one -> add(people, one.getKey(), one.getValue()));
    Map<String, List<Attachment>> files = new HashMap<>();
    handle
        .createQuery(
            "select entry, path, sha1 from timeline_file where entry in (<ids>) order by entry,"
                + " place")
        .bindList("ids", ids)
        .map((row, context) ->
            Map.entry(
                row.getString("entry"),
                new Attachment(row.getString("path"), row.getString("sha1"))))
        .forEach(one -> add(files, one.getKey(), one.getValue()));
    Map<String, List<LinkedCondition>> conditions = new HashMap<>();
    handle
        .createQuery(
            "select entry, condition, quote, verdict from timeline_condition where entry in (<ids>)"
                + " order by entry, condition, quote")
        .bindList("ids", ids)
        .map((row, context) ->
            Map.entry(
                row.getString("entry"),
                new LinkedCondition(
                    row.getString("condition"), row.getString("quote"), row.getString("verdict"))))
        .forEach(one -> add(conditions, one.getKey(), one.getValue()));
    return rows.stream()
        .map(row ->
            new Entry(
                row.id(),
                row.partnership(),
                row.day(),
                row.kind(),
                row.direction(),
                row.text(),
                people.getOrDefault(row.id(), List.of()),
                files.getOrDefault(row.id(), List.of()),
                row.answer(),
                conditions.getOrDefault(row.id(), List.of()),
                row.step(),
                row.who(),
                row.loggedAt(),
                row.withdrawn(),
                row.version()))
        .toList();
  }

  private static <T> void add(Map<String, List<T>> map, String key, T value) {
    map.computeIfAbsent(key, none -> new ArrayList<>()).add(value);
  }

  static Entry row(ResultSet row, @Nullable Object context) throws SQLException {
    String answer = row.getString("answer");
    return new Entry(
        row.getString("id"),
        row.getString("partnership"),
        LocalDate.parse(row.getString("day")),
        EntryKind.of(row.getString("kind")),
        Direction.of(row.getString("direction")),
        row.getString("text"),
        List.of(),
        List.of(),
        answer == null ? null : Answer.of(answer),
        List.of(),
        step(row),
        new Who(row.getString("who"), row.getString("who_name")),
        Instant.ofEpochMilli(row.getLong("logged_at")),
        row.getBoolean("withdrawn"),
        row.getLong("version"));
  }

  private static @Nullable NextStep step(ResultSet row) throws SQLException {
    String step = row.getString("step");
    return step == null
        ? null
        : new NextStep(
            step,
            PartnershipRow.day(row.getString("step_on")),
            new Who(row.getString("step_by"), row.getString("step_by_name")),
            PartnershipRow.day(row.getString("step_done_on")));
  }

  static Optional<Entry> find(Handle handle, String id) {
    List<Entry> rows =
        handle
            .createQuery("select * from timeline_entry where id = :id")
            .bind("id", id)
            .map(Entries::row)
            .list();
    return whole(handle, rows).stream().findFirst();
  }

  static Entry existing(Handle handle, String id) {
    return find(handle, id)
        .orElseThrow(() -> HandselException.usage("entry \"%s\": there is none.".formatted(id)));
  }

  /// What passed last with an institution, in any of its partnerships.
  static @Nullable Entry lastOf(Handle handle, String institution) {
    List<Entry> rows =
        handle
            .createQuery(
                """
                select e.* from timeline_entry e join partnership p on p.id = e.partnership
                where p.institution = :institution and not e.withdrawn
                order by e.day desc, e.id desc limit 1
                """)
            .bind("institution", institution)
            .map(Entries::row)
            .list();
    return whole(handle, rows).stream().findFirst().orElse(null);
  }

  static void insert(Handle handle, String id, EntryDraft draft, Who who, long now) {
    NextStep step = draft.step();
    Answer answer = draft.answer();
    handle
        .createUpdate(
            """
            insert into timeline_entry (id, partnership, day, kind, direction, text, answer,
              step, step_on, step_by, step_by_name, step_done_on, who, who_name, logged_at)
            values (:id, :partnership, :day, :kind, :direction, :text, :answer,
              :step, :stepOn, :stepBy, :stepByName, :stepDone, :who, :name, :now)
            """)
        .bind("id", id)
        .bind("partnership", draft.partnership())
        .bind("day", draft.day().toString())
        .bind("kind", draft.kind().code())
        .bind("direction", draft.direction().code())
        .bind("text", draft.text())
        .bind("answer", answer == null ? null : answer.code())
        .bind("step", step == null ? null : step.text())
        .bind("stepOn", step == null ? null : text(step.due()))
        .bind("stepBy", step == null ? null : step.owner().id())
        .bind("stepByName", step == null ? null : step.owner().name())
        .bind("stepDone", step == null ? null : text(step.doneOn()))
        .bind("who", who.id())
        .bind("name", who.name())
        .bind("now", now)
        .execute();
    attach(handle, id, draft);
  }

  /// Replaces people and files of an entry.
  static void attach(Handle handle, String id, EntryDraft draft) {
    handle.createUpdate("delete from timeline_person where entry = :id").bind("id", id).execute();
    handle.createUpdate("delete from timeline_file where entry = :id").bind("id", id).execute();
    for (String person : draft.people().stream().distinct().toList()) {
      handle.execute("insert into timeline_person (entry, contact) values (?, ?)", id, person);
    }
    for (int i = 0; i < draft.files().size(); i++) {
      Attachment file = draft.files().get(i);
      handle.execute(
          "insert into timeline_file (entry, place, path, sha1) values (?, ?, ?, ?)",
          id,
          (long) i,
          file.path(),
          file.sha1());
    }
  }

  /// Brings the day of the last contact up to what the timeline says.
  static void recount(Handle handle, String partnership) {
    handle
        .createUpdate(
            """
            update partnership set last_contact_on =
              (select max(day) from timeline_entry where partnership = :id and not withdrawn
                and kind <> 'note' and coalesce(answer, '') <> 'none')
            where id = :id
            """)
        .bind("id", partnership)
        .execute();
  }

  static @Nullable String text(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }
}
