package org.handsel.collection.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import org.handsel.platform.HandselException;

/// Stops the unpacking of an archive that was made to fill a disk or a memory.
///
/// Counts the bytes unpacked from one archive, over all its entries.
final class UnpackGuard {
  /// XML exports pack 10 to 60 times, tables of numbers seldom 100 times; a bomb packs 1,000 times.
  static final int MAX_RATIO = 200;

  /// Small archives may pack as well as they like: so much is unpacked before the ratio counts.
  static final long FREE_BYTES = 100L << 20;

  /// No delivery of metadata came near this; reading it at 50 MB/s would take more than an hour.
  static final long MAX_BYTES = 200L << 30;

  private final String archive;
  private final LongSupplier packed;
  private long unpacked;

  UnpackGuard(String archive, LongSupplier packed) {
    this.archive = archive;
    this.packed = packed;
  }

  InputStream guard(InputStream unpacking) {
    return new Counted(unpacking);
  }

  private void count(long bytes) {
    unpacked += bytes;
    if (unpacked > MAX_BYTES) {
      throw HandselException.input(
          ("%s: the archive unpacks to too much: expected at most %,d GB, found more. Unpack it"
                  + " yourself and give the folder.")
              .formatted(archive, MAX_BYTES >> 30));
    }
    if (unpacked > FREE_BYTES && unpacked / MAX_RATIO > packed.getAsLong()) {
      throw HandselException.input(
          ("%s: the archive looks like a decompression bomb: expected at most %d bytes from each"
                  + " packed byte, found %,d MB from %,d kB. Unpack it yourself if it can be"
                  + " trusted, and give the folder.")
              .formatted(archive, MAX_RATIO, unpacked >> 20, packed.getAsLong() >> 10));
    }
  }

  private final class Counted extends FilterInputStream {
    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      if (read >= 0) {
        count(1);
      }
      return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = super.read(target, offset, length);
      if (read > 0) {
        count(read);
      }
      return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
      // Skipped bytes are unpacked too.
      byte[] unwanted = new byte[(int) Math.min(bytes, 8192)];
      long left = bytes;
      while (left > 0) {
        int read = read(unwanted, 0, (int) Math.min(left, unwanted.length));
        if (read < 0) {
          break;
        }
        left -= read;
      }
      return bytes - left;
    }
  }
}
