package org.handsel.release.merge;

import java.util.List;

/// A page after a merge.
///
/// @param text the page as people have it, with what is planned now brought in
/// @param brought what was brought in, against the page as people have it
/// @param conflicts what was not, because people changed the same
public record MergedPage(String text, List<PageChange> brought, List<PageConflict> conflicts) {
  public MergedPage {
    brought = List.copyOf(brought);
    conflicts = List.copyOf(conflicts);
  }
}
