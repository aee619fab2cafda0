package org.handsel.partnership.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import org.handsel.platform.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Agreements on the database of a group.
class AgreementsOnPostgresIT {
  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void start() throws IOException {
    postgres = EmbeddedPostgres.builder().start();
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  private static String server() {
    return postgres.getJdbcUrl("postgres", "postgres");
  }

  @Test
  void runsOnTheEngineItSays() throws Exception {
    try (Database database = Database.open(server(), Clock.systemUTC())) {
      String product =
          database.read(handle -> handle.getConnection().getMetaData().getDatabaseProductName());
      assertThat(product).isEqualTo("PostgreSQL");
    }
  }

  @Nested
  class OnTheLadder extends LadderBehaviour {
    @Override
    String url() {
      return server();
    }
  }

  @Nested
  class OfCommitments extends CommitmentsBehaviour {
    @Override
    String url() {
      return server();
    }
  }

  @Nested
  class OfWork extends EffortBehaviour {
    @Override
    String url() {
      return server();
    }
  }

  @Nested
  class OfDrafts extends DraftsBehaviour {
    @Override
    String url() {
      return server();
    }
  }
}
