package org.handsel.partnership.commitment;

import org.handsel.platform.Said;

/// What came of a promise.
public sealed interface Promised {
  /// It stands in the ledger, and there is capacity for it.
  record Agreed(Commitment commitment) implements Promised {}

  /// It was stopped; nothing was written. It may be noted as a wish.
  ///
  /// @param code `cannot-be-kept`, `other-side`, `no-hours`, `no-capacity`, `beyond-capacity`,
  ///   `no-call` or `too-few-volunteers`
  /// @param reason why
  /// @param instead what helps
  record Stopped(String code, Said reason, Said instead) implements Promised {}
}
