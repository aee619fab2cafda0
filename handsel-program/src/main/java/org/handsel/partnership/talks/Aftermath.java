package org.handsel.partnership.talks;

import java.time.LocalDate;
import java.util.Optional;
import org.handsel.platform.Who;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What follows from an entry for its partnership: last contact, retention, claim, the day to come
/// back, and the state after a "no".
final class Aftermath {
  private final Ground ground;
  private final RevisitRules rules = new RevisitRules();

  Aftermath(Ground ground) {
    this.ground = ground;
  }

  /// @param unhindered whether no claim of somebody else stood in the way
  void of(Handle handle, Who who, Partnership partnership, Entry entry, boolean unhindered) {
    if (entry.kind() == EntryKind.NOTE) {
      return;
    }
    if (entry.answer() != Answer.NONE) {
      Entries.recount(handle, partnership.id());
      ground.contacts().touched(handle, entry.people(), entry.day());
      if (unhindered) {
        Claims.renew(ground, handle, who, partnership.institution(), entry.day());
      }
    }
    Answer answer = entry.answer();
    if (answer == null) {
      restart(handle, who, partnership.id(), entry.day());
      return;
    }
    switch (answer) {
      case YES -> {
        if (partnership.state().equals("open")) {
          RevisitRow.remove(ground, handle, who, partnership.id());
        }
      }
      case NO -> refused(handle, who, partnership, entry);
      case NO_BUT -> plan(handle, who, entry, "conditions", null);
      case NONE -> plan(handle, who, entry, "no-answer", null);
    }
  }

  void waitForAnswer(Handle handle, Who who, Entry entry, @Nullable Integer months) {
    plan(handle, who, entry, "no-answer", months);
  }

  /// Takes back what an entry did; the ends of claims and retention stay where it moved them,
  /// because somebody may have relied on them.
  void undo(Handle handle, Who who, Entry entry) {
    Partnership partnership = PartnershipRow.existing(handle, entry.partnership());
    Optional<Revisit> revisit = RevisitRow.find(handle, entry.partnership());
    if (revisit.isPresent() && entry.id().equals(revisit.get().entry())) {
      RevisitRow.remove(ground, handle, who, partnership.id());
      if (entry.answer() == Answer.NO && partnership.state().equals("not-yet")) {
        turn(handle, who, partnership, "open", "the answer was withdrawn");
      }
    }
  }

  private void refused(Handle handle, Who who, Partnership partnership, Entry entry) {
    // After a release a "no" is a co-operation that is not continued.
    String cause = partnership.stage() >= Stages.STEWARDSHIP ? "not-renewed" : "refusal";
    plan(handle, who, entry, cause, null);
    if (!partnership.state().equals("not-yet")) {
      turn(handle, who, partnership, "not-yet", "the institution said no");
    }
  }

  private void turn(Handle handle, Who who, Partnership before, String state, String reason) {
    Partnership after =
        PartnershipRow.place(
            handle, before, before.stage(), state, ground.today(), ground.clock().millis());
    ground
        .history()
        .note(
            handle,
            who,
            "partnership",
            before.id(),
            "state",
            Place.of(before, null),
            Place.of(after, reason));
  }

  private void plan(Handle handle, Who who, Entry entry, String cause, @Nullable Integer months) {
    RevisitPlan plan =
        new RevisitPlan(cause, months, null, months == null ? "" : "chosen by " + who.name());
    RevisitRow.put(
        ground,
        handle,
        who,
        rules.apply(who, entry.partnership(), plan, entry.day(), entry.id()),
        "plan");
  }

  private void restart(Handle handle, Who who, String partnership, LocalDate contact) {
    Optional<Revisit> before = RevisitRow.find(handle, partnership);
    if (before.isPresent()) {
      Revisit after = rules.restarted(before.get(), contact);
      if (!after.equals(before.get())) {
        RevisitRow.put(ground, handle, who, after, "restart");
      }
    }
  }
}
