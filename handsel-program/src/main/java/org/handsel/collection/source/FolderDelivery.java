package org.handsel.collection.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;

/// The files of a folder and its folders, by name; archives among them are opened.
final class FolderDelivery implements Delivery {
  private final Path folder;
  private final Problems problems;
  private final Deque<Path> waiting = new ArrayDeque<>();
  private final long total;
  private long done;
  private @Nullable Delivery current;

  FolderDelivery(Path folder, Set<Path> joined, Problems problems) throws IOException {
    this.folder = folder;
    this.problems = problems;
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files =
          walk.filter(Files::isRegularFile)
              .filter(file -> !Deliveries.isLitter(nameOf(file)))
              .filter(file -> !joined.contains(file.toAbsolutePath().normalize()))
              .sorted(java.util.Comparator.comparing(this::nameOf))
              .toList();
    } catch (java.io.UncheckedIOException broken) {
      throw new IOException(Deliveries.reason(broken), broken);
    }
    if (files.isEmpty()) {
      throw HandselException.input(
          folder + ": the folder holds no files: expected a delivery, found nothing to read.");
    }
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    total = bytes;
    waiting.addAll(files);
  }

  private String nameOf(Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  @Override
  public @Nullable DeliveredFile next() throws IOException {
    while (true) {
      if (current != null) {
        DeliveredFile file = current.next();
        if (file != null) {
          return file;
        }
        done += current.bytesTotal();
        current.close();
        current = null;
      }
      Path next = waiting.poll();
      if (next == null) {
        return null;
      }
      open(next);
    }
  }

  private void open(Path file) {
    String name = nameOf(file);
    try {
      current = Deliveries.openFile(file, name, problems);
    } catch (IOException broken) {
      problems.add(
          name,
          0,
          0,
          "FILE_UNREADABLE",
          "",
          "%s: cannot be read: %s.".formatted(name, Deliveries.reason(broken)),
          true);
    }
  }

  @Override
  public long bytesRead() {
    return done + (current == null ? 0 : current.bytesRead());
  }

  @Override
  public long bytesTotal() {
    return total;
  }

  @Override
  public boolean isSingle() {
    return false;
  }

  @Override
  public void close() throws IOException {
    if (current != null) {
      current.close();
    }
  }
}
