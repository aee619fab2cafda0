package org.handsel.app.web.agreements;

import org.handsel.partnership.talks.Partnership;

/// What every page of a partnership shows on top.
///
/// @param institution its name
public record Head(Partnership partnership, String institution) {
  /// Address of the partnership's pages.
  public String path() {
    return "/partnerships/" + partnership.id();
  }
}
