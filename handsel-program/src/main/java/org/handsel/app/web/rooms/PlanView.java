package org.handsel.app.web.rooms;

import java.util.List;
import java.util.Map;
import org.handsel.collection.Item;
import org.handsel.release.Cockpit;
import org.jspecify.annotations.Nullable;

/// A page of the plan of a release.
///
/// @param base address of the release
/// @param titles of checks, in words, by code
/// @param pages address of the other pages, up to the number
/// @param fault what could not be done; empty when nothing was asked
public record PlanView(
    String name,
    String base,
    Cockpit.Filter filter,
    Cockpit.Choices choices,
    Map<String, String> titles,
    List<Card> cards,
    long all,
    long undecided,
    long decided,
    int number,
    boolean more,
    String pages,
    String fault) {
  public PlanView {
    cards = List.copyOf(cards);
  }

  /// A file of the plan with the record it was planned from.
  ///
  /// @param item null when the record is not there any more
  public record Card(Cockpit.Row row, @Nullable Item item) {
    /// `ready`, `warned` or `blocked`.
    public String state() {
      return !row.entry().ready() ? "blocked" : row.entry().checks().isEmpty() ? "ready" : "warned";
    }

    public String heading() {
      return !row.entry().title().isEmpty()
          ? row.entry().title()
          : row.entry().file().isEmpty() ? row.entry().item() : row.entry().file();
    }
  }
}
