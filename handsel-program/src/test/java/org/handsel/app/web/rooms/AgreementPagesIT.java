package org.handsel.app.web.rooms;

import java.nio.file.Path;
import org.handsel.testing.SetClock;
import org.junit.jupiter.api.Tag;

/// The pages of stage 4 on a laptop; needs Debian's Chromium and its driver.
@Tag("wiki")
class AgreementPagesIT extends AgreementPages {
  @Override
  Bench bench(Path home, SetClock clock) {
    return Bench.open(home, clock);
  }

  @Override
  String engine() {
    return "sqlite";
  }
}
