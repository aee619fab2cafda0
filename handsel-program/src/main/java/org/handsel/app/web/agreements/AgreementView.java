package org.handsel.app.web.agreements;

import java.util.List;
import org.handsel.app.web.Form;
import org.handsel.partnership.agreement.GateView;
import org.handsel.partnership.agreement.RungFacts;
import org.handsel.partnership.agreement.ScaleAdvice;
import org.handsel.partnership.agreement.Situation;
import org.handsel.platform.History;
import org.jspecify.annotations.Nullable;

/// The page of an agreement.
///
/// @param advice on mass or small, when somebody asked for it
/// @param changes that can be taken back, the newest first
/// @param form what was typed, with its problems; `item` names the item of the checklist
public record AgreementView(
    Head head,
    GateView gate,
    List<RungFacts> rungs,
    List<Situation> situations,
    List<ScaleAdvice.Reason> scaleAnswers,
    @Nullable ScaleAdvice advice,
    List<History.Change> changes,
    Form form) {
  public AgreementView {
    rungs = List.copyOf(rungs);
    situations = List.copyOf(situations);
    scaleAnswers = List.copyOf(scaleAnswers);
    changes = List.copyOf(changes);
  }
}
