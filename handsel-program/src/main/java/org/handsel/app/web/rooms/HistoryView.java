package org.handsel.app.web.rooms;

import java.util.List;
import org.handsel.app.web.Difference;
import org.handsel.platform.History.Change;
import org.handsel.platform.Who;

/// A page of the history.
///
/// @param kind only this one; empty for all
/// @param who only by this person; empty for all
/// @param base address of the other pages, up to the number
public record HistoryView(
    List<Row> rows,
    List<String> kinds,
    List<Who> people,
    String kind,
    String who,
    int number,
    boolean more,
    String base) {
  public HistoryView {
    rows = List.copyOf(rows);
    kinds = List.copyOf(kinds);
    people = List.copyOf(people);
  }

  /// A change and the fields in which it differs.
  public record Row(Change change, List<Difference> differences) {
    public Row {
      differences = List.copyOf(differences);
    }
  }
}
