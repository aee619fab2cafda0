package org.handsel.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
  @TempDir Path folder;

  private String url() {
    return "jdbc:sqlite:" + folder.resolve("handsel.db");
  }

  @Test
  void scriptThatChangedAfterItsUseIsRefused() {
    try (Database database = Database.open(url(), Clock.systemUTC())) {
      database.write(handle -> handle.execute("update migration set checksum = 'other'"));
    }
    assertThatThrownBy(() -> Database.open(url(), Clock.systemUTC()))
        .hasMessageContaining("script 001-releases.sql was changed");
  }

  @Test
  void databaseOfANewerProgramIsRefused() {
    try (Database database = Database.open(url(), Clock.systemUTC())) {
      database.write(
          handle -> handle.execute("insert into migration values ('999-future.sql', 'x', 'y')"));
    }
    assertThatThrownBy(() -> Database.open(url(), Clock.systemUTC()))
        .isInstanceOfSatisfying(
            HandselException.class, e -> assertThat(e.exit()).isEqualTo(Exit.ENVIRONMENT))
        .hasMessageContaining("written by a newer Handsel");
  }

  @Test
  void unreachableServerIsNamedWithoutItsPassword() {
    assertThatThrownBy(() ->
            Database.open(
                "jdbc:postgresql://127.0.0.1:9/handsel?user=a&password=secret", Clock.systemUTC()))
        .isInstanceOfSatisfying(
            HandselException.class, e -> assertThat(e.exit()).isEqualTo(Exit.ENVIRONMENT))
        .hasMessageContaining("jdbc:postgresql://127.0.0.1:9/handsel")
        .message()
        .doesNotContain("secret");
  }

  @Test
  void failedWriteLeavesNothing() {
    try (Database database = Database.open(url(), Clock.systemUTC())) {
      assertThatThrownBy(() ->
              database.write(handle -> {
                handle.execute("insert into migration values ('a', 'b', 'c')");
                throw new IllegalStateException("stop");
              }))
          .hasMessage("stop");
      int rows =
          database.read(handle ->
              handle
                  .createQuery("select count(*) from migration where name = 'a'")
                  .mapTo(int.class)
                  .one());
      assertThat(rows).isZero();
    }
  }
}
