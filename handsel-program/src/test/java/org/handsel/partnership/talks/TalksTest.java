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
}
