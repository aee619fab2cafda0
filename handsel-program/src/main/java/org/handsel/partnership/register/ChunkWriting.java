package org.handsel.partnership.register;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.handsel.platform.Database;
import org.handsel.platform.HandselException;
import org.handsel.platform.Ids;
import org.handsel.platform.Json;
import org.handsel.platform.Who;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Writes understood rows of a list to the register, a chunk in one transaction: what is new is
/// added, what differs from the last import is updated, except for fields that a person edited.
final class ChunkWriting {
  private final Database database;
  private final Clock clock;
  private final Ids ids;
  private final Who who;
  private final String run;
  private long added;
  private long updated;
  private long unchanged;

  ChunkWriting(Database database, Clock clock, Ids ids, Who who, String run) {
    this.database = database;
    this.clock = clock;
    this.ids = ids;
    this.who = who;
    this.run = run;
  }

  long added() {
    return added;
  }

  long updated() {
    return updated;
  }

  long unchanged() {
    return unchanged;
  }

  /// A row of the register as an import sees it.
  private record Known(
      String id, String identity, String hash, String edited, Map<String, Object> fields) {}

  void write(List<Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    try {
      database.write(handle -> write(handle, entries));
    } catch (SQLException e) {
      throw HandselException.environment(
          "database: the import stopped (%s). What was written before is whole; run the import again."
              .formatted(e.getMessage()),
          e);
    }
  }

  private void write(Handle handle, List<Entry> entries) throws SQLException {
    Map<String, Known> known = known(handle, entries);
    List<Entry> fresh = new ArrayList<>();
    for (Entry entry : entries) {
      Known before = before(known, entry);
      if (before == null) {
        fresh.add(entry);
      } else if (before.hash().equals(entry.hash()) && before.identity().equals(entry.identity())) {
        unchanged++;
      } else {
        update(handle, before, entry);
        updated++;
      }
    }
    insert(handle, fresh);
    added += fresh.size();
  }

  private static @Nullable Known before(Map<String, Known> known, Entry entry) {
    Known exact = known.get(entry.identity());
    if (exact != null || entry.sourceId() == null) {
      return exact;
    }
    // An id that stood on one row before and stands on two now, or the other way round.
    String name = String.valueOf(entry.fields().get("name"));
    String plain = Entry.identity(entry.source(), entry.sourceId());
    Known other = known.get(entry.byName() ? plain : plain + "\t" + name);
    return other != null && name.equals(other.fields().get("name")) ? other : null;
  }

