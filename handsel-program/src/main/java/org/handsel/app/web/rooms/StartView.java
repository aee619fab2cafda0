package org.handsel.app.web.rooms;

import java.util.List;
import org.handsel.platform.History.Change;
import org.handsel.release.ReleaseRegister;

/// The start page.
///
/// @param releases how many there are
/// @param newest the last few of them
/// @param latest changes, the newest first
public record StartView(int releases, List<ReleaseRegister.Entry> newest, List<Change> latest) {
  public StartView {
    newest = List.copyOf(newest);
    latest = List.copyOf(latest);
  }
}
