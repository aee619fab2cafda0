package org.handsel.partnership.talks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.handsel.platform.Database;
import org.handsel.platform.HandselException;
import org.handsel.platform.History;
import org.handsel.platform.Who;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What passed between the group and an institution.
///
/// Logging a contact moves the day of the last contact, the retention of the people in it, the end
/// of the claim and the day to come back; a "no" makes an open partnership `not-yet`. All of it
/// happens in one transaction or not at all. Safe for use by many threads.
public final class Timeline {
  private final Ground ground;
  private final Aftermath aftermath;

  public Timeline(Database database, History history, Clock clock) {
    this.ground = Ground.of(database, history, clock);
    this.aftermath = new Aftermath(ground);
  }

  /// Logs an entry. A contact by the group with an institution on which somebody else has the claim
  /// is stopped at a notice, unless a reason is given; then both are told.
  ///
  /// @param overrideReason why the contact is made in spite of the claim, or null
  /// @throws HandselException for a day in the future or a text that is missing
  public Logged log(Who who, EntryDraft draft, @Nullable String overrideReason) {
    check(draft);
    return ground.write(handle -> log(handle, who, draft, overrideReason));
  }

  /// Logs an entry.
  public Logged log(Who who, EntryDraft draft) {
    return log(who, draft, null);
  }

  /// Logs what was asked for, with the day to ask again when no answer comes.
  ///
  /// @param draft a mail or letter that goes out
  /// @param again months until then, or null for the rule's usual number
  public Logged ask(
      Who who, EntryDraft draft, @Nullable Integer again, @Nullable String overrideReason) {
    check(draft);
    if (draft.direction() != Direction.OUT || !draft.contact()) {
      throw HandselException.usage("ask: expected a mail or letter that goes out, found another.");
    }
    return ground.write(handle -> {
      Logged logged = log(handle, who, draft, overrideReason);
      if (logged instanceof Logged.Entered entered) {
        aftermath.waitForAnswer(handle, who, entered.entry(), again);
      }
      return logged;
    });
  }

  private Logged log(Handle handle, Who who, EntryDraft draft, @Nullable String overrideReason) {
    Partnership partnership = PartnershipRow.existing(handle, draft.partnership());
    String institution = partnership.institution();
    ground.turn(handle, "claim " + institution);
    boolean reaches = draft.contact() && draft.direction() != Direction.IN;
    Optional<ClaimNotice> notice =
        reaches ? Claims.attempt(ground, handle, who, institution) : Optional.empty();
    boolean overridden = overrideReason != null && !overrideReason.isBlank();
    if (notice.isPresent() && !overridden) {
      return notice.get();
    }
    String id = ground.ids().next();
    Entries.insert(handle, id, draft, who, ground.clock().millis());
    Entry entry = Entries.existing(handle, id);
    ground
        .history()
        .note(
            handle,
            who,
            "entry",
            id,
            "add",
            null,
            EntryState.of(entry, notice.isPresent() ? overrideReason : null));
    notice.ifPresent(claim ->
        Claims.tellBoth(
            ground,
            handle,
            claim.claim().owner(),
            who,
            "contacted",
            institution,
            String.valueOf(overrideReason)));
    aftermath.of(handle, who, partnership, entry, notice.isEmpty());
    return new Logged.Entered(entry);
  }

  /// Corrects an entry; what stood there before is kept. Its answer cannot be changed: withdraw the
  /// entry and log another.
  ///
  /// @param version that was edited
  /// @throws org.handsel.platform.EditConflict when somebody else was faster
  public Entry edit(Who who, String id, long version, EntryDraft draft) {
    check(draft);
    return ground.write(handle -> {
      Entry before = current(handle, id, version);
      if (before.answer() != draft.answer() || !before.partnership().equals(draft.partnership())) {
        throw HandselException.usage(
            "entry %s: its answer and partnership cannot be changed. Withdraw it and log another."
                .formatted(id));
      }
      keepFormer(handle, before);
      NextStep step = draft.step();
      handle
          .createUpdate(
              """
              update timeline_entry set day = :day, kind = :kind, direction = :direction, text = :text,
                step = :step, step_on = :stepOn, step_by = :stepBy, step_by_name = :stepByName,
                step_done_on = :stepDone, version = version + 1
              where id = :id
              """)
          .bind("day", draft.day().toString())
          .bind("kind", draft.kind().code())
          .bind("direction", draft.direction().code())
          .bind("text", draft.text())
          .bind("step", step == null ? null : step.text())
          .bind("stepOn", step == null ? null : Entries.text(step.due()))
          .bind("stepBy", step == null ? null : step.owner().id())
          .bind("stepByName", step == null ? null : step.owner().name())
          .bind("stepDone", step == null ? null : Entries.text(step.doneOn()))
          .bind("id", id)
          .execute();
      Entries.attach(handle, id, draft);
      ground.contacts().touched(handle, draft.people(), draft.day());
      return changed(handle, who, before, "change");
    });
  }

  /// Takes an entry back: it stays readable, and counts for nothing. A partnership that the entry's
  /// "no" made `not-yet` is open again.
  public Entry withdraw(Who who, String id, long version) {
    return ground.write(handle -> {
      Entry before = current(handle, id, version);
      if (before.withdrawn()) {
        return before;
      }
      handle
          .createUpdate(
              "update timeline_entry set withdrawn = true, version = version + 1 where id = :id")
          .bind("id", id)
          .execute();
      aftermath.undo(handle, who, before);
      return changed(handle, who, before, "withdraw");
    });
  }

