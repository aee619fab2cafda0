package org.handsel.app.web.register;

import java.util.List;
import org.handsel.partnership.register.Proposal;

/// Pairs to decide on.
///
/// @param outcome only of this one; empty for all
/// @param total how many there are
/// @param running whether the register is being compared now
/// @param failed why the last comparison ended without a result; empty where it did not
public record DuplicatesView(
    List<Proposal> pairs,
    String outcome,
    int total,
    int number,
    boolean more,
    boolean running,
    String failed) {
  public DuplicatesView {
    pairs = List.copyOf(pairs);
  }
}
