package org.handsel.app.web.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import org.handsel.testing.Postgres;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// The pages of the workbench on the database of a group; each group of tests has a database of its
/// own.
class PagesOnPostgresIT {
  @Nested
  class Ways extends PagesBehaviour {
    @Override
    String url() {
      return Postgres.fresh();
    }

    @Test
    void runOnTheEngineTheySay() throws Exception {
      String product =
          bench
              .parts()
              .database()
              .read(handle -> handle.getConnection().getMetaData().getDatabaseProductName());
      assertThat(product).isEqualTo("PostgreSQL");
    }
  }

  @Nested
  class Talks extends TalksPagesBehaviour {
    @Override
    String url() {
      return Postgres.fresh();
    }
  }

  @Nested
  class SecondEditors extends SecondEditorsBehaviour {
    @Override
    String url() {
      return Postgres.fresh();
    }
  }

  @Nested
  class IllIntent extends IllIntentBehaviour {
    @Override
    String url() {
      return Postgres.fresh();
    }
  }

  @Nested
  class Nonsense extends NonsenseBehaviour {
    @Override
    String url() {
      return Postgres.fresh();
    }
  }
}
