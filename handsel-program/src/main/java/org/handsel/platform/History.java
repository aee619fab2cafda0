package org.handsel.platform;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What was changed in the workspace, by whom, with the state before and after: the log, the source
/// of an undo, and what the second of two editors gets to see. Rows are only ever added.
///
/// A change is noted on the handle of the transaction that makes it, so that neither exists without
/// the other. Personal data of contacts is never put into it; they are named by id. Safe for use by
/// many threads.
public final class History {
  private final Database database;
  private final Clock clock;
  private final Ids ids;

  public History(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.ids = new Ids(clock);
  }

  /// One change.
  ///
  /// @param id rises with every change of one running program
  /// @param kind what was changed: `institution`, `partnership`, `commitment` …
  /// @param subject its id
  /// @param action a verb in one word: `add`, `change`, `remove`, `merge`, `undo` …
  /// @param before its state before as JSON, or null where there was none
  /// @param after its state after as JSON, or null where nothing is left
  public record Change(
      String id,
      Instant at,
      Who who,
      String kind,
      String subject,
      String action,
      @Nullable JsonNode before,
      @Nullable JsonNode after) {}

  /// Notes a change.
  ///
  /// @param handle of the transaction that makes the change
  /// @param before any value that Jackson writes, or null
  /// @param after any value that Jackson writes, or null
  public void note(
      Handle handle,
      Who who,
      String kind,
      String subject,
      String action,
      @Nullable Object before,
      @Nullable Object after) {
    handle
        .createUpdate(
            """
            insert into change (id, at, who, who_name, kind, subject, action, before_state, after_state)
            values (:id, :at, :who, :name, :kind, :subject, :action, :before, :after)
            """)
        .bind("id", ids.next())
        .bind("at", clock.instant().toEpochMilli())
        .bind("who", who.id())
        .bind("name", who.name())
        .bind("kind", kind)
        .bind("subject", subject)
        .bind("action", action)
        .bind("before", before == null ? null : Json.line(before))
        .bind("after", after == null ? null : Json.line(after))
        .execute();
  }

  /// Changes of one thing, the newest first.
  public List<Change> of(String kind, String subject, int limit) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select * from change where kind = :kind and subject = :subject
                order by id desc limit :limit
                """)
            .bind("kind", kind)
            .bind("subject", subject)
            .bind("limit", limit)
            .reduceRows(
                new java.util.ArrayList<Change>(),
                (changes, row) -> {
                  changes.add(change(row));
                  return changes;
                }));
  }

  /// What the second of two editors of a thing gets to see.
  public EditConflict conflict(String kind, String subject) {
    return new EditConflict(kind, subject, of(kind, subject, 1).stream().findFirst().orElse(null));
  }

  /// Changes of everything, the newest first.
  ///
  /// @param kind only of this kind, or null for all
  /// @param who only by the person with this id, or null for all
  public List<Change> latest(@Nullable String kind, @Nullable String who, int limit, int offset) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select * from change
                where (:kind = '' or kind = :kind) and (:who = '' or who = :who)
                order by id desc limit :limit offset :offset
                """)
            .bind("kind", kind == null ? "" : kind)
            .bind("who", who == null ? "" : who)
            .bind("limit", limit)
            .bind("offset", offset)
            .reduceRows(
                new java.util.ArrayList<Change>(),
                (changes, row) -> {
                  changes.add(change(row));
                  return changes;
                }));
  }

  /// One change by its id.
  public Optional<Change> find(String id) {
    return database.read(handle ->
        handle
            .createQuery("select * from change where id = :id")
            .bind("id", id)
            .reduceRows(Optional.<Change>empty(), (found, row) -> Optional.of(change(row))));
  }

  private static Change change(RowView row) {
    return new Change(
        row.getColumn("id", String.class),
        Instant.ofEpochMilli(row.getColumn("at", Long.class)),
        new Who(row.getColumn("who", String.class), row.getColumn("who_name", String.class)),
        row.getColumn("kind", String.class),
        row.getColumn("subject", String.class),
        row.getColumn("action", String.class),
        json(row.getColumn("before_state", String.class)),
        json(row.getColumn("after_state", String.class)));
  }

  private static @Nullable JsonNode json(@Nullable String text) {
    return text == null ? null : Json.mapper().readTree(text);
  }
}
