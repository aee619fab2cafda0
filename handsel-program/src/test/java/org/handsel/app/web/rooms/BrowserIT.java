package org.handsel.app.web.rooms;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/// All rooms in a browser on a laptop; needs Debian's Chromium and its driver.
@Tag("wiki")
class BrowserIT {
  @Nested
  class Talks extends BrowserWays {
    @Override
    String url() {
      return "";
    }

    @Override
    boolean everywhere() {
      return true;
    }
  }

  @Nested
  class Prospects extends ProspectWays {
    @Override
    String url() {
      return "";
    }

    @Override
    boolean everywhere() {
      return true;
    }
  }

  @Nested
  class Agreements extends AgreementWays {
    @Override
    String url() {
      return "";
    }

    @Override
    boolean everywhere() {
      return true;
    }
  }

  @Nested
  class Readiness extends ReadinessWays {
    @Override
    String url() {
      return "";
    }

    @Override
    boolean everywhere() {
      return true;
    }
  }

  @Nested
  class Links extends LinksWays {
    @Override
    String url() {
      return "";
    }

    @Override
    boolean everywhere() {
      return true;
    }
  }

  @Nested
  class Stewardship extends StewardWays {
    @Override
    String url() {
      return "";
    }

    @Override
    boolean everywhere() {
      return true;
    }
  }
}
