package org.handsel.collection.source;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The files of a delivery one after the other, whether they lie in a folder, in an archive or
/// alone. Used by one thread.
interface Delivery extends Closeable {
  /// The next file, or null at the end. The one before must not be read any more.
  @Nullable DeliveredFile next() throws IOException;

  /// Bytes read of what lies on disk.
  long bytesRead();

  /// Bytes on disk.
  long bytesTotal();

  /// Whether there is one file only, so that it must be of a known format.
  boolean isSingle();

  /// A file of a delivery.
  ///
  /// @param name path below the source, archive entries after `!/`
  /// @param path where it lies on disk unpacked; null inside archives
  /// @param bytes its content, to be read once
  record DeliveredFile(String name, @Nullable Path path, PeekedStream bytes) {
    /// The last part of the name in lower case, without `.gz`.
    String baseName() {
      String base = name.substring(name.lastIndexOf('/') + 1).toLowerCase(java.util.Locale.ROOT);
      return base.endsWith(".gz") ? base.substring(0, base.length() - 3) : base;
    }

    /// What follows the last dot of the name, in lower case; empty when there is none.
    String extension() {
      String base = baseName();
      int dot = base.lastIndexOf('.');
      return dot < 0 ? "" : base.substring(dot + 1);
    }
  }
}
