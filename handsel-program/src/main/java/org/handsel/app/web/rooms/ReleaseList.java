package org.handsel.app.web.rooms;

import java.util.List;
import org.handsel.release.ReleaseRegister;

/// All releases, the newest plan first.
public record ReleaseList(List<ReleaseRegister.Entry> releases) {
  public ReleaseList {
    releases = List.copyOf(releases);
  }
}
