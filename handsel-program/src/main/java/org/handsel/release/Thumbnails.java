package org.handsel.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.handsel.collection.image.Images;
import org.handsel.platform.DurableFiles;

/// Keeps the small pictures of a release, named by checksum, so that each is made once. How they
/// are made, and from which files they are not, is [Images#thumbnail].
final class Thumbnails {
  private static final int EDGE = 360;

  private final Path folder;
  private final Path files;

  Thumbnails(Path folder, Path files) {
    this.folder = folder;
    this.files = files;
  }

  /// Makes those of many files by several threads, so that [#of] only has to name them.
  void make(Collection<PlanEntry> entries) {
    Set<String> begun = new HashSet<>();
    try (ExecutorService workers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      for (PlanEntry entry : entries) {
        if (begun.add(entry.sha1())) {
          workers.execute(() -> of(entry));
        }
      }
    }
  }

  /// The picture's name; empty when none can be made, as for a damaged file.
  Optional<String> of(PlanEntry entry) {
    return of(entry.sha1(), entry.file());
  }

  /// @param sha1 of the file; empty when it is not known
  /// @param file path below the files of the release
  Optional<String> of(String sha1, String file) {
    if (sha1.isEmpty()) {
      return Optional.empty();
    }
    String name = sha1 + ".jpg";
    Path thumbnail = folder.resolve(name);
    if (made(thumbnail)) {
      return Optional.of(name);
    }
    Optional<byte[]> small = Images.thumbnail(files.resolve(file), EDGE);
    if (small.isEmpty()) {
      return Optional.empty();
    }
    try {
      Files.createDirectories(folder);
      // Not forced to the disk, which takes longer than all the rest: what a power cut takes away
      // is made again.
      Path part = folder.resolve(name + ".part");
      Files.write(part, small.get());
      DurableFiles.move(part, thumbnail);
      return Optional.of(name);
    } catch (IOException e) {
      // A page without one picture is better than none.
      return Optional.empty();
    }
  }

  private static boolean made(Path thumbnail) {
    try {
      return Files.size(thumbnail) > 0;
    } catch (IOException e) {
      return false;
    }
  }
}
