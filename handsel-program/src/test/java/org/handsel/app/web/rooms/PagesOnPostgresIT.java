package org.handsel.app.web.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// The pages of talks on the database of a group; each group of tests has a database of its own.
class PagesOnPostgresIT {
  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void start() throws IOException {
    postgres = EmbeddedPostgres.builder().start();
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  private static String fresh(String name) throws IOException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IOException(e);
    }
    return postgres.getJdbcUrl("postgres", name);
  }

  @Nested
  class Ways extends PagesBehaviour {
    @Override
    String url() throws IOException {
      return fresh("ways");
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
  class SecondEditors extends SecondEditorsBehaviour {
    @Override
    String url() throws IOException {
      return fresh("editors");
    }
  }

  @Nested
  class IllIntent extends IllIntentBehaviour {
    @Override
    String url() throws IOException {
      return fresh("intent");
    }
  }

  @Nested
  class Nonsense extends NonsenseBehaviour {
    @Override
    String url() throws IOException {
      return fresh("nonsense");
    }
  }
}
