package org.handsel.scenario;

import org.junit.jupiter.api.Nested;

/// Both co-operations on the database of a laptop.
class TwoCooperationsTest {
  @Nested
  class WithTheBundesarchiv extends BundesarchivScenario {
    @Override
    String url() {
      return "jdbc:sqlite:" + folder.resolve("handsel.db");
    }
  }

  @Nested
  class WithTheFotothek extends FotothekScenario {
    @Override
    String url() {
      return "jdbc:sqlite:" + folder.resolve("handsel.db");
    }
  }
}
