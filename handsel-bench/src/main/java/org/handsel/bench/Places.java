package org.handsel.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// Where the measurements find their data and put what they make.
final class Places {
  private Places() {}

  static Path shared(String path) {
    Path file =
        Path.of(System.getProperty("handsel.shared", "../../shared")).resolve("data").resolve(path);
    if (!Files.exists(file)) {
      throw new IllegalStateException(
          file.toAbsolutePath().normalize() + ": not there; the measurement needs it");
    }
    return file;
  }

  static Path samples(String path) {
    return Path.of("../samples").resolve(path);
  }

  static Path scratch() {
    try {
      return Files.createTempDirectory(Path.of("target"), "measure");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void remove(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
