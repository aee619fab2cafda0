package org.handsel.release;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.handsel.platform.HandselException;

/// What the pilot of a release allows. A release without a pilot may run as a whole; once a pilot
/// has begun, nothing beyond it is sent until somebody accepts it. After a rejection a new pilot
/// may be begun, or the old one judged anew.
///
/// @param pilot lines of the pilot that may be sent
record PilotRule(List<PlanIndex.Line> pilot, LedgerState ledger) {
  static PilotRule of(PlanIndex plan, LedgerState ledger) {
    return new PilotRule(lines(plan, ledger), ledger);
  }

  /// The lines of a plan that its pilot is made of, as far as they may still be sent.
  static List<PlanIndex.Line> lines(PlanIndex plan, LedgerState ledger) {
    Set<String> files = Set.copyOf(ledger.pilotFiles());
    return files.isEmpty()
        ? List.of()
        : plan.lines().stream()
            .filter(PlanIndex.Line::ready)
            .filter(line -> files.contains(line.key().text()))
            .toList();
  }

  /// The files that may be sent now.
  ///
  /// @throws HandselException with exit 2 when a judgement is missing
  List<PlanIndex.Line> allowed(int pilot, List<PlanIndex.Line> work, ReleaseFolder release) {
    return switch (ledger.pilot()) {
      case NONE -> pilot == 0 ? work : first(pilot, work);
      case ACCEPTED -> pilot == 0 ? work : first(pilot, work);
      case BEGUN -> {
        if (complete()) {
          throw HandselException.usage(
              ("%s: the pilot waits for a judgement. Look at its files on the wiki, then run"
                      + " \"handsel release judge %s --accept --by WHO\" (or --reject).")
                  .formatted(release.folder(), release.folder()));
        }
        yield pilotOnly(work);
      }
      case REJECTED -> {
        if (pilot == 0) {
          throw HandselException.usage(
              ("%s: the pilot was %s. Mend the plan and begin a new one with --pilot N, or judge"
                      + " anew with \"handsel release judge %s --accept --by WHO\".")
                  .formatted(release.folder(), ledger.judgement(), release.folder()));
        }
        yield first(pilot, work);
      }
    };
  }

  /// Whether this run begins a pilot with the files that are allowed.
  boolean begins(int pilot) {
    return pilot > 0 && ledger.pilot() != LedgerState.Pilot.BEGUN;
  }

  /// Whether anything beyond a pilot may happen.
  boolean beyond() {
    return ledger.pilot() == LedgerState.Pilot.NONE || ledger.pilot() == LedgerState.Pilot.ACCEPTED;
  }

  /// Every file of the pilot has had its answer.
  boolean complete() {
    return pilot.stream()
        .map(line -> ledger.of(line.key()))
        .allMatch(state -> state.onWiki() || state.kind() == FileState.Kind.REFUSED);
  }

  String words() {
    return switch (ledger.pilot()) {
      case NONE -> "none";
      case BEGUN -> complete() ? "waiting for judgement" : "in progress";
      case ACCEPTED, REJECTED -> ledger.judgement();
    };
  }

  private List<PlanIndex.Line> pilotOnly(List<PlanIndex.Line> work) {
    Set<String> files = new LinkedHashSet<>(ledger.pilotFiles());
    return work.stream().filter(line -> files.contains(line.key().text())).toList();
  }

  private static List<PlanIndex.Line> first(int number, List<PlanIndex.Line> work) {
    return work.subList(0, Math.min(number, work.size()));
  }
}
