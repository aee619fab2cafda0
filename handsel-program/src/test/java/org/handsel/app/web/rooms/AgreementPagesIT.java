package org.handsel.app.web.rooms;

import org.junit.jupiter.api.Tag;

/// The pages of stage 4 on a laptop; needs Debian's Chromium and its driver.
@Tag("wiki")
class AgreementPagesIT extends AgreementPages {
  @Override
  String url() {
    return "";
  }

  @Override
  String engine() {
    return "sqlite";
  }
}
