package org.handsel.partnership.talks;

import java.time.LocalDate;
import org.handsel.platform.Who;
import org.jspecify.annotations.Nullable;

/// What has to happen next.
///
/// @param due day by which, or null
/// @param owner who does it
/// @param doneOn day on which it was done, or null
public record NextStep(
    String text, @Nullable LocalDate due, Who owner, @Nullable LocalDate doneOn) {
  /// A step that is still to be done.
  public static NextStep open(String text, @Nullable LocalDate due, Who owner) {
    return new NextStep(text, due, owner, null);
  }
}
