package org.handsel.wiki.dump;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Bytes of a stream: a plain file, or one that a library unpacks. A packed file that ends early or
/// is damaged gives what could be unpacked, and a problem.
final class StreamSource implements ByteSource {
  private static final int PIECE = 1 << 16;

  private final InputStream in;
  private final LongSupplier position;
  private final Problems problems;
  private final byte[] bytes = new byte[PIECE];

  /// @param position how many bytes of the file are behind
  StreamSource(InputStream in, LongSupplier position, Problems problems) {
    this.in = in;
    this.position = position;
    this.problems = problems;
  }

  @Override
  public @Nullable Piece next() throws IOException {
    try {
      int length = in.read(bytes, 0, PIECE);
      return length < 0 ? null : new Piece(bytes, length, false);
    } catch (EOFException e) {
      problems.add("truncated", position.getAsLong(), "The packed file ends before its end mark.");
      return null;
    } catch (java.util.zip.ZipException | org.tukaani.xz.XZIOException e) {
      problems.add(
          "damaged-file",
          position.getAsLong(),
          "Byte %,d: the packed file is damaged (%s); the rest cannot be read."
              .formatted(position.getAsLong(), e.getMessage()));
      return null;
    }
  }

  @Override
  public long position() {
    return position.getAsLong();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
