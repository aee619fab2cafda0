package org.handsel.app.web.rooms;

import org.junit.jupiter.api.Tag;

/// Mapping in a browser on a laptop; needs Debian's Chromium and its driver.
@Tag("wiki")
class MappingBrowserIT extends MappingWays {
  @Override
  String url() {
    return "";
  }

  @Override
  boolean everywhere() {
    return true;
  }
}