  /// Marks the next step of an entry as done.
  public Entry stepDone(Who who, String id) {
    return ground.write(handle -> {
      Entry before = Entries.existing(handle, id);
      int done =
          handle
              .createUpdate(
                  """
                  update timeline_entry set step_done_on = :today, version = version + 1
                  where id = :id and step is not null and step_done_on is null
                  """)
              .bind("today", ground.today().toString())
              .bind("id", id)
              .execute();
      return done == 0 ? before : changed(handle, who, before, "step-done");
    });
  }

  /// Steps of a partnership that are still to be done, the first due first.
  public List<Entry> openSteps(String partnership) {
    return ground
        .database()
        .read(handle ->
            Entries.whole(
                handle,
                handle
                    .createQuery(
                        """
                        select * from timeline_entry where partnership = :id
                          and step is not null and step_done_on is null and not withdrawn
                        order by step_on nulls last, id
                        """)
                    .bind("id", partnership)
                    .map(Entries::row)
                    .list()));
  }

  /// Links the conditions that were found in a letter.
  public Entry link(Who who, String id, List<Entry.LinkedCondition> conditions) {
    return ground.write(handle -> {
      Entry before = Entries.existing(handle, id);
      handle
          .createUpdate("delete from timeline_condition where entry = :id")
          .bind("id", id)
          .execute();
      for (Entry.LinkedCondition condition : conditions) {
        handle.execute(
            "insert into timeline_condition (entry, condition, quote, verdict) values (?, ?, ?, ?)"
                + " on conflict do nothing",
            id,
            condition.id(),
            condition.quote(),
            condition.verdict());
      }
      ground
          .history()
          .note(
              handle,
              who,
              "entry",
              id,
              "link",
              before.conditions().stream().map(Entry.LinkedCondition::id).toList(),
              conditions.stream().map(Entry.LinkedCondition::id).toList());
      return Entries.existing(handle, id);
    });
  }

  public Optional<Entry> find(String id) {
    return ground.database().read(handle -> Entries.find(handle, id));
  }

  /// A stretch of a partnership's timeline, the newest day first; withdrawn entries are left out.
  ///
  /// @param after where the stretch before ended, or null for the beginning
  /// @param limit how many entries at most
  public Entry.Page page(String partnership, Entry.@Nullable Cursor after, int limit) {
    return ground
        .database()
        .read(handle -> {
          List<Entry> rows =
              handle
                  .createQuery(
                      """
                      select * from timeline_entry
                      where partnership = :partnership and not withdrawn and (day, id) < (:day, :id)
                      order by day desc, id desc limit :limit
                      """)
                  .bind("partnership", partnership)
                  .bind("day", after == null ? "9999-12-31" : after.day().toString())
                  .bind("id", after == null ? "" : after.id())
                  .bind("limit", limit + 1)
                  .map(Entries::row)
                  .list();
          List<Entry> shown = rows.size() > limit ? rows.subList(0, limit) : rows;
          Entry last = rows.size() > limit ? shown.getLast() : null;
          return new Entry.Page(
              Entries.whole(handle, shown),
              last == null ? null : new Entry.Cursor(last.day(), last.id()));
        });
  }

  private Entry current(Handle handle, String id, long version) {
    // The row is locked before it is read, so that of two editors one waits and then sees the
    // other.
    int found =
        handle
            .createUpdate(
                "update timeline_entry set version = version where id = :id and version = :version")
            .bind("id", id)
            .bind("version", version)
            .execute();
    Entry entry = Entries.existing(handle, id);
    if (found == 0) {
      throw new Stale("entry", id);
    }
    return entry;
  }

  private static void keepFormer(Handle handle, Entry before) {
    NextStep step = before.step();
    handle.execute(
        "insert into timeline_former (entry, version, text, step) values (?, ?, ?, ?)",
        before.id(),
        before.version(),
        before.text(),
        step == null ? null : step.text());
  }

  private Entry changed(Handle handle, Who who, Entry before, String action) {
    Entries.recount(handle, before.partnership());
    Entry after = Entries.existing(handle, before.id());
    ground
        .history()
        .note(
            handle,
            who,
            "entry",
            before.id(),
            action,
            EntryState.of(before, null),
            EntryState.of(after, null));
    return after;
  }

  private void check(EntryDraft draft) {
    LocalDate today = ground.today();
    // A day of tolerance: whoever logs in Auckland is ahead of a server in Berlin.
    if (draft.day().isAfter(today.plusDays(1))) {
      throw HandselException.usage(
          "timeline, day: expected %s or before, found \"%s\". What is to come is a next step or an event."
              .formatted(today, draft.day()));
    }
    if (draft.text().isBlank() && draft.answer() != Answer.NONE) {
      throw HandselException.usage("timeline, text: expected what happened, found nothing.");
    }
    if (draft.answer() != null && draft.kind() != EntryKind.ANSWER) {
      throw HandselException.usage(
          "timeline: an answer is logged as kind answer, found \"%s\"."
              .formatted(draft.kind().code()));
    }
  }
}
