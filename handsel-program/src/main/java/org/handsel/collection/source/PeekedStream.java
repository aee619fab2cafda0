package org.handsel.collection.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// A stream whose beginning can be looked at before it is read.
final class PeekedStream extends InputStream {
  private final InputStream rest;
  private byte[] head = new byte[0];
  private int position;
  private boolean ended;

  PeekedStream(InputStream rest) {
    this.rest = rest;
  }

  /// Up to `length` bytes from the beginning; less only when the stream is shorter. Only before the
  /// first read.
  byte[] peek(int length) throws IOException {
    if (!ended && head.length < length) {
      byte[] more = rest.readNBytes(length - head.length);
      ended = more.length < length - head.length;
      int known = head.length;
      head = Arrays.copyOf(head, known + more.length);
      System.arraycopy(more, 0, head, known, more.length);
    }
    return head.length <= length ? head : Arrays.copyOf(head, length);
  }

  /// Whether all bytes have been peeked at.
  boolean isWhole() {
    return ended;
  }

  @Override
  public int read() throws IOException {
    return position < head.length ? head[position++] & 0xff : ended ? -1 : rest.read();
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (position < head.length) {
      int count = Math.min(length, head.length - position);
      System.arraycopy(head, position, target, offset, count);
      position += count;
      if (position == head.length) {
        head = new byte[0];
        position = 0;
      }
      return count;
    }
    return ended ? -1 : rest.read(target, offset, length);
  }

  @Override
  public void close() throws IOException {
    rest.close();
  }
}
