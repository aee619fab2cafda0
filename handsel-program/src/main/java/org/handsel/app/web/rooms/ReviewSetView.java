package org.handsel.app.web.rooms;

import java.util.List;
import org.handsel.authority.review.Decision;
import org.handsel.authority.review.Judgement;
import org.handsel.authority.review.ReviewItem;
import org.handsel.authority.review.ReviewSet;

/// One set of links: how far people are and what they found.
///
/// @param more whether there is a row for this reviewer
/// @param contested rows on which two have to agree
/// @param latest decisions, the newest first
/// @param files that an export left, by name
public record ReviewSetView(
    ReviewSet set,
    boolean more,
    List<ReviewItem> contested,
    List<Said> latest,
    Judgement judgement,
    List<String> files) {
  public ReviewSetView {
    contested = List.copyOf(contested);
    latest = List.copyOf(latest);
    files = List.copyOf(files);
  }

  /// A decision and the name of the person whom it concerns.
  public record Said(Decision decision, String person) {}
}
