package org.handsel.wiki.dump;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// The pieces of a source as a stream, for libraries that want one.
final class PieceStream extends InputStream {
  private final ByteSource source;
  private @Nullable Piece piece;
  private int at;

  PieceStream(@Nullable Piece first, ByteSource source) {
    this.piece = first;
    this.source = source;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (piece != null && at == piece.length()) {
      piece = source.next();
      at = 0;
    }
    if (piece == null) {
      return -1;
    }
    int count = Math.min(length, piece.length() - at);
    System.arraycopy(piece.bytes(), at, target, from, count);
    at += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
