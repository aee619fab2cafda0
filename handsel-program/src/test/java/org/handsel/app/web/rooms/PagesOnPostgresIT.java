package org.handsel.app.web.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Objects;
import org.handsel.platform.Database;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// The pages of talks on the database of a group.
class PagesOnPostgresIT extends PagesBehaviour {
  private @Nullable EmbeddedPostgres postgres;

  @Override
  String url() throws IOException {
    EmbeddedPostgres server = EmbeddedPostgres.builder().start();
    postgres = server;
    return server.getJdbcUrl("postgres", "postgres");
  }

  @Test
  void runsOnTheEngineItSays() {
    try (Database database =
        Database.open(
            Objects.requireNonNull(postgres).getJdbcUrl("postgres", "postgres"),
            java.time.Clock.systemUTC())) {
      int partnerships =
          database.read(handle ->
              handle.createQuery("select count(*) from partnership").mapTo(Integer.class).one());
      assertThat(partnerships).isPositive();
    }
  }

  @AfterAll
  void stop() throws IOException {
    Objects.requireNonNull(postgres).close();
  }
}
