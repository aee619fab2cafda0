package org.handsel.wiki.dump;

import java.io.IOException;

/// Finds the pages in the pieces of a dump.
interface PieceReader {
  void accept(Piece piece) throws IOException;

  /// Whether anything looked like a dump, asked after the last piece.
  boolean isDump() throws IOException;

  /// Ends the reading, after the last piece.
  void finish() throws IOException;

  long pages();

  /// Bytes of XML that have come in.
  long bytes();
}
