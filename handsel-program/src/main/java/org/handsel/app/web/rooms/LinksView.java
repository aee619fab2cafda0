package org.handsel.app.web.rooms;

import java.util.List;
import org.handsel.app.reconciliation.Reconciliation;
import org.handsel.authority.review.ReviewSet;

/// Links to look at, and the addresses of the reconciliation service.
///
/// @param addresses empty without a service, and for those who may not use it
public record LinksView(List<ReviewSet> sets, List<Reconciliation.Address> addresses) {
  public LinksView {
    sets = List.copyOf(sets);
    addresses = List.copyOf(addresses);
  }
}
