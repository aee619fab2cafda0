package org.handsel.app.web.rooms;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;

/// The ways through the pages on the database of a group; needs Debian's Chromium and its driver.
@Tag("wiki")
class BrowserWaysOnPostgresIT extends BrowserWays {
  private @Nullable EmbeddedPostgres postgres;

  @Override
  String url() throws IOException {
    EmbeddedPostgres server = EmbeddedPostgres.builder().start();
    postgres = server;
    return server.getJdbcUrl("postgres", "postgres");
  }

  @Override
  String engine() {
    return "postgres";
  }

  @Override
  boolean looks() {
    return false;
  }

  @AfterAll
  void stop() throws IOException {
    Objects.requireNonNull(postgres).close();
  }
}
