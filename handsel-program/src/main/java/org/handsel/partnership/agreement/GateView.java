package org.handsel.partnership.agreement;

import java.util.List;

/// The checklist of a partnership.
///
/// @param items those that its rung needs, in the order of the table; empty where none is needed
public record GateView(Agreement agreement, List<GateState> items) {
  public GateView {
    items = List.copyOf(items);
  }

  /// Whether files in copyright may be uploaded: a rung is chosen, and no item of it is open.
  public boolean passed() {
    return agreement.rung() != null && items.stream().noneMatch(GateState::open);
  }

  public List<GateState> open() {
    return items.stream().filter(GateState::open).toList();
  }

  /// What an item states; empty while it is open or waived.
  public String statement(String item) {
    return items.stream()
        .filter(state -> state.item().id().equals(item) && state.state().equals("met"))
        .map(state -> state.statement().en())
        .findFirst()
        .orElse("");
  }
}
