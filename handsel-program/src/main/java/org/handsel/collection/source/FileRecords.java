package org.handsel.collection.source;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The records of one file that is neither a table nor XML. Used by one thread.
interface FileRecords {
  /// The next record, or null at the end.
  @Nullable XmlRecord next() throws IOException;

  /// How the file is read, for people.
  String label();

  /// What was given, completed by what was recognised.
  SourceSpec resolved(SourceSpec given);
}
