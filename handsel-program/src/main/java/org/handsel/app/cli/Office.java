package org.handsel.app.cli;

import java.time.Clock;
import org.handsel.partnership.agreement.Agreements;
import org.handsel.partnership.agreement.GateState;
import org.handsel.partnership.agreement.Gatekeeper;
import org.handsel.partnership.commitment.Commitment;
import org.handsel.partnership.commitment.Commitments;
import org.handsel.partnership.commitment.Promised;
import org.handsel.partnership.commitment.Staffings;
import org.handsel.partnership.effort.Capacities;
import org.handsel.partnership.effort.Effort;
import org.handsel.partnership.effort.PartnerLoads;
import org.handsel.partnership.effort.VolunteerCall;
import org.handsel.partnership.effort.Volunteers;
import org.handsel.partnership.talks.Partnership;
import org.handsel.platform.Database;
import org.handsel.platform.HandselException;
import org.handsel.platform.History;
import org.jspecify.annotations.Nullable;

/// All doors of agreements, commitments and work on one open database, and how the commands write
/// what they say.
record Office(
    Desk desk,
    Agreements agreements,
    Gatekeeper gatekeeper,
    Commitments commitments,
    Effort effort,
    Volunteers volunteers,
    Capacities capacities,
    Staffings staffings,
    PartnerLoads loads) {

  static Office on(Database database, Clock clock) {
    History history = new History(database, clock);
    return new Office(
        Desk.on(database, clock),
        new Agreements(database, history, clock),
        new Gatekeeper(database, history, clock),
        new Commitments(database, history, clock),
        new Effort(database, history, clock),
        new Volunteers(database, history, clock),
        new Capacities(database, history, clock),
        new Staffings(database, history, clock),
        new PartnerLoads(database, history, clock));
  }

  Partnership named(String given) {
    return desk.partnerships().named(given);
  }

  /// The call of a partnership that a person means by the beginning of its id.
  VolunteerCall call(Partnership partnership, String beginning) {
    return volunteers.of(partnership.id()).stream()
        .filter(call -> call.id().startsWith(beginning))
        .reduce((one, other) -> {
          throw HandselException.usage(
              "call \"%s\": several are meant. Give more of the id.".formatted(beginning));
        })
        .orElseThrow(
            () -> HandselException.usage("call \"%s\": there is none.".formatted(beginning)));
  }

  static String line(GateState state) {
    String said = state.statement().en();
    return "%-7s  %-20s  %s%s%s"
        .formatted(
            state.state(),
            state.item().id(),
            state.item().title().en(),
            said.isEmpty() ? "" : " – " + said.replaceAll("\\s+", " "),
            who(state));
  }

  private static String who(GateState state) {
    @Nullable String by = state.by();
    if (state.who() == null) {
      return "";
    }
    return " (%s%s, %s)"
        .formatted(
            by == null ? "" : by + "; noted by ",
            java.util.Objects.requireNonNull(state.who()).name(),
            state.day());
  }

  static String line(Commitment commitment) {
    return "%s  %-7s  %s  %-11s  %s (%s%s%s)%s"
        .formatted(
            commitment.id(),
            commitment.state(),
            commitment.due(),
            commitment.side(),
            commitment.text(),
            commitment.keeper(),
            commitment.hours() == 0 ? "" : ", %d h".formatted(commitment.hours()),
            commitment.call() != null
                ? " of volunteers"
                : commitment.capacity().isEmpty() ? "" : " of " + commitment.capacity(),
            commitment.reason().isEmpty() ? "" : "  – " + commitment.reason());
  }

  static String line(VolunteerCall call) {
    return "%s  %s: %d of %d hours signed up by %d, until %s"
        .formatted(
            call.id(),
            call.task(),
            call.signedUp(),
            call.hours(),
            call.signUps().size(),
            call.until());
  }

  /// A command stops here: the promise cannot be kept.
  static HandselException stopped(Promised.Stopped stop) {
    return HandselException.usage(
        "not promised (%s): %s %s".formatted(stop.code(), stop.reason().en(), stop.instead().en()));
  }
}
