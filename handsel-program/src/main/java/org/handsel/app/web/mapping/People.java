package org.handsel.app.web.mapping;

import java.util.List;
import org.handsel.app.reconciliation.Known;
import org.handsel.app.reconciliation.Reconciliation;
import org.handsel.release.tables.Suggester;
import org.jspecify.annotations.Nullable;

/// Whom the names of a delivery may mean, out of the authority files that the workbench was started
/// with.
record People(@Nullable Reconciliation authorities) {
  /// Below this a proposal costs people more than it helps.
  private static final double LEAST = 0.5;

  private static final int SHOWN = 4;

  List<String> names() {
    return authorities == null ? List.of() : authorities.names();
  }

  /// The file that is asked: the one that a person chose, else the first; empty where there is
  /// none.
  String chosen(String name) {
    List<String> names = names();
    return names.contains(name) ? name : names.isEmpty() ? "" : names.getFirst();
  }

  List<Known> of(String authority, String name) {
    return authorities == null ? List.of() : authorities.people(authority, name, SHOWN);
  }

  Suggester suggester(String authority) {
    return (field, value) ->
        of(authority, value).stream()
            .findFirst()
            .filter(known -> known.probability() >= LEAST)
            .map(People::suggestion);
  }

  private static Suggester.Suggestion suggestion(Known known) {
    String name = known.life().isEmpty() ? known.name() : known.name() + " (" + known.life() + ")";
    return new Suggester.Suggestion(
        known.item().isEmpty() ? known.id() : known.item(),
        name,
        known.probability(),
        String.join("; ", known.reasons()));
  }
}
