package org.handsel.partnership.talks;

import java.time.Clock;
import java.util.Optional;
import org.handsel.platform.Database;
import org.handsel.platform.History;
import org.handsel.platform.History.Change;
import org.handsel.platform.Json;
import org.handsel.platform.Who;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Takes back a move, a claim or an entry, as long as nobody built on it. The undo is a change of
/// its own in the log.
///
/// Safe for use by many threads.
public final class Undo {
  private final Ground ground;
  private final Timeline timeline;

  public Undo(Database database, History history, Clock clock) {
    this.ground = Ground.of(database, history, clock);
    this.timeline = new Timeline(database, history, clock);
  }

  /// Undoes a change.
  ///
  /// @param change id of a change of the history
  public Undone of(Who who, String change) {
    Optional<Change> found = ground.history().find(change);
    if (found.isEmpty()) {
      return new Undone.Impossible("there is no such change");
    }
    Change done = found.get();
    return switch (done.kind() + " " + done.action()) {
      case "partnership move", "partnership state" -> move(who, done);
      case "claim take", "claim take-over", "claim release" -> claim(who, done);
      case "entry add" -> entry(who, done);
      default ->
          new Undone.Impossible(
              "a change of this kind (%s, %s) is undone by making another"
                  .formatted(done.kind(), done.action()));
    };
  }

  private Undone move(Who who, Change done) {
    Place before = place(done.before());
    Place after = place(done.after());
    return ground.write(handle -> {
      Partnership now = PartnershipRow.existing(handle, done.subject());
      if (now.version() != after.version()) {
        return new Undone.Impossible("the partnership was changed since");
      }
      if (!before.state().equals("open") && RevisitRow.find(handle, done.subject()).isEmpty()) {
        return new Undone.Impossible(
            "a partnership that is %s has a day to come back; choose it".formatted(before.state()));
      }
      Partnership back =
          PartnershipRow.place(
              handle, now, before.stage(), before.state(), ground.today(), ground.clock().millis());
      if (done.action().equals("state") && before.state().equals("open")) {
        RevisitRow.remove(ground, handle, who, done.subject());
      }
      ground
          .history()
          .note(
              handle,
              who,
              "partnership",
              done.subject(),
              "undo",
              Place.of(now, null),
              Place.of(back, "undo of " + done.id()));
      return new Undone.Back("stage %d, %s".formatted(back.stage(), back.state()));
    });
  }

  private Undone claim(Who who, Change done) {
    Claim before = claim(done.before());
    Claim after = claim(done.after());
    return ground.write(handle -> {
      ground.turn(handle, "claim " + done.subject());
      Claim now = ClaimRow.active(handle, done.subject(), ground.today()).orElse(null);
      String holder = now == null ? "" : now.owner().id();
      if (!holder.equals(after == null ? "" : after.owner().id())) {
        return new Undone.Impossible("the claim changed hands since");
      }
      if (before != null && before.expiresOn().isBefore(ground.today())) {
        return new Undone.Impossible("the claim before has run out meanwhile");
      }
      restore(handle, done.subject(), before);
      ground.history().note(handle, who, "claim", done.subject(), "undo", now, before);
      return new Undone.Back(before == null ? "no claim" : "claim of " + before.owner().name());
    });
  }

  private static void restore(Handle handle, String institution, @Nullable Claim before) {
    if (before == null) {
      ClaimRow.remove(handle, institution);
    } else {
      ClaimRow.put(handle, before);
    }
  }

  private Undone entry(Who who, Change done) {
    Optional<Entry> entry = timeline.find(done.subject());
    if (entry.isEmpty() || entry.get().withdrawn()) {
      return new Undone.Impossible("the entry is withdrawn already");
    }
    timeline.withdraw(who, done.subject(), entry.get().version());
    return new Undone.Back("entry withdrawn");
  }

  private static Place place(@Nullable JsonNode state) {
    if (state == null) {
      throw new IllegalStateException("a move without a state before and after");
    }
    return Json.mapper().treeToValue(state, Place.class);
  }

  private static @Nullable Claim claim(@Nullable JsonNode state) {
    return state == null ? null : Json.mapper().treeToValue(state, Claim.class);
  }
}
