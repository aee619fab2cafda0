package org.handsel.partnership.talks;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/// Talks on the database of a laptop.
class TalksTest {
  @TempDir Path folder;

  private String sqlite() {
    return "jdbc:sqlite:" + folder.resolve("handsel.db");
  }

  @Nested
  class OnTheBoard extends BoardBehaviour {
    @Override
    String url() {
      return sqlite();
    }
  }

  @Nested
  class OfClaims extends ClaimsBehaviour {
    @Override
    String url() {
      return sqlite();
    }
  }

  @Nested
  class OnTheTimeline extends TimelineBehaviour {
    @Override
    String url() {
      return sqlite();
    }

    @Override
    String plan(String sql) {
      return database.read(handle ->
          String.join(
              " ",
              handle
                  .createQuery("explain query plan " + sql)
                  .map((row, context) -> row.getString("detail"))
                  .list()));
    }
  }

  @Nested
  class OfContacts extends ContactsBehaviour {
    @Override
    String url() {
      return sqlite();
    }
  }

  @Nested
  class OfComingBack extends RevisitsBehaviour {
    @Override
    String url() {
      return sqlite();
    }
  }

  @Nested
  class InTwoRealCases extends RealCasesBehaviour {
    @Override
    String url() {
      return sqlite();
    }
  }
}
