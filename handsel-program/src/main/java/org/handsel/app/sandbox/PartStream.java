package org.handsel.app.sandbox;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Cuts a multipart body at its boundaries while it streams.
///
/// A part ends at CRLF, two hyphens and the boundary. No byte of that sequence but the first is a
/// carriage return, so that a failed match can only start anew at the byte that failed it.
final class PartStream {
  private static final int MAX_HEAD = 16 << 10;

  private final InputStream in;
  private final byte[] delimiter;
  private boolean started;
  private boolean ended;

  PartStream(InputStream in, String boundary) {
    this.in = new BufferedInputStream(in, 1 << 16);
    this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
  }

  /// Goes to the next part; false after the last.
  boolean next() throws IOException {
    if (!started) {
      started = true;
      // The first delimiter stands at the very beginning and lacks its line break.
      copy(OutputStream.nullOutputStream(), 2);
    }
    if (ended) {
      return false;
    }
    int first = read();
    int second = read();
    ended = first == '-' && second == '-';
    return !ended;
  }

  /// The header lines of the part.
  String head() throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int endings = 0;
    while (endings < 4) {
      int b = read();
      head.write(b);
      endings = b == (endings % 2 == 0 ? '\r' : '\n') ? endings + 1 : b == '\r' ? 1 : 0;
      if (head.size() > MAX_HEAD) {
        throw new IOException("multipart: the head of a part is longer than 16 kB");
      }
    }
    return head.toString(StandardCharsets.UTF_8);
  }

  /// Copies the content of the part, up to the next boundary.
  void copyTo(OutputStream out) throws IOException {
    copy(out, 0);
  }

  private void copy(OutputStream out, int alreadyMatched) throws IOException {
    int matched = alreadyMatched;
    while (matched < delimiter.length) {
      int b = read();
      if (b == (delimiter[matched] & 0xFF)) {
        matched++;
      } else {
        out.write(delimiter, 0, matched);
        matched = 0;
        if (b == '\r') {
          matched = 1;
        } else {
          out.write(b);
        }
      }
    }
  }

  private int read() throws IOException {
    int b = in.read();
    if (b < 0) {
      throw new EOFException("multipart: the body ended before its last boundary");
    }
    return b;
  }
}
