package org.handsel.app.web.rooms;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;

/// The ways through the pages on the database of a group; needs Debian's Chromium and its driver.
@Tag("wiki")
class BrowserWaysOnPostgresIT extends BrowserWays {
  private EmbeddedPostgres postgres;

  @Override
  String url() throws IOException {
    postgres = EmbeddedPostgres.builder().start();
    return postgres.getJdbcUrl("postgres", "postgres");
  }

  @Override
  String engine() {
    return "postgres";
  }

  @AfterAll
  void stop() throws IOException {
    postgres.close();
  }
}
