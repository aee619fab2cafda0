package org.handsel.app.web.rooms;

import java.util.List;
import org.handsel.release.Cockpit;
import org.handsel.release.ReleaseRegister;
import org.handsel.release.ReleaseStatus;
import org.jspecify.annotations.Nullable;

/// One release.
///
/// @param base address of its page
/// @param status null when its folder is not there any more
/// @param report whether there is one to look at
/// @param lists files to take along: results, failures and the table for the partner
/// @param opinions on the pilot, while it waits for a judgement
/// @param judge who would judge now; empty when a name has to be typed
/// @param running whether files of it were sent a moment ago
public record ReleaseView(
    ReleaseRegister.Entry entry,
    String base,
    @Nullable ReleaseStatus status,
    boolean report,
    List<String> lists,
    List<Cockpit.Opinion> opinions,
    String judge,
    boolean running) {
  public ReleaseView {
    lists = List.copyOf(lists);
    opinions = List.copyOf(opinions);
  }

  /// Whether the pilot waits for somebody's word.
  public boolean waits() {
    ReleaseStatus now = status;
    return now != null && now.pilot().equals("waiting for judgement");
  }
}
