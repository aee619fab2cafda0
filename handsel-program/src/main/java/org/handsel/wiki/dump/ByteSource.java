package org.handsel.wiki.dump;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The unpacked bytes of a dump, piece by piece.
interface ByteSource extends Closeable {
  /// The next piece, or null at the end.
  @Nullable Piece next() throws IOException;

  /// How many bytes of the file are behind.
  long position();
}
