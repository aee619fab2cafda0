package org.handsel.partnership.draft;

import java.util.Set;
import org.handsel.partnership.agreement.Rung;
import org.handsel.platform.Said;

/// A clause, why it stands there, and where one like it stood before.
public record Clause(
    String id, Set<Rung> kinds, Said heading, Said text, Said reason, String precedent) {
  public Clause {
    kinds = Set.copyOf(kinds);
  }
}
