package org.handsel.partnership.talks;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.handsel.platform.Database;
import org.handsel.platform.HandselException;
import org.handsel.platform.History;
import org.handsel.platform.Who;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Where a partnership stands: its stage, 0 to 5, and whether it is open, not yet, paused or done.
///
/// A refusal is never closed: it becomes `not-yet` with a day to come back. Talks that stop are
/// `paused` with such a day. Only stewardship can be `done`. Safe for use by many threads; limits
/// hold when two people move at once.
public final class Stages {
  static final int STEWARDSHIP = 5;

  private final Ground ground;
  private final Limits limits;
  private final RevisitRules rules = new RevisitRules();

  public Stages(Database database, History history, Clock clock) {
    this.ground = Ground.of(database, history, clock);
    this.limits = new Limits(ground);
  }

  /// Moves an open partnership to another stage.
  ///
  /// @param version that was looked at
  /// @param reason why in spite of a limit; logged. Null or empty stops at a full column
  /// @throws org.handsel.platform.EditConflict when somebody else was faster
  public Moved move(Who who, String id, long version, int stage, @Nullable String reason) {
    if (stage < 0 || stage > STEWARDSHIP) {
      throw HandselException.usage("stage: expected 0 to 5, found \"%d\".".formatted(stage));
    }
    return ground.write(handle -> {
      Partnership before = PartnershipRow.current(handle, id, version);
      expect(before, List.of("open"), "moved");
      return stage == before.stage()
          ? new Moved.There(before)
          : enter(handle, who, before, stage, "move", reason);
    });
  }

  /// Takes up a partnership again that is not open; it counts against the limits again.
  public Moved reopen(Who who, String id, long version, @Nullable String reason) {
    return ground.write(handle -> {
      Partnership before = PartnershipRow.current(handle, id, version);
      expect(before, List.of("not-yet", "paused", "done"), "opened again");
      Moved moved = enter(handle, who, before, before.stage(), "state", reason);
      if (moved instanceof Moved.There) {
        RevisitRow.remove(ground, handle, who, id);
        return new Moved.There(PartnershipRow.existing(handle, id));
      }
      return moved;
    });
  }

  private Moved enter(
      Handle handle,
      Who who,
      Partnership before,
      int stage,
      String action,
      @Nullable String reason) {
    ground.turn(handle, "board");
    List<FullColumn> full = limits.full(handle, before, stage, who);
    if (!full.isEmpty() && (reason == null || reason.isBlank())) {
      return new Moved.Full(full.getFirst());
    }
    return new Moved.There(place(handle, who, before, stage, "open", action, reason));
  }

  /// The institution said no, or does not go on: come back later.
  public Partnership notYet(Who who, String id, long version, RevisitPlan plan) {
    return leave(who, id, version, List.of("open", "paused", "not-yet"), "not-yet", plan);
  }

  /// Talks stop for now; the thread is kept.
  public Partnership pause(Who who, String id, long version, RevisitPlan plan) {
    return leave(who, id, version, List.of("open"), "paused", plan);
  }

  /// The co-operation has done what it was for. Only stewardship can be done; the partner is
  /// revisited all the same.
  public Partnership finish(Who who, String id, long version, String reason) {
    Partnership found = ground.database().read(handle -> PartnershipRow.existing(handle, id));
    if (found.stage() != STEWARDSHIP) {
      throw HandselException.usage(
          "partnership %s is in stage %d: only stewardship (5) can be done. After a refusal it is \"not-yet\", when talks stop \"paused\"."
              .formatted(id, found.stage()));
    }
    return leave(
        who,
        id,
        version,
        List.of("open"),
        "done",
        new RevisitPlan("fulfilled", null, null, reason));
  }

  private Partnership leave(
      Who who, String id, long version, List<String> from, String state, RevisitPlan plan) {
    return ground.write(handle -> {
      Partnership before = PartnershipRow.current(handle, id, version);
      expect(before, from, state);
      Revisit revisit = rules.apply(who, id, plan, ground.today(), null);
      place(handle, who, before, before.stage(), state, "state", plan.reason());
      RevisitRow.put(ground, handle, who, revisit, "plan");
      return PartnershipRow.existing(handle, id);
    });
  }

  private Partnership place(
      Handle handle,
      Who who,
      Partnership before,
      int stage,
      String state,
      String action,
      @Nullable String reason) {
    Partnership after =
        PartnershipRow.place(handle, before, stage, state, ground.today(), ground.clock().millis());
    ground
        .history()
        .note(
            handle,
            who,
            "partnership",
            before.id(),
            action,
            Place.of(before, null),
            Place.of(after, Objects.requireNonNullElse(reason, "")));
    return after;
  }

  private static void expect(Partnership partnership, List<String> states, String what) {
    if (!states.contains(partnership.state())) {
      throw HandselException.usage(
          "partnership %s is %s and cannot be %s: expected %s."
              .formatted(partnership.id(), partnership.state(), what, String.join(" or ", states)));
    }
  }
}
