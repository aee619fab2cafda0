package org.handsel.app.web.talks;

import java.util.List;
import org.handsel.app.web.Form;
import org.handsel.partnership.talks.FullColumn;
import org.handsel.partnership.talks.Partnership;

/// A move that stopped at a full column.
///
/// @param reason why there is a limit, in the language of the page
/// @param path where the move is sent again, with a reason
/// @param kept its fields
public record FullView(
    Partnership partnership,
    String institution,
    FullColumn column,
    String reason,
    String path,
    List<Form.Kept> kept,
    Form form) {
  public FullView {
    kept = List.copyOf(kept);
  }
}
