package org.handsel.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.handsel.platform.HandselException;

/// Where the samples that come with the program are.
final class Samples {
  private Samples() {}

  /// The folder of all samples.
  static Path folder() {
    Path folder =
        Path.of(System.getProperty("handsel.root", "."))
            .toAbsolutePath()
            .normalize()
            .resolve("samples");
    if (!Files.exists(folder.resolve("skarvik/mapping.yaml"))) {
      throw HandselException.environment(
          "%s: the samples are not there. Start Handsel by the launcher in its own folder: ./handsel tour"
              .formatted(folder));
    }
    return folder;
  }
}
