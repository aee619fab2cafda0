package org.handsel.readiness.work;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.handsel.platform.Database;
import org.handsel.platform.Who;

/// What people did about findings: somebody has taken one, it is done, it is no defect. Every step
/// is kept with who and when; the last one counts. What was said of a finding holds for the same
/// finding in later audits of the wiki.
///
/// Safe for use by many threads.
public final class FindingWork {
  private final Database database;
  private final Clock clock;

  public FindingWork(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// What a person says of a finding.
  public enum State {
    OPEN,
    TAKEN,
    DONE,
    NO_DEFECT;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The state of that word; empty when there is none.
    public static Optional<State> of(String word) {
      return Arrays.stream(values()).filter(state -> state.word().equals(word)).findFirst();
    }
  }

  /// One step.
  ///
  /// @param finding what makes the finding the same one, as 16 hexadecimal digits
  /// @param version counts the steps of a finding from 1; 0 when nobody did anything yet
  /// @param reason why it is no defect, or a note
  public record Step(
      String finding, long version, State state, String reason, String whoName, Instant at) {}

  /// The findings of an audit that somebody did something about, by finding.
  public Map<String, Step> of(String wiki, String audit) {
    Map<String, Step> last = new HashMap<>();
    database
        .read(handle ->
            handle
                .createQuery(
                    """
                    select * from finding_work where wiki = :wiki and audit = :audit
                    order by finding, version
                    """)
                .bind("wiki", wiki)
                .bind("audit", audit)
                .map((row, context) -> step(row))
                .list())
        .forEach(step -> last.put(step.finding(), step));
    return last;
  }

  /// How many findings of each audit are in each state; findings that nobody touched are in none.
  public Map<String, Map<State, Long>> counts(String wiki) {
    record Row(String audit, State state, long count) {}
    List<Row> rows =
        database.read(handle ->
            handle
                .createQuery(
                    """
                    select w.audit, w.state, count(*) as findings from finding_work w
                    where w.wiki = :wiki and w.version =
                      (select max(version) from finding_work o
                       where o.wiki = w.wiki and o.audit = w.audit and o.finding = w.finding)
                    group by w.audit, w.state
                    """)
                .bind("wiki", wiki)
                .map((row, context) ->
                    new Row(
                        row.getString("audit"),
                        state(row.getString("state")),
                        row.getLong("findings")))
                .list());
    Map<String, Map<State, Long>> counts = new HashMap<>();
    for (Row row : rows) {
      counts.computeIfAbsent(row.audit, audit -> new HashMap<>()).put(row.state, row.count);
    }
    return counts;
  }

  /// All steps of a finding, the oldest first.
  public List<Step> steps(String wiki, String audit, String finding) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select * from finding_work
                where wiki = :wiki and audit = :audit and finding = :finding order by version
                """)
            .bind("wiki", wiki)
            .bind("audit", audit)
            .bind("finding", finding)
            .map((row, context) -> step(row))
            .list());
  }

  /// Says something of a finding.
  ///
  /// @param seen version of the step that the person saw
  /// @return empty when it was noted; otherwise the step of somebody who was faster, and nothing
  ///   was noted
  public Optional<Step> say(Who who, Subject subject, long seen, State state, String reason) {
    return database.writeAndGet(handle -> {
      // A row only comes in behind the version that was seen; of two at the same time the key
      // lets one in.
      int added =
          handle
              .createUpdate(
                  """
                  insert into finding_work
                    (wiki, audit, finding, version, title, state, reason, who, who_name, at)
                  select :wiki, :audit, :finding, :version, :title, :state, :reason, :who, :name, :at
                  where coalesce((select max(version) from finding_work
                    where wiki = :wiki and audit = :audit and finding = :finding), 0) = :seen
                  on conflict do nothing
                  """)
              .bind("wiki", subject.wiki())
              .bind("audit", subject.audit())
              .bind("finding", subject.finding())
              .bind("version", seen + 1)
              .bind("title", subject.title())
              .bind("state", state.word())
              .bind("reason", reason)
              .bind("who", who.id())
              .bind("name", who.name())
              .bind("at", clock.millis())
              .bind("seen", seen)
              .execute();
      return added == 1
          ? Optional.empty()
          : handle
              .createQuery(
                  """
                  select * from finding_work
                  where wiki = :wiki and audit = :audit and finding = :finding
                  order by version desc limit 1
                  """)
              .bind("wiki", subject.wiki())
              .bind("audit", subject.audit())
              .bind("finding", subject.finding())
              .map((row, context) -> step(row))
              .findFirst();
    });
  }

  /// Which finding is meant.
  ///
  /// @param finding 16 hexadecimal digits
  /// @param title of its page, kept for people who read the table
  public record Subject(String wiki, String audit, String finding, String title) {}

  private static State state(String word) {
    return State.of(word)
        .orElseThrow(() -> new IllegalStateException("finding_work.state: " + word));
  }

  private static Step step(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Step(
        row.getString("finding"),
        row.getLong("version"),
        state(row.getString("state")),
        row.getString("reason"),
        row.getString("who_name"),
        Instant.ofEpochMilli(row.getLong("at")));
  }
}
