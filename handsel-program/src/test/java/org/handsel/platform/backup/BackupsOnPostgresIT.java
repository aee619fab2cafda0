package org.handsel.platform.backup;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.handsel.platform.Workspace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Backups of a group's database, and from each kind of database to the other.
class BackupsOnPostgresIT {
  private static EmbeddedPostgres postgres;
  private static int databases;

  @BeforeAll
  static void start() throws IOException {
    postgres = EmbeddedPostgres.builder().start();
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  private static String fresh() throws IOException {
    String name = "backup" + ++databases;
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IOException(e);
    }
    return postgres.getJdbcUrl("postgres", name);
  }

  @Nested
  class FromAServer extends BackupsBehaviour {
    @Override
    String url(Workspace workspace) throws IOException {
      return fresh();
    }

    @Test
    void everythingComesBackInAFile() {
      comesBackOn(Workspace::databaseUrl);
    }
  }

  @Nested
  class FromAFile extends BackupsBehaviour {
    @Override
    String url(Workspace workspace) {
      return workspace.databaseUrl();
    }

    @Test
    void everythingComesBackOnAServer() throws IOException {
      String url = fresh();
      comesBackOn(workspace -> url);
    }
  }
}
