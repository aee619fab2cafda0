package org.handsel.partnership.commitment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.handsel.partnership.effort.Capacity;
import org.handsel.platform.Database;
import org.handsel.platform.HandselException;
import org.handsel.platform.History;
import org.handsel.platform.Ids;
import org.handsel.platform.Json;
import org.handsel.platform.Said;
import org.handsel.platform.Who;
import org.jdbi.v3.core.Handle;

/// The ledger of commitments.
///
/// Nothing is agreed for our side that nobody can keep or for which the hours are not there: it is
/// stopped with the reason, and may be noted as a wish. What the institution promises is noted as
/// it says. Decisions that draw on the same hours are taken one after the other, so that two people
/// cannot promise the same time. Safe for use by many threads and processes.
public final class Commitments {
  private final Database database;
  private final History history;
  private final Clock clock;
  private final Ids ids;
  private final PromiseRules rules = new PromiseRules();

  public Commitments(Database database, History history, Clock clock) {
    this.database = database;
    this.history = history;
    this.clock = clock;
    this.ids = new Ids(clock);
  }

  /// Kinds of promises, those that nobody can keep last.
  public List<PromiseKind> kinds() {
    return rules.kinds();
  }

  /// Promises something, if it can be kept.
  public Promised promise(Who who, CommitmentDraft draft) {
    Commitment promise = commitment(who, draft, "agreed", "");
    return database.writeAndGet(handle -> {
      turn(handle);
      Optional<Promised.Stopped> stop = stops(handle, promise);
      if (stop.isPresent()) {
        return stop.get();
      }
      CommitmentRow.insert(handle, promise);
      history.note(handle, who, "commitment", promise.id(), "add", null, promise);
      return new Promised.Agreed(promise);
    });
  }

  /// Notes what somebody would like to be promised; nobody is bound by it.
  ///
  /// @param reason why it is not promised
  public Commitment wish(Who who, CommitmentDraft draft, String reason) {
    Commitment wish = commitment(who, draft, "wished", reason.strip());
    database.write(handle -> {
      CommitmentRow.insert(handle, wish);
      history.note(handle, who, "commitment", wish.id(), "add", null, wish);
    });
    return wish;
  }

  /// Promises what was wished, if it can be kept now.
  ///
  /// @throws org.handsel.platform.EditConflict when somebody else was faster
  public Promised agree(Who who, String id, long version) {
    Optional<Promised> promised =
        database.writeAndGet(handle -> {
          turn(handle);
          Commitment before = existing(handle, id);
          if (before.version() != version) {
            return Optional.empty();
          }
          expect(before, List.of("wished"), "agreed");
          Optional<Promised.Stopped> stop = stops(handle, before);
          return Optional.of(
              stop.isPresent()
                  ? stop.get()
                  : new Promised.Agreed(state(handle, who, before, "agreed", "", "agree")));
        });
    return promised.orElseThrow(() -> history.conflict("commitment", id));
  }

  /// Notes that a promise was kept.
  public Commitment keep(Who who, String id, long version, String note) {
    return change(who, id, version, List.of("agreed"), "kept", note);
  }

  /// Gives a promise or wish up.
  ///
  /// @param reason why; the other side will ask
  public Commitment drop(Who who, String id, long version, String reason) {
    if (reason.isBlank()) {
      throw HandselException.usage("commitment: dropping it needs a reason.");
    }
    return change(who, id, version, List.of("wished", "agreed"), "dropped", reason);
  }

  /// Takes a change of a commitment back, as long as nobody built on it.
  ///
  /// @param change id of a change of the history
  /// @return why it cannot be taken back, or nothing
  public Optional<String> undo(Who who, String change) {
    History.Change done =
        history
            .find(change)
            .filter(found -> found.kind().equals("commitment"))
            .orElseThrow(
                () -> HandselException.usage("change \"%s\": there is none.".formatted(change)));
    return database.writeAndGet(handle -> {
      turn(handle);
      Commitment now = existing(handle, done.subject());
      Commitment after =
          done.after() == null ? now : Json.mapper().treeToValue(done.after(), Commitment.class);
      if (now.version() != after.version() || done.action().equals("undo")) {
        return Optional.of("the commitment was changed since");
      }
      if (done.before() == null) {
        state(handle, who, now, "dropped", "entered by mistake", "undo");
        return Optional.empty();
      }
      Commitment before = Json.mapper().treeToValue(done.before(), Commitment.class);
      if (before.state().equals("agreed")) {
        Optional<Promised.Stopped> stop = stops(handle, before);
        if (stop.isPresent()) {
          return Optional.of(stop.get().reason().en());
        }
      }
      state(handle, who, now, before.state(), before.reason(), "undo");
      return Optional.empty();
    });
  }

  public Optional<Commitment> find(String id) {
    return database.read(handle -> CommitmentRow.find(handle, id));
  }

  /// The commitment that a person means by the beginning of its id.
  public Commitment named(String beginning) {
    List<Commitment> meant = all().stream().filter(one -> one.id().startsWith(beginning)).toList();
    if (meant.size() != 1 || beginning.isBlank()) {
      throw HandselException.usage(
          "commitment \"%s\": %d are meant. Give more of the id."
              .formatted(beginning, meant.size()));
    }
    return meant.getFirst();
  }

  /// Of a partnership, by day.
  public List<Commitment> of(String partnership) {
    return database.read(handle ->
        handle
            .createQuery("select * from commitment where partnership = :id order by due_on, id")
            .bind("id", partnership)
            .map((row, context) -> CommitmentRow.read(row, context))
            .list());
  }

