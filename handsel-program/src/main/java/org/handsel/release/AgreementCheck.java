package org.handsel.release;

import org.handsel.partnership.agreement.GateState;
import org.handsel.partnership.agreement.GateView;
import org.handsel.partnership.agreement.Gatekeeper;
import org.handsel.partnership.agreement.Rung;
import org.handsel.platform.HandselException;
import org.handsel.rights.RightsStatements;

/// Holds files in copyright back until the agreement of their partnership is complete.
///
/// Files in the public domain always pass. What people decided about the partnership counts: where
/// no agreement is needed, everything passes; where one is, all files in copyright wait for its
/// checklist. Where nobody decided yet, files that the delivery itself states to be free pass, and
/// those wait whose licence rests on what the partner is said to have declared.
final class AgreementCheck {
  /// Wikidata's item for the status "public domain".
  private static final String PUBLIC_DOMAIN = "Q19652";

  private AgreementCheck() {}

  /// @throws HandselException with exit 2 and what is missing, when files have to wait
  static void pass(ReleaseFolder release, PlanIndex plan, Gatekeeper gatekeeper) {
    String partnership = release.partnership();
    if (partnership.isEmpty()) {
      return;
    }
    GateView gate = gatekeeper.of(partnership);
    if (gate.passed()) {
      return;
    }
    Rung rung = gate.agreement().rung();
    long waiting =
        plan.lines().stream()
            .filter(PlanIndex.Line::ready)
            .filter(line -> rung != null || !PlanEntry.DELIVERY.equals(line.ground()))
            .filter(AgreementCheck::inCopyright)
            .count();
    if (waiting > 0) {
      throw HandselException.usage(
          "%s: %d files in copyright wait for the agreement of partnership %s: %s. Nothing was sent. See \"handsel partnership gate %s\"."
              .formatted(release.folder(), waiting, partnership, missing(gate, rung), partnership));
    }
  }

  /// Files that rest on what a partner declared, while no partnership is named whose agreement
  /// could be looked at.
  static long unchecked(ReleaseFolder release, PlanIndex plan) {
    return release.partnership().isEmpty()
        ? plan.lines().stream()
            .filter(PlanIndex.Line::ready)
            .filter(line -> PlanEntry.AGREEMENT.equals(line.ground()))
            .filter(AgreementCheck::inCopyright)
            .count()
        : 0;
  }

  private static String missing(GateView gate, @org.jspecify.annotations.Nullable Rung rung) {
    return rung == null
        ? "nobody has said yet which agreement is needed, if any (handsel partnership agree)"
        : String.join(
            "; ",
            gate.open().stream()
                .map(GateState::item)
                .map(item -> item.title().en() + " (" + item.id() + ")")
                .toList());
  }

  private static boolean inCopyright(PlanIndex.Line line) {
    String uri = line.rights();
    return uri.isEmpty() || !PUBLIC_DOMAIN.equals(Statements.ALL.judge(uri).statusItem());
  }

  /// Read once, when the first release is checked.
  private static final class Statements {
    static final RightsStatements ALL = RightsStatements.load();
  }
}
