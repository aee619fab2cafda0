package org.handsel.partnership.agreement;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/// Agreements on the database of a laptop.
class AgreementsTest {
  @TempDir Path folder;

  private String sqlite() {
    return "jdbc:sqlite:" + folder.resolve("handsel.db");
  }

  @Nested
  class OnTheLadder extends LadderBehaviour {
    @Override
    String url() {
      return sqlite();
    }
  }

  @Nested
  class OfCommitments extends CommitmentsBehaviour {
    @Override
    String url() {
      return sqlite();
    }
  }

  @Nested
  class OfWork extends EffortBehaviour {
    @Override
    String url() {
      return sqlite();
    }
  }

  @Nested
  class OfDrafts extends DraftsBehaviour {
    @Override
    String url() {
      return sqlite();
    }
  }
}
