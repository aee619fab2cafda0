package org.handsel.scenario;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/// Both co-operations on the database of a group, each in one of its own.
class TwoCooperationsOnPostgresIT {
  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void start() throws IOException {
    postgres = EmbeddedPostgres.builder().start();
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  private static String fresh(String name) throws Exception {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    return postgres.getJdbcUrl("postgres", name);
  }

  @Nested
  class WithTheBundesarchiv extends BundesarchivScenario {
    @Override
    String url() throws Exception {
      return fresh("bundesarchiv");
    }
  }

  @Nested
  class WithTheFotothek extends FotothekScenario {
    @Override
    String url() throws Exception {
      return fresh("fotothek");
    }
  }
}
