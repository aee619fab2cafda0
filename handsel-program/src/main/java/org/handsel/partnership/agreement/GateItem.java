package org.handsel.partnership.agreement;

import org.handsel.platform.Said;
import org.jspecify.annotations.Nullable;

/// An item of the checklist.
///
/// @param kind what meets it: `statement`, `lawyer`, `explained`, `renegotiation`, `end`, `ledger`
///   or `signature`
/// @param needed the lowest rung that needs it
/// @param strict the lowest rung from which it cannot be waived, or null
/// @param role who may waive it: `coordinator` or `board`
public record GateItem(
    String id,
    String kind,
    Rung needed,
    @Nullable Rung strict,
    String role,
    Said title,
    Said why,
    String source) {
  public boolean neededOn(Rung rung) {
    return rung.compareTo(needed) >= 0;
  }

  public boolean waivableOn(Rung rung) {
    return strict == null || rung.compareTo(strict) < 0;
  }

  /// Whether people meet it by a text; the others follow from the agreement and the ledger.
  public boolean written() {
    return kind.equals("statement") || named() || kind.equals("end");
  }

  /// Whether it says by whom.
  public boolean named() {
    return kind.equals("lawyer") || kind.equals("explained");
  }
}
