package org.handsel.app.web.rooms;

import org.handsel.testing.Postgres;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/// All rooms in a browser on the database of a group; needs Debian's Chromium and its driver.
@Tag("wiki")
class BrowserOnPostgresIT {
  @Nested
  class Talks extends BrowserWays {
    @Override
    String url() {
      return Postgres.fresh();
    }

    @Override
    boolean everywhere() {
      return false;
    }
  }

  @Nested
  class Prospects extends ProspectWays {
    @Override
    String url() {
      return Postgres.fresh();
    }

    @Override
    boolean everywhere() {
      return false;
    }
  }

  @Nested
  class Agreements extends AgreementWays {
    @Override
    String url() {
      return Postgres.fresh();
    }

    @Override
    boolean everywhere() {
      return false;
    }
  }

  @Nested
  class Readiness extends ReadinessWays {
    @Override
    String url() {
      return Postgres.fresh();
    }

    @Override
    boolean everywhere() {
      return false;
    }
  }

  @Nested
  class Links extends LinksWays {
    @Override
    String url() {
      return Postgres.fresh();
    }

    @Override
    boolean everywhere() {
      return false;
    }
  }

  @Nested
  class Stewardship extends StewardWays {
    @Override
    String url() {
      return Postgres.fresh();
    }

    @Override
    boolean everywhere() {
      return false;
    }
  }
}
