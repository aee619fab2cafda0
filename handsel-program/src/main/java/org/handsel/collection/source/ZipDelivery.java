package org.handsel.collection.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.InputStreamStatistics;
import org.jspecify.annotations.Nullable;

/// The files of a `.zip`, by name. Symbolic links are passed over.
final class ZipDelivery implements Delivery {
  private final String archive;
  private final Problems problems;
  private final ZipFile zip;
  private final UnpackGuard guard;
  private final Deque<ZipArchiveEntry> waiting = new ArrayDeque<>();
  private final long total;
  private long done;
  private @Nullable InputStream current;

  ZipDelivery(Path path, String archive, Problems problems) throws IOException {
    this.archive = archive;
    this.problems = problems;
    total = Files.size(path);
    guard = new UnpackGuard(archive, this::consumed);
    try {
      zip = ZipFile.builder().setPath(path).get();
    } catch (IllegalArgumentException broken) {
      throw new IOException(Deliveries.reason(broken), broken);
    }
    Collections.list(zip.getEntries()).stream()
        .filter(entry -> !entry.isDirectory() && !entry.isUnixSymlink())
        .sorted(Comparator.comparing(ZipArchiveEntry::getName))
        .forEach(waiting::add);
  }

  @Override
  public @Nullable DeliveredFile next() throws IOException {
    closeCurrent();
    while (true) {
      ZipArchiveEntry entry = waiting.poll();
      if (entry == null) {
        return null;
      }
      DeliveredFile file = accept(entry);
      if (file != null) {
        return file;
      }
    }
  }

  private @Nullable DeliveredFile accept(ZipArchiveEntry entry) {
    String name = entry.getName();
    if (!Deliveries.isSafe(name)) {
      Deliveries.refuseName(archive, name, problems);
      return null;
    }
    if (Deliveries.isLitter(name)) {
      return null;
    }
    try {
      InputStream packed = zip.getInputStream(entry);
      current = packed;
      InputStream bytes = guard.guard(packed);
      return ArchivedFiles.open(archive, name, bytes, problems);
    } catch (IOException | IllegalArgumentException broken) {
      problems.add(
          archive + "!/" + name,
          0,
          0,
          "FILE_UNREADABLE",
          "",
          "%s!/%s: cannot be unpacked: %s.".formatted(archive, name, Deliveries.reason(broken)),
          true);
      return null;
    }
  }

  /// Packed bytes unpacked so far. Entries that share their bytes, as in some bombs, cannot make it
  /// more than there is.
  private long consumed() {
    long inEntry = current instanceof InputStreamStatistics entry ? entry.getCompressedCount() : 0;
    return Math.min(done + inEntry, total);
  }

  private void closeCurrent() throws IOException {
    if (current != null) {
      done = consumed();
      current.close();
      current = null;
    }
  }

  @Override
  public long bytesRead() {
    return consumed();
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
    closeCurrent();
    zip.close();
  }
}
