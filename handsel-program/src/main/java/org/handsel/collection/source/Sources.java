package org.handsel.collection.source;

import java.nio.file.Path;
import net.sf.saxon.s9api.Processor;
import org.handsel.platform.HandselException;

/// Opens deliveries: files, folders, `.gz`, `.tgz`, `.zip` of every supported format.
public final class Sources {
  private Sources() {}

  /// The processor that builds the trees of all records; XPath over records has to be compiled by
  /// it. Safe for use by many threads.
  public static Processor processor() {
    return Holder.PROCESSOR;
  }

  private static final class Holder {
    static final Processor PROCESSOR = new Processor(false);
  }

  /// Opens a delivery.
  ///
  /// @throws HandselException when it does not exist, is empty, unsafe or of no known format
  public static RecordSource open(Path source, SourceSpec spec) {
    throw HandselException.usage(source + ": no reader");
  }
}
