package org.handsel.collection.image;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// The bytes of a file at any position, through a window of at most 1 MiB, with the SHA-1 taken in
/// passing.
///
/// Whoever walks forward reads the file once; a step back reads a small window again. Positions
/// outside the file are values (-1), not errors. The length is that at opening: a file that becomes
/// shorter meanwhile is an `IOException`. For one thread.
final class FileBytes implements Closeable {
  private static final int WINDOW = 1 << 20;
  private static final int WINDOW_BACK = 1 << 16;

  private final FileChannel channel;
  private final long length;
  private final @Nullable MessageDigest sha1;
  private final byte[] window;
  private long start;
  private int filled;
  private long hashed;

  private FileBytes(FileChannel channel, boolean hashed) throws IOException {
    this.channel = channel;
    this.length = channel.size();
    this.window = new byte[(int) Math.min(length, WINDOW)];
    try {
      this.sha1 = hashed ? MessageDigest.getInstance("SHA-1") : null;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static FileBytes open(Path file) throws IOException {
    return open(file, true);
  }

  /// For a look at a file whose checksum nobody wants.
  static FileBytes unhashed(Path file) throws IOException {
    return open(file, false);
  }

  private static FileBytes open(Path file, boolean hashed) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      return new FileBytes(channel, hashed);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  long length() {
    return length;
  }

  /// The byte as 0–255; -1 outside the file.
  int at(long position) throws IOException {
    long index = position - start;
    if (index >= 0 && index < filled) {
      return window[(int) index] & 0xFF;
    }
    if (position < 0 || position >= length) {
      return -1;
    }
    load(position);
    return window[(int) (position - start)] & 0xFF;
  }

  /// A number of 1–8 bytes; -1 when it reaches beyond the file. One of 8 bytes beyond the range of
  /// `long` comes out negative too: no position in any file.
  long number(long position, int size, ByteOrder order) throws IOException {
    if (position < 0 || position > length - size) {
      return -1;
    }
    long value = 0;
    for (int i = 0; i < size; i++) {
      int next = at(order == ByteOrder.BIG_ENDIAN ? position + i : position + size - 1 - i);
      value = value << 8 | next;
    }
    return value;
  }

  /// Bytes as Latin-1; fewer than asked for at the end of the file.
  String text(long position, int size) throws IOException {
    long from = Math.clamp(position, 0, length);
    byte[] bytes = new byte[(int) Math.min(size, length - from)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) at(from + i);
    }
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /// Where a byte comes next; the length of the file when it does not come.
  long find(int value, long from) throws IOException {
    byte wanted = (byte) value;
    long position = from;
    while (at(position) >= 0) {
      int index = (int) (position - start);
      while (index < filled && window[index] != wanted) {
        index++;
      }
      position = start + index;
      if (index < filled) {
        return position;
      }
    }
    return length;
  }

  /// CRC-32 of a range, which must lie within the file.
  long crc32(long from, long to) throws IOException {
    CRC32 crc = new CRC32();
    long position = from;
    while (position < to && at(position) >= 0) {
      int index = (int) (position - start);
      int size = (int) Math.min(filled - index, to - position);
      crc.update(window, index, size);
      position += size;
    }
    return crc.getValue();
  }

  /// The bytes from the beginning on, as a stream that need not be closed.
  InputStream stream() {
    return new InputStream() {
      private long position;

      @Override
      public int read() throws IOException {
        int next = at(position);
        position += next < 0 ? 0 : 1;
        return next;
      }

      @Override
      public int read(byte[] bytes, int offset, int size) throws IOException {
        if (size == 0) {
          return 0;
        }
        if (at(position) < 0) {
          return -1;
        }
        int index = (int) (position - start);
        int some = Math.min(size, filled - index);
        System.arraycopy(window, index, bytes, offset, some);
        position += some;
        return some;
      }
    };
  }

  /// SHA-1 of the whole file in hexadecimal digits; reads what nobody has asked for yet. Once only.
  String sha1() throws IOException {
    MessageDigest digest = sha1;
    if (digest == null) {
      throw new IllegalStateException("opened for a look without a checksum");
    }
    while (hashed < length) {
      loadNext();
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void load(long position) throws IOException {
    if (position < hashed) {
      fill(position, (int) Math.min(WINDOW_BACK, length - position));
    }
    while (position >= hashed) {
      loadNext();
    }
  }

  private void loadNext() throws IOException {
    fill(hashed, (int) Math.min(window.length, length - hashed));
    if (sha1 != null) {
      sha1.update(window, 0, filled);
    }
    hashed += filled;
  }

  private void fill(long position, int size) throws IOException {
    filled = 0;
    start = position;
    ByteBuffer buffer = ByteBuffer.wrap(window, 0, Math.min(size, window.length));
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw new EOFException("the file became shorter while it was read");
      }
    }
    filled = buffer.position();
  }
}
