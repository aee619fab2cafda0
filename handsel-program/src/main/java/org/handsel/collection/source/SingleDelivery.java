package org.handsel.collection.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// One file, plain or packed with gzip.
final class SingleDelivery implements Delivery {
  private static final int BUFFER = 1 << 16;

  private final CountedStream counted;
  private final long total;
  private @Nullable DeliveredFile file;

  SingleDelivery(Path path, String name, boolean gzip) throws IOException {
    total = Files.size(path);
    counted = new CountedStream(Files.newInputStream(path));
    InputStream bytes = counted;
    if (gzip) {
      UnpackGuard guard = new UnpackGuard(name, counted::count);
      bytes = guard.guard(new GZIPInputStream(new BufferedInputStream(counted, BUFFER), BUFFER));
    }
    file = new DeliveredFile(name, gzip ? null : path, new PeekedStream(bytes));
  }

  @Override
  public @Nullable DeliveredFile next() {
    DeliveredFile only = file;
    file = null;
    return only;
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
    return true;
  }

  @Override
  public void close() throws IOException {
    counted.close();
  }
}
