package org.handsel.partnership.register;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.handsel.platform.Database;
import org.handsel.platform.History;
import org.handsel.platform.Ids;
import org.handsel.platform.Progress;
import org.handsel.platform.Who;
import org.jspecify.annotations.Nullable;

/// The register of institutions.
///
/// Safe for use by many threads.
public final class Institutions {
  private final Database database;
  private final History history;
  private final Clock clock;
  private final Ids ids;

  public Institutions(Database database, History history, Clock clock) {
    this.database = database;
    this.history = history;
    this.clock = clock;
    this.ids = new Ids(clock);
  }

  /// Adds an institution and gives it an id.
  public Institution add(Who who, Institution draft) {
    Institution added =
        new Institution(
            ids.next(),
            draft.source(),
            draft.sourceId(),
            draft.name(),
            draft.country(),
            draft.type(),
            draft.city(),
            draft.region(),
            draft.latitude(),
            draft.longitude(),
            draft.website(),
            null,
            1,
            draft.more());
    database.write(handle -> {
      handle.execute(
          "insert into institution (id, source, source_id, name, name_key, type, created_at, changed_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
          added.id(),
          added.source(),
          added.sourceId(),
          added.name(),
          NameKey.of(added.name()),
          added.type(),
          clock.millis(),
          clock.millis());
      Fields.write(handle, added.id(), Fields.of(added), clock.millis());
      handle.execute("update institution set version = 1 where id = ?", added.id());
      history.note(handle, who, "institution", added.id(), "add", null, added);
    });
    return added;
  }

  /// Imports a list: TSV, CSV, JSON of Wikidata or lobid-organisations, also compressed by gzip.
  ///
  /// @param columns names of the list's columns by the register's name, where they differ
  /// @throws org.handsel.platform.HandselException with exit 2 when it is no list of institutions
  public ImportSummary importList(
      Who who, Path file, Map<String, String> columns, Progress progress) {
    return new Imports(database, history, clock, ids).run(who, file, columns, progress);
  }

  /// Judges every pair of rows that may be one institution or belong together.
  ///
  /// @param without signals to leave out: `name`, `site`, `place`, `type`, `phone_key`, or a scheme
  ///   of identifiers
  /// @param least only pairs that are related with at least this probability
  /// @param verdicts takes them in no particular order
  public void duplicates(Set<String> without, double least, Consumer<PairVerdict> verdicts) {
    Duplicates.of(database, without).judge(least, verdicts);
  }

  public Optional<Institution> find(String id) {
    return database.read(handle ->
        handle
            .createQuery("select * from institution where id = :id")
            .bind("id", id)
            .map(InstitutionRow::read)
            .findOne());
  }

  /// Answers a question of the profile.
  ///
  /// @param asOf day for which the answer is true, or null for today
  public void state(
      Who who,
      String institution,
      String question,
      String answer,
      @Nullable String evidence,
      @Nullable LocalDate asOf) {
    ProfileStatement statement =
        new ProfileStatement(
            question, answer, evidence, asOf == null ? LocalDate.now(clock) : asOf, who);
    database.write(handle -> {
      handle
          .createUpdate(
              """
              insert into profile_statement (id, institution, question, answer, evidence, as_of, who, who_name)
              values (:id, :institution, :question, :answer, :evidence, :asOf, :who, :name)
              """)
          .bind("id", ids.next())
          .bind("institution", institution)
          .bind("question", question)
          .bind("answer", answer)
          .bind("evidence", evidence)
          .bind("asOf", statement.asOf().toString())
          .bind("who", who.id())
          .bind("name", who.name())
          .execute();
      history.note(handle, who, "institution", institution, "state", null, statement);
    });
  }

  /// What is known of an institution: the newest answer to each question that has one.
  public List<ProfileStatement> profile(String institution) {
    return database.read(handle ->
        handle
            .createQuery(
                """
                select * from profile_statement s where institution = :institution and id =
                  (select max(id) from profile_statement where institution = s.institution and question = s.question)
                order by question
                """)
            .bind("institution", institution)
            .map((row, context) ->
                new ProfileStatement(
                    row.getString("question"),
                    row.getString("answer"),
                    row.getString("evidence"),
                    LocalDate.parse(row.getString("as_of")),
                    new Who(row.getString("who"), row.getString("who_name"))))
            .list());
  }
}
