package org.handsel.app.web.agreements;

import java.util.List;
import org.handsel.app.web.Form;
import org.handsel.partnership.commitment.Commitment;
import org.handsel.partnership.commitment.PromiseKind;
import org.handsel.partnership.commitment.Promised;
import org.handsel.partnership.effort.Capacity;
import org.handsel.partnership.effort.VolunteerCall;
import org.jspecify.annotations.Nullable;

/// The ledger, of one partnership or of all.
///
/// @param head the partnership, or null on the page of all
/// @param capacities of the team, with the hours that are free
/// @param calls for volunteers of the partnership
/// @param number of the part that is shown, from 1; `more` whether there are further ones
/// @param stopped why the promise in the form was stopped, or null
public record CommitmentView(
    @Nullable Head head,
    List<Row> rows,
    int number,
    boolean more,
    List<Free> capacities,
    List<VolunteerCall> calls,
    List<PromiseKind> kinds,
    Promised.@Nullable Stopped stopped,
    Form form) {
  public CommitmentView {
    rows = List.copyOf(rows);
    capacities = List.copyOf(capacities);
    calls = List.copyOf(calls);
    kinds = List.copyOf(kinds);
  }

  /// A commitment.
  ///
  /// @param late whether its day is over
  /// @param uncovered why it is not covered any more; empty when it is
  public record Row(Commitment commitment, String kind, Head of, boolean late, String uncovered) {}

  /// A capacity and the hours that could still be promised in the next months.
  ///
  /// @param change its last change that can be taken back, or an empty text
  public record Free(Capacity capacity, long hours, String change) {}
}