  /// Of all partnerships, by day.
  public List<Commitment> all() {
    return database.read(handle ->
        handle
            .createQuery("select * from commitment order by due_on, id")
            .map((row, context) -> CommitmentRow.read(row, context))
            .list());
  }

  /// Of all partnerships, by day, a part of those that are neither kept nor dropped.
  public List<Commitment> open(int offset, int limit) {
    return database.read(handle ->
        handle
            .createQuery(
                "select * from commitment where state in ('wished', 'agreed') order by due_on, id"
                    + " limit :limit offset :offset")
            .bind("limit", limit)
            .bind("offset", offset)
            .map((row, context) -> CommitmentRow.read(row, context))
            .list());
  }

  /// A promise that stands in the ledger and is no longer covered, as after volunteers withdrew.
  public record Uncovered(Commitment commitment, Said reason) {}

  /// What a partnership's agreed promises of our side lack now.
  public List<Uncovered> uncovered(String partnership) {
    return database.read(handle -> uncovered(handle, partnership, LocalDate.now(clock)));
  }

  private static List<Uncovered> uncovered(Handle handle, String partnership, LocalDate today) {
    List<Uncovered> uncovered = new ArrayList<>();
    Cover cover = new Cover(handle, today);
    for (Commitment one :
        handle
            .createQuery(
                """
                select * from commitment
                where partnership = :id and state = 'agreed' and side = 'community' order by due_on, id
                """)
            .bind("id", partnership)
            .map((row, context) -> CommitmentRow.read(row, context))
            .list()) {
      cover.stops(one).ifPresent(stop -> uncovered.add(new Uncovered(one, stop.reason())));
    }
    return uncovered;
  }

  /// Hours that a capacity has left until a day.
  public long free(Capacity capacity, LocalDate until) {
    return database.read(
        handle -> new Cover(handle, LocalDate.now(clock)).free(capacity.team(), capacity, until));
  }

  private Optional<Promised.Stopped> stops(Handle handle, Commitment promise) {
    PromiseKind kind = rules.kind(promise.kind());
    Optional<PromiseRules.Impossible> impossible = rules.impossible(kind, promise.text());
    if (impossible.isPresent()) {
      PromiseRules.Impossible found = impossible.get();
      Said reason = found.kind().reason();
      return Optional.of(
          new Promised.Stopped(
              "cannot-be-kept",
              found.words().isEmpty()
                  ? reason
                  : new Said(
                      "\"%s\": %s".formatted(found.words(), reason.en()),
                      "„%s“: %s".formatted(found.words(), reason.de())),
              found.kind().instead()));
    }
    if (kind.may().equals("institution") && promise.ours()) {
      return Optional.of(
          new Promised.Stopped(
              "other-side",
              new Said(
                  "Only the institution can promise this.",
                  "Das kann nur die Institution zusagen."),
              new Said(
                  "Note it as a promise of the institution.",
                  "Als Zusage der Institution eintragen.")));
    }
    return promise.ours()
        ? new Cover(handle, LocalDate.now(clock)).stops(promise)
        : Optional.empty();
  }

  private Commitment commitment(Who who, CommitmentDraft draft, String state, String reason) {
    rules.kind(draft.kind());
    LocalDate today = LocalDate.now(clock);
    if (draft.due().isBefore(today)) {
      throw HandselException.usage(
          "due: expected a day from today on, found \"%s\".".formatted(draft.due()));
    }
    return new Commitment(
        ids.next(),
        draft.partnership(),
        draft.side(),
        draft.kind(),
        draft.text(),
        draft.keeper(),
        draft.due(),
        draft.hours(),
        draft.capacity(),
        draft.call(),
        draft.everyMonths(),
        state,
        reason,
        1,
        today,
        who);
  }

  private Commitment change(
      Who who, String id, long version, List<String> from, String state, String reason) {
    Optional<Commitment> changed =
        database.writeAndGet(handle -> {
          turn(handle);
          Commitment before = existing(handle, id);
          if (before.version() != version) {
            return Optional.empty();
          }
          expect(before, from, state);
          return Optional.of(state(handle, who, before, state, reason.strip(), "state"));
        });
    return changed.orElseThrow(() -> history.conflict("commitment", id));
  }

  private Commitment state(
      Handle handle, Who who, Commitment before, String state, String reason, String action) {
    handle
        .createUpdate(
            "update commitment set state = :state, reason = :reason, version = version + 1 where"
                + " id = :id")
        .bind("state", state)
        .bind("reason", reason)
        .bind("id", before.id())
        .execute();
    Commitment after = existing(handle, before.id());
    history.note(handle, who, "commitment", before.id(), action, before, after);
    return after;
  }

  private static void expect(Commitment commitment, List<String> states, String what) {
    if (!states.contains(commitment.state())) {
      throw HandselException.usage(
          "commitment %s is %s and cannot be %s."
              .formatted(commitment.id(), commitment.state(), what));
    }
  }

  private static Commitment existing(Handle handle, String id) {
    return CommitmentRow.find(handle, id)
        .orElseThrow(
            () -> HandselException.usage("commitment \"%s\": there is none.".formatted(id)));
  }

  /// Whoever promises waits until nobody else does; the turn ends with the transaction.
  private static void turn(Handle handle) {
    handle.execute(
        """
        insert into turn (name, taken) values ('commitments', 1)
        on conflict (name) do update set taken = turn.taken + 1
        """);
  }
}
