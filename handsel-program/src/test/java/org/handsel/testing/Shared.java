package org.handsel.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/// Where tests find the repository and the shared data beside it; a missing file is a failure,
/// never a skipped test.
public final class Shared {
  private Shared() {}

  public static Path root() {
    return Path.of(System.getProperty("handsel.root", "..")).toAbsolutePath().normalize();
  }

  public static Path data(String path) {
    Path file =
        Path.of(System.getProperty("handsel.shared", "../../shared"))
            .resolve("data")
            .resolve(path)
            .toAbsolutePath()
            .normalize();
    assertThat(file).as("shared data that this test needs").exists();
    return file;
  }
}
