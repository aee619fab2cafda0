package org.handsel.collection.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/// The files of a `.tar` or `.tgz`, in the order of the archive, streamed. Links and devices are no
/// files and are passed over.
final class TarDelivery implements Delivery {
  private static final int BUFFER = 1 << 16;

  private final String archive;
  private final Problems problems;
  private final CountedStream counted;
  private final TarArchiveInputStream tar;
  private final long total;
  private boolean ended;

  TarDelivery(Path path, String archive, boolean gzip, Problems problems) throws IOException {
    this.archive = archive;
    this.problems = problems;
    total = Files.size(path);
    counted = new CountedStream(Files.newInputStream(path));
    InputStream bytes = new BufferedInputStream(counted, BUFFER);
    if (gzip) {
      bytes =
          new BufferedInputStream(
              new UnpackGuard(archive, counted::count).guard(new GZIPInputStream(bytes, BUFFER)),
              BUFFER);
    }
    tar = new TarArchiveInputStream(bytes, "UTF-8");
  }

  @Override
  public @Nullable DeliveredFile next() {
    while (!ended) {
      TarArchiveEntry entry;
      try {
        entry = tar.getNextEntry();
      } catch (IOException | IllegalArgumentException broken) {
        ended = true;
        problems.add(
            archive,
            0,
            0,
            "ARCHIVE_BROKEN",
            "",
            ("%s: the archive is damaged: %s. What came before was read; the rest is missing. Ask"
                    + " for it again.")
                .formatted(archive, Deliveries.reason(broken)),
            true);
        return null;
      }
      if (entry == null) {
        ended = true;
        return null;
      }
      DeliveredFile file = accept(entry);
      if (file != null) {
        return file;
      }
    }
    return null;
  }

  private @Nullable DeliveredFile accept(TarArchiveEntry entry) {
    if (!entry.isFile() || entry.isLink() || entry.isSymbolicLink() || entry.isSparse()) {
      return null;
    }
    String name = entry.getName();
    if (!Deliveries.isSafe(name)) {
      Deliveries.refuseName(archive, name, problems);
      return null;
    }
    if (Deliveries.isLitter(name)) {
      return null;
    }
    return ArchivedFiles.open(archive, name, new Unclosed(tar), problems);
  }

  @Override
  public long bytesRead() {
    return counted.count();
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
    tar.close();
  }

  /// Closing the entry must not close the archive.
  private static final class Unclosed extends java.io.FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      return in.read(target, offset, length);
    }

    @Override
    public void close() {
      // The archive goes on.
    }
  }
}
