package org.handsel.platform.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Counts and sums what passes to another stream; closing it leaves the other one open.
final class Counted extends FilterOutputStream {
  private final MessageDigest digest = digest();
  private long bytes;

  Counted(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
    digest.update((byte) b);
    bytes++;
  }

  @Override
  public void write(byte[] from, int offset, int length) throws IOException {
    out.write(from, offset, length);
    digest.update(from, offset, length);
    bytes += length;
  }

  @Override
  public void close() throws IOException {
    out.flush();
  }

  /// Copies at most so many bytes, and one more to show that there are more.
  void copy(InputStream in, long most) throws IOException {
    byte[] buffer = new byte[1 << 16];
    while (bytes <= most) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, most - bytes + 1));
      if (read < 0) {
        return;
      }
      write(buffer, 0, read);
    }
  }

  long bytes() {
    return bytes;
  }

  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
