package org.handsel.partnership.talks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The stages 0 to 5 of a team, side by side.
public record Board(String team, List<Column> columns) {
  public Board {
    columns = List.copyOf(columns);
  }

  /// One stage.
  ///
  /// @param cards the first of them, those with most to look at first
  /// @param total how many there are in all, also paused and not-yet ones
  /// @param open how many of them count against the limit
  /// @param limit how many may be open, 0 for any number
  /// @param full why it takes no more, or null where it does
  public record Column(
      int stage, List<Card> cards, int total, int open, int limit, @Nullable FullColumn full) {
    public Column {
      cards = List.copyOf(cards);
    }
  }
}
