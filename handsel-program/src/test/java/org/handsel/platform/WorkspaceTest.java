package org.handsel.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
  @TempDir Path folder;

  @Test
  void optionIsStrongerThanEnvironmentAndEnvironmentThanTheHomeFolder() {
    Map<String, String> environment = Map.of("HANDSEL_HOME", "/data/handsel");
    assertThat(Workspace.choose(Path.of("/x"), environment).home()).isEqualTo(Path.of("/x"));
    assertThat(Workspace.choose(null, environment).home()).isEqualTo(Path.of("/data/handsel"));
    assertThat(Workspace.choose(null, Map.of()).home()).endsWithRaw(Path.of(".handsel"));
  }

  @Test
  void settingComesFromEnvironmentThenFileThenDefault() throws Exception {
    Workspace workspace = new Workspace(folder);
    Settings.writeExplained(workspace);
    assertThat(Settings.read(workspace, Map.of()).number("parallel")).isEqualTo(1);
    Files.writeString(workspace.settings(), "parallel=3\n");
    assertThat(Settings.read(workspace, Map.of()).number("parallel")).isEqualTo(3);
    assertThat(Settings.read(workspace, Map.of("HANDSEL_PARALLEL", "2")).number("parallel"))
        .isEqualTo(2);
  }

  @Test
  void misspeltSettingIsNamedWithTheOnesThatExist() throws Exception {
    Workspace workspace = new Workspace(folder);
    Files.writeString(workspace.settings(), "paralel=3\n");
    assertThatThrownBy(() -> Settings.read(workspace, Map.of()))
        .hasMessageContaining("no setting \"paralel\"")
        .hasMessageContaining("parallel");
  }

  @Test
  void passwordIsReadableByItsOwnerOnly() throws Exception {
    Workspace workspace = new Workspace(folder);
    Secrets secrets = new Secrets(workspace, Map.of());
    secrets.keep("https://wiki.example/", "Ada", "hush");
    assertThat(secrets.password("https://wiki.example", "Ada")).contains("hush");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(workspace.secrets())))
        .isEqualTo("rw-------");
  }

  @Test
  void passwordFileThatOthersMayReadIsRefused() throws Exception {
    Workspace workspace = new Workspace(folder);
    Secrets secrets = new Secrets(workspace, Map.of());
    secrets.keep("https://wiki.example", "Ada", "hush");
    Files.setPosixFilePermissions(
        workspace.secrets(), PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> secrets.password("https://wiki.example", "Ada"))
        .hasMessageContaining("others may read it")
        .message()
        .doesNotContain("hush");
  }

  @Test
  void failedReplacementLeavesTheOldFile() throws Exception {
    Path file = folder.resolve("a.txt");
    DurableFiles.replace(file, "old");
    assertThatThrownBy(() ->
            DurableFiles.replace(
                file,
                out -> {
                  out.write("half");
                  throw new java.io.IOException("No space left on device");
                }))
        .isInstanceOf(HandselException.class)
        .hasMessageContaining("No space left on device");
    assertThat(file).hasContent("old");
    assertThat(folder).isDirectoryNotContaining(path -> path.toString().endsWith(".part"));
  }
}
