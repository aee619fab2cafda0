package org.handsel.collection.source;

import java.nio.file.Path;
import org.handsel.platform.HandselException;

/// Opens deliveries: files, folders, `.gz`, `.tgz`, `.zip` of every supported format.
public final class Sources {
  private Sources() {}

  /// Opens a delivery.
  ///
  /// @throws HandselException when it does not exist, is empty, unsafe or of no known format
  public static RecordSource open(Path source, SourceSpec spec) {
    throw HandselException.usage(source + ": no reader");
  }
}
