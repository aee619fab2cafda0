package org.handsel.readiness.work;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.handsel.platform.Database;
import org.handsel.platform.Ids;
import org.handsel.platform.Json;
import org.handsel.platform.Who;
import org.handsel.readiness.audit.AuditSummary;
import org.jspecify.annotations.Nullable;

/// The audits that were made in a workspace. Their results stand in the folder of each; here are
/// only the counts, so that a row of audits can be drawn without opening one. Safe for use by many
/// threads.
public final class AuditRuns {
  private final Database database;
  private final Clock clock;
  private final Ids ids;

  public AuditRuns(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.ids = new Ids(clock);
  }

  /// Notes an audit that was made elsewhere, as on the command line; one of the same folder takes
  /// the place of the earlier one.
  public void made(Path folder, AuditSummary summary, Who who) {
    String id = begun(folder, summary.dump(), who);
    ended(id, summary);
  }

  /// Notes an audit that begins.
  ///
  /// @return its id
  String begun(Path folder, String dump, Who who) {
    String absolute = folder.toAbsolutePath().normalize().toString();
    return database.writeAndGet(handle -> {
      handle.execute("delete from audit_run where folder = ?", absolute);
      String id = ids.next();
      handle.execute(
          """
          insert into audit_run (id, folder, wiki, dump, state, who_name, started_at)
          values (?, ?, '', ?, 'running', ?, ?)
          """,
          id,
          absolute,
          dump,
          who.name(),
          clock.millis());
      return id;
    });
  }

  void ended(String id, AuditSummary summary) {
    database.write(handle ->
        handle.execute(
            """
            update audit_run set state = ?, wiki = ?, dump = ?, summary = ?, message = ?, ended_at = ?
            where id = ?
            """,
            summary.partial() ? "partial" : "done",
            summary.wiki(),
            summary.dump(),
            Json.line(summary),
            String.join("\n", summary.problems().stream().limit(10).toList()),
            clock.millis(),
            id));
  }

  /// Notes that an audit came to no result.
  void ended(String id, AuditEntry.State state, String message) {
    database.write(handle ->
        handle.execute(
            "update audit_run set state = ?, message = ?, ended_at = ? where id = ?",
            state.word(),
            message,
            clock.millis(),
            id));
  }

  /// Whatever still counts as running was cut off with the program.
  void cutOff() {
    database.write(handle ->
        handle.execute(
            "update audit_run set state = 'stopped', ended_at = ? where state = 'running'",
            clock.millis()));
  }

  /// All audits, the newest first.
  public List<AuditEntry> all() {
    return database.read(handle ->
        handle
            .createQuery("select * from audit_run order by started_at desc, id desc")
            .map((row, context) -> entry(row))
            .list());
  }

  /// Audits of one wiki that came to a result, the oldest first.
  public List<AuditEntry> of(String wiki) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select * from audit_run where wiki = :wiki and state in ('done', 'partial')
                order by started_at, id
                """)
            .bind("wiki", wiki)
            .map((row, context) -> entry(row))
            .list());
  }

  public Optional<AuditEntry> find(String id) {
    return database.read(handle ->
        handle
            .createQuery("select * from audit_run where id = :id")
            .bind("id", id)
            .map((row, context) -> entry(row))
            .findFirst());
  }

  private static AuditEntry entry(java.sql.ResultSet row) throws java.sql.SQLException {
    String summary = row.getString("summary");
    long ended = row.getLong("ended_at");
    return new AuditEntry(
        row.getString("id"),
        Path.of(row.getString("folder")),
        row.getString("wiki"),
        row.getString("dump"),
        AuditEntry.State.of(row.getString("state")),
        row.getString("message"),
        row.getString("who_name"),
        Instant.ofEpochMilli(row.getLong("started_at")),
        ended == 0 ? null : Instant.ofEpochMilli(ended),
        read(summary));
  }

  private static @Nullable AuditSummary read(String summary) {
    return summary.isEmpty() ? null : Json.mapper().readValue(summary, AuditSummary.class);
  }
}
