package org.handsel.app.web.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.handsel.platform.DurableFiles;

/// The deliveries that lie ready in a workspace, and where the mapping of each is. Only these can
/// be opened from the browser, so that nobody reads any other file of the machine through it.
final class Shelf {
  /// Names that can stand in an address and are nobody's hidden file.
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N} ._()+-]{0,120}");

  private final Path deliveries;
  private final Path mappings;

  Shelf(Path home) {
    this.deliveries = home.resolve("collections");
    this.mappings = home.resolve("mappings");
  }

  Path folder() {
    return deliveries;
  }

  /// Names of the deliveries, files and folders alike.
  List<String> names() {
    if (!Files.isDirectory(deliveries)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(deliveries)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(Shelf::possible)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<Path> delivery(String name) {
    return names().contains(name) ? Optional.of(deliveries.resolve(name)) : Optional.empty();
  }

  ProfileStore profile(String name) {
    return new ProfileStore(mappings.resolve(name));
  }

  static boolean possible(String name) {
    return NAME.matcher(name).matches()
        && !name.contains("..")
        && !name.endsWith(".part")
        && !name.endsWith(" ");
  }

  /// Puts a file there that was sent.
  ///
  /// @return its name; empty when a file of this name is there already, or it cannot be one
  Optional<String> add(String sent, InputStream content) throws IOException {
    String name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    if (!possible(name) || Files.exists(deliveries.resolve(name))) {
      return Optional.empty();
    }
    Files.createDirectories(deliveries);
    Path part = deliveries.resolve(name + ".part");
    try (content) {
      Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
      DurableFiles.force(part);
      DurableFiles.move(part, deliveries.resolve(name));
    } finally {
      Files.deleteIfExists(part);
    }
    return Optional.of(name);
  }
}
