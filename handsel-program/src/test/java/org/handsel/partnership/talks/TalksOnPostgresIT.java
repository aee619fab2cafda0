package org.handsel.partnership.talks;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import org.handsel.platform.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Talks on the database of a group.
class TalksOnPostgresIT {
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
  class OnTheBoard extends BoardBehaviour {
    @Override
    String url() {
      return server();
    }
  }

  @Nested
  class OfClaims extends ClaimsBehaviour {
    @Override
    String url() {
      return server();
    }
  }

  @Nested
  class OnTheTimeline extends TimelineBehaviour {
    @Override
    String url() {
      return server();
    }

    @Override
    String plan(String sql) {
      return database.read(handle ->
          String.join(
              " ",
              handle
                  .createQuery("explain " + sql)
                  .map((row, context) -> row.getString("QUERY PLAN"))
                  .list()));
    }
  }

  @Nested
  class OfContacts extends ContactsBehaviour {
    @Override
    String url() {
      return server();
    }
  }

  @Nested
  class OfComingBack extends RevisitsBehaviour {
    @Override
    String url() {
      return server();
    }
  }

  @Nested
  class InTwoRealCases extends RealCasesBehaviour {
    @Override
    String url() {
      return server();
    }
  }
}
