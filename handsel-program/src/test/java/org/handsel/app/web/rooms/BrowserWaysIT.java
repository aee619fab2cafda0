package org.handsel.app.web.rooms;

import org.junit.jupiter.api.Tag;

/// The ways through the pages on a laptop; needs Debian's Chromium and its driver.
@Tag("wiki")
class BrowserWaysIT extends BrowserWays {
  @Override
  String url() {
    return "";
  }

  @Override
  String engine() {
    return "sqlite";
  }
}
