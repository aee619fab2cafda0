package org.handsel.app.web.mapping;

import java.util.List;
import org.handsel.app.reconciliation.Known;

/// A value of a mapping table beside the people whom it may mean.
///
/// @param here address of the table
/// @param authorities names of files of persons that can be asked
/// @param authority that was asked; empty where there is none
/// @param all values of the table
/// @param open values on which nobody has decided
/// @param skip how many of them were put off
/// @param value empty when all are decided
/// @param mark of what people wrote in its row
/// @param step mark of the step that can be taken back; empty when there is none
/// @param undone values of that step
/// @param late whether somebody else decided about a value meanwhile
public record PeopleView(
    String name,
    String base,
    String here,
    String table,
    List<String> authorities,
    String authority,
    int all,
    int open,
    int skip,
    String value,
    long frequency,
    String mark,
    List<Known> known,
    String step,
    String undone,
    boolean late) {
  public PeopleView {
    authorities = List.copyOf(authorities);
    known = List.copyOf(known);
  }

  /// Whether anybody can be taken by a key.
  public boolean anyItem() {
    return known.stream().anyMatch(one -> !one.item().isEmpty());
  }
}
