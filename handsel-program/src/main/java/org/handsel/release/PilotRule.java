package org.handsel.release;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.handsel.platform.HandselException;

/// What the pilot of a release allows. A release without a pilot may run as a whole; once a pilot
/// has begun, nothing beyond it is sent until somebody accepts it. After a rejection a new pilot
/// may be begun, or the old one judged anew.
record PilotRule(List<PlanEntry> plan, LedgerState ledger) {
  /// The files that may be sent now.
  ///
  /// @throws HandselException with exit 2 when a judgement is missing
  List<PlanEntry> allowed(int pilot, List<PlanEntry> work, ReleaseFolder release) {
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
    Set<String> files = Set.copyOf(ledger.pilotFiles());
    return plan.stream()
        .filter(PlanEntry::ready)
        .filter(entry -> files.contains(FileKey.of(entry).text()))
        .map(entry -> ledger.of(FileKey.of(entry)))
        .allMatch(state -> state.onWiki() || state.kind() == FileState.Kind.REFUSED);
  }

  String words() {
    return switch (ledger.pilot()) {
      case NONE -> "none";
      case BEGUN -> complete() ? "waiting for judgement" : "in progress";
      case ACCEPTED, REJECTED -> ledger.judgement();
    };
  }

  private List<PlanEntry> pilotOnly(List<PlanEntry> work) {
    Set<String> files = new LinkedHashSet<>(ledger.pilotFiles());
    return work.stream().filter(entry -> files.contains(FileKey.of(entry).text())).toList();
  }

  private static List<PlanEntry> first(int number, List<PlanEntry> work) {
    return work.subList(0, Math.min(number, work.size()));
  }
}
