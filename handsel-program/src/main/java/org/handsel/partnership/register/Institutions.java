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
  private final Search search;
  private final Decisions decisions;
  private final Proposals proposals;
  private final List<Question> questions = Question.load();

  public Institutions(Database database, History history, Clock clock) {
    this.database = database;
    this.history = history;
    this.clock = clock;
    this.ids = new Ids(clock);
    this.search = new Search(database);
    this.decisions = new Decisions(database, history, clock, ids);
    this.proposals = new Proposals(database, clock);
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
          "insert into institution (id, source, source_id, name, name_key, type, created_at,"
              + " changed_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
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

  /// Compares the whole register and keeps the pairs that may be one institution or belong
  /// together, until the next comparison; takes seconds to minutes.
  ///
  /// @param least only pairs that are related with at least this probability
  /// @return how many were found
  public int proposeDuplicates(double least) {
    return proposals.find(least);
  }

  /// How many kept pairs nobody has decided on.
  ///
  /// @param outcome only of this one, or empty
  public int openProposals(String outcome) {
    return proposals.count(outcome);
  }

  /// Kept pairs that nobody has decided on, the most probable first.
  ///
  /// @param outcome only of this one, or empty
  public List<Proposal> proposals(String outcome, int offset, int limit) {
    return proposals.page(outcome, offset, limit);
  }

  /// Kept pairs with an institution that nobody has decided on.
  public List<Proposal> proposalsOf(String institution) {
    return proposals.of(institution);
  }

  /// Finds rows while somebody types: each word is the beginning of a word of name, other names or
  /// place; an identifier finds its row. Rows that were merged into others are not found.
  public List<Institution> search(String text, InstitutionQuery filters, int limit) {
    return page(
            new InstitutionQuery(
                text, filters.country(), filters.type(), filters.subtype(), filters.incomeBand()),
            0,
            limit)
        .rows();
  }

  /// A part of what fits, the best first (by name where no words are asked for), with counts.
  public InstitutionPage page(InstitutionQuery query, int offset, int limit) {
    return search.find(query, offset, limit);
  }

  /// Changes the fields of an institution; an import leaves changed fields alone from then on.
  ///
  /// @param edited with the version that the edit was made on
  /// @throws org.handsel.platform.EditConflict when somebody changed it meanwhile
  public Institution change(Who who, Institution edited) {
    return decisions.change(who, edited);
  }

  /// Declares two rows one institution: the second stands for the first from then on and keeps its
  /// history; [#undo] takes it back.
  public void merge(Who who, String keep, String drop, @Nullable String reason) {
    decisions.merge(who, keep, drop, reason);
  }

  /// Remembers that one institution belongs to another; the pair is not proposed again.
  ///
  /// @param kind `part-of`, `foundation-of`, `friends-of`, `member-of` or `other`
  public void affiliate(Who who, String from, String to, String kind, @Nullable String reason) {
    decisions.separate(who, from, to, "affiliated", kind, reason);
  }

  /// Remembers that two rows have nothing to do with each other; the pair is not proposed again.
  public void declareDifferent(Who who, String a, String b, @Nullable String reason) {
    decisions.separate(who, a, b, "different", "", reason);
  }

  /// Takes back a change, merge, decision or import.
  ///
  /// @param change id in the history
  public void undo(Who who, String change) {
    decisions.undo(who, change);
  }

  /// The bodies that an institution belongs to and those that belong to it, as people decided.
  public List<Affiliation> affiliations(String institution) {
    return database.read(handle ->
        handle
            .createQuery(
                "select * from affiliation where from_institution = :id or to_institution = :id"
                    + " order by id")
            .bind("id", institution)
            .map((row, context) ->
                new Affiliation(
                    row.getString("from_institution"),
                    row.getString("to_institution"),
                    row.getString("kind"),
                    row.getString("evidence")))
            .list());
  }

  public List<Identifier> identifiers(String institution) {
    return database.read(handle ->
        handle
            .createQuery(
                "select scheme, value from institution_identifier where institution = :id order by"
                    + " scheme, value")
            .bind("id", institution)
            .map((row, context) -> new Identifier(row.getString("scheme"), row.getString("value")))
            .list());
  }

  /// Rows whose name is this one but for letters' case and marks, in the order of their ids. Rows
  /// that were merged into others are not among them.
  public List<Institution> named(String name, int limit) {
    return database.read(handle ->
        handle
            .createQuery(
                "select * from institution where name_key = :key and merged_into is null order by"
                    + " id limit :limit")
            .bind("key", NameKey.of(name))
            .bind("limit", limit)
            .map(InstitutionRow::read)
            .list());
  }

  /// Notes an identifier; its scheme is told by its form and check digit.
  ///
  /// @return empty when it is none that the register knows
  public Optional<Identifier> identify(Who who, String institution, String value) {
    Optional<Identifier> known = Identifiers.recognise("", value.strip());
    known.ifPresent(identifier -> decisions.identify(who, institution, identifier, true));
    return known;
  }

  /// Takes an identifier away.
  public void unidentify(Who who, String institution, Identifier identifier) {
    decisions.identify(who, institution, identifier, false);
  }

  /// What a coordinator wants to know of an institution, in the order of a first talk.
  public List<Question> questions() {
    return questions;
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
