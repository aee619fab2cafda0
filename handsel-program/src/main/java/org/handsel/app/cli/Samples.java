package org.handsel.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.handsel.platform.HandselException;

/// Where the samples that come with the program are.
final class Samples {
  private Samples() {}

  /// The folder of the fictional Skarvik Museum.
  static Path skarvik() {
    Path folder = Path.of(System.getProperty("handsel.root", ".")).resolve("samples/skarvik");
    if (!Files.exists(folder.resolve("mapping.yaml"))) {
      throw HandselException.environment(
          "%s: the sample museum is not there. Start Handsel by the launcher in its own folder: ./handsel tour"
              .formatted(folder));
    }
    return folder;
  }
}
