package org.handsel.app.web.rooms;

import java.util.List;
import org.handsel.app.web.Form;
import org.handsel.authority.review.Decision;
import org.handsel.authority.review.ReviewItem;
import org.handsel.authority.review.ReviewSet;

/// A person beside a record that they may be.
///
/// @param shown number of the candidate that is shown, from 1; 0 when there is none
/// @param rows what both say, side by side
/// @param opinions what this reviewer may see of the others' decisions: all once they have spoken
///   themselves; before, only who was unsure and why
/// @param hidden whether others hold opinions that this reviewer does not see yet
public record ReviewItemView(
    ReviewSet set,
    ReviewItem item,
    int shown,
    List<SideBySide> rows,
    List<Decision> opinions,
    boolean hidden,
    Form form) {
  public ReviewItemView {
    rows = List.copyOf(rows);
    opinions = List.copyOf(opinions);
  }

  public ReviewItem.Option candidate() {
    return item.candidates().get(shown - 1);
  }
}
