package org.handsel.app.web.mapping;

import java.util.List;
import java.util.Map;

/// A page of a mapping table.
///
/// @param field whose values it explains
/// @param states how many rows are in each
/// @param state only these; empty for all
/// @param text only values that hold it
/// @param page address of the other pages, up to the number
/// @param late values that somebody else changed meanwhile; theirs stayed
/// @param wrong what could not be taken, by value
/// @param authorities names of files of persons that can be asked
/// @param step mark of the step that can be taken back; empty when there is none
/// @param undone of how many values it is
public record TableView(
    String name,
    String base,
    String field,
    String table,
    Map<String, Long> states,
    String state,
    String text,
    List<Row> rows,
    int number,
    boolean more,
    String page,
    List<String> late,
    Map<String, String> wrong,
    List<String> authorities,
    String step,
    int undone) {
  public TableView {
    rows = List.copyOf(rows);
    late = List.copyOf(late);
    authorities = List.copyOf(authorities);
  }

  /// A value and what it leads to.
  ///
  /// @param mark of what people wrote in the row
  /// @param proposal id and name that were found; empty when there is none
  /// @param reason what speaks for the proposal
  public record Row(
      String value,
      long frequency,
      String state,
      String qid,
      String category,
      String creator,
      String proposal,
      String proposed,
      String reason,
      String mark) {}

  public long all() {
    return states.values().stream().mapToLong(Long::longValue).sum();
  }

  public long decided() {
    return all() - states.getOrDefault("todo", 0L);
  }
}
