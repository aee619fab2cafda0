package org.handsel.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.handsel.testing.SetClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A workspace is backed up and restored by one command each.
class BackupCommandsTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String home, String... arguments) {
    out.reset();
    err.reset();
    return Commands.run(
        new Surroundings(
            new SetClock("2026-11-24T08:00:00Z"),
            Map.of("HANDSEL_HOME", folder.resolve(home).toString(), "HANDSEL_AS", "Ada"),
            InputStream.nullInputStream(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false),
        arguments);
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void oneCommandEach() throws Exception {
    String file = folder.resolve("backup.zip").toString();
    assertThat(run("nowhere", "backup", file)).isEqualTo(2);
    assertThat(said()).contains("there is no workspace");
    assertThat(folder.resolve("nowhere")).doesNotExist();

    assertThat(run("home", "partnership", "begin", "Skarvik Museum", "--new", "museum"))
        .as(said())
        .isZero();
    assertThat(run("home", "backup", file)).as(said()).isZero();
    assertThat(said()).contains("read back and found whole");
    assertThat(run("home", "backup", file)).isEqualTo(2);
    assertThat(run("home", "restore", file)).isEqualTo(2);
    assertThat(said()).contains("is not empty", "--home");

    assertThat(run("again", "restore", "--check", file)).as(said()).isZero();
    assertThat(said()).contains("it is whole");
    assertThat(folder.resolve("again")).doesNotExist();
    assertThat(run("again", "restore", file)).as(said()).isZero();
    assertThat(run("again", "partnership", "list")).isZero();
    assertThat(said()).contains("Skarvik Museum");

    Files.writeString(folder.resolve("other.zip"), "something else");
    assertThat(run("third", "restore", folder.resolve("other.zip").toString())).isEqualTo(1);
    assertThat(said()).contains("handsel backup");
  }
}
