package org.handsel.wiki.dump;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/// Characters as UTF-8. A pair of surrogates is never parted.
final class RecodedStream extends InputStream {
  private final Reader reader;
  private final char[] characters = new char[1 << 14];
  private byte[] bytes = {};
  private int at;
  private int carried;

  RecodedStream(Reader reader) {
    this.reader = reader;
  }

  @Override
  public int read() throws IOException {
    return fill() ? bytes[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, bytes.length - at);
    System.arraycopy(bytes, at, target, from, count);
    at += count;
    return count;
  }

  private boolean fill() throws IOException {
    while (at == bytes.length) {
      int read = reader.read(characters, carried, characters.length - carried);
      if (read < 0) {
        return false;
      }
      int length = carried + read;
      boolean parted = length > 0 && Character.isHighSurrogate(characters[length - 1]);
      int whole = parted ? length - 1 : length;
      bytes = new String(characters, 0, whole).getBytes(StandardCharsets.UTF_8);
      at = 0;
      carried = length - whole;
      characters[0] = characters[Math.max(0, length - 1)];
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
