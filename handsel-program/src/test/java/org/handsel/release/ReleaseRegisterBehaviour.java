package org.handsel.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.handsel.platform.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the register does on every database; each engine has a subclass that says how it is opened.
abstract class ReleaseRegisterBehaviour {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
  private Database database;

  abstract String url() throws Exception;

  abstract String engine();

  @BeforeEach
  void open() throws Exception {
    database = Database.open(url(), NOON);
    database.write(handle -> handle.execute("delete from release_folder"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void runsOnTheEngineItSays() throws Exception {
    String product =
        database.read(handle -> handle.getConnection().getMetaData().getDatabaseProductName());
    assertThat(product).isEqualTo(engine());
  }

  @Test
  void plannedReleaseIsFoundByNameWhateverItsCase() {
    ReleaseRegister register = new ReleaseRegister(database, NOON);
    register.planned(Path.of("/data/Åland 2026"), "p1", 30);

    assertThat(register.named("åLAND 2026"))
        .contains(
            new ReleaseRegister.Entry(
                Path.of("/data/Åland 2026"), "Åland 2026", "p1", NOON.instant(), 30));
  }

  @Test
  void planningAgainDoesNotDoubleARelease() {
    ReleaseRegister register = new ReleaseRegister(database, NOON);
    register.planned(Path.of("/data/pilot"), null, 30);
    register.planned(Path.of("/data/../data/pilot"), null, 31);

    assertThat(register.all())
        .singleElement()
        .extracting(ReleaseRegister.Entry::files)
        .isEqualTo(31L);
  }

  @Test
  void openingAgainAppliesNoScriptTwice() throws Exception {
    try (Database again = Database.open(url(), NOON)) {
      assertThat(
              again.<Integer, RuntimeException>read(handle ->
                  handle
                      .createQuery("select count(*) from migration where name = '001-releases.sql'")
                      .mapTo(Integer.class)
                      .one()))
          .isEqualTo(1);
    }
  }
}