  private static Map<String, Known> known(Handle handle, List<Entry> entries) throws SQLException {
    Set<String> identities = new LinkedHashSet<>();
    for (Entry entry : entries) {
      identities.add(entry.identity());
      if (entry.sourceId() != null) {
        String plain = Entry.identity(entry.source(), entry.sourceId());
        identities.add(entry.byName() ? plain : plain + "\t" + entry.fields().get("name"));
      }
    }
    Map<String, Known> known = new HashMap<>();
    String marks = "?,".repeat(identities.size());
    try (PreparedStatement select =
        handle
            .getConnection()
            .prepareStatement(
                "select * from institution where identity in ("
                    + marks.substring(0, marks.length() - 1)
                    + ")")) {
      int i = 1;
      for (String identity : identities) {
        select.setString(i++, identity);
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          known.put(
              row.getString("identity"),
              new Known(
                  row.getString("id"),
                  row.getString("identity"),
                  String.valueOf(row.getString("row_hash")),
                  row.getString("edited"),
                  InstitutionRow.fields(row)));
        }
      }
    }
    return known;
  }

  private void insert(Handle handle, List<Entry> entries) throws SQLException {
    if (entries.isEmpty()) {
      return;
    }
    long revision = Revisions.next(handle);
    long now = clock.millis();
    String columns = String.join(", ", Entry.FIELDS);
    String marks = ", ?".repeat(Entry.FIELDS.size());
    try (PreparedStatement insert =
            handle
                .getConnection()
                .prepareStatement(
                    "insert into institution (id, source, source_id, identity, row_hash, name_key,"
                        + " import_run, revision, created_at, changed_at, "
                        + columns
                        + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?"
                        + marks
                        + ")");
        PreparedStatement identifier = identifierInsert(handle)) {
      for (Entry entry : entries) {
        String id = ids.next();
        String name = String.valueOf(entry.fields().get("name"));
        Object[] fixed = {
          id,
          entry.source(),
          entry.sourceId(),
          entry.identity(),
          entry.hash(),
          NameKey.of(name),
          run,
          revision,
          now,
          now
        };
        int i = 1;
        for (Object value : fixed) {
          insert.setObject(i++, value);
        }
        for (String field : Entry.FIELDS) {
          bind(insert, i++, field, entry.fields().get(field));
        }
        insert.addBatch();
        for (Identifier one : entry.identifiers()) {
          identifier.setString(1, id);
          identifier.setString(2, one.scheme());
          identifier.setString(3, one.value());
          identifier.addBatch();
        }
        if (!entry.statements().isEmpty()) {
          insert.executeBatch();
          state(handle, id, entry.statements());
        }
      }
      insert.executeBatch();
      identifier.executeBatch();
    }
  }

  private static PreparedStatement identifierInsert(Handle handle) throws SQLException {
    return handle
        .getConnection()
        .prepareStatement(
            "insert into institution_identifier (institution, scheme, value) values (?, ?, ?) on"
                + " conflict do nothing");
  }

  static void bind(PreparedStatement statement, int index, String field, @Nullable Object value)
      throws SQLException {
    boolean number = field.equals("latitude") || field.equals("longitude");
    if (value == null) {
      statement.setNull(index, number ? java.sql.Types.DOUBLE : java.sql.Types.VARCHAR);
    } else {
      statement.setObject(index, number ? Double.valueOf(value.toString()) : value.toString());
    }
  }

  private void update(Handle handle, Known before, Entry entry) throws SQLException {
    handle
        .createUpdate(
            """
            insert into import_change (import_run, institution, before_state) values (:run, :id, :before)
            on conflict do nothing
            """)
        .bind("run", run)
        .bind("id", before.id())
        .bind("before", Json.line(before.fields()))
        .execute();
    Set<String> edited = Set.of(before.edited().split(","));
    Map<String, Object> fields = new HashMap<>(entry.fields());
    for (String field : edited) {
      fields.remove(field);
      Object kept = before.fields().get(field);
      if (kept != null) {
        fields.put(field, kept);
      }
    }
    fields.putIfAbsent("name", "");
    Fields.write(handle, before.id(), fields, clock.millis());
    handle.execute(
        "update institution set row_hash = ?, identity = ? where id = ?",
        entry.hash(),
        entry.identity(),
        before.id());
    if (!edited.contains("identifiers")) {
      handle.execute("delete from institution_identifier where institution = ?", before.id());
    }
    try (PreparedStatement identifier = identifierInsert(handle)) {
      for (Identifier one : entry.identifiers()) {
        identifier.setString(1, before.id());
        identifier.setString(2, one.scheme());
        identifier.setString(3, one.value());
        identifier.addBatch();
      }
      identifier.executeBatch();
    }
    state(handle, before.id(), entry.statements());
  }

  private void state(Handle handle, String id, List<ListedRow.Statement> statements) {
    for (ListedRow.Statement statement : statements) {
      boolean known =
          handle
              .createQuery(
                  "select answer, evidence from profile_statement where institution = :id and"
                      + " question = :question")
              .bind("id", id)
              .bind("question", statement.question())
              .map((row, context) ->
                  row.getString("answer").equals(statement.answer())
                      && Objects.equals(row.getString("evidence"), statement.evidence()))
              .list()
              .contains(true);
      if (!known) {
        handle.execute(
            "insert into profile_statement (id, institution, question, answer, evidence, as_of,"
                + " who, who_name) values (?, ?, ?, ?, ?, ?, ?, ?)",
            ids.next(),
            id,
            statement.question(),
            statement.answer(),
            statement.evidence(),
            LocalDate.now(clock).toString(),
            who.id(),
            who.name());
      }
    }
  }
}
