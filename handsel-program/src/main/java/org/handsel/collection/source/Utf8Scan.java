package org.handsel.collection.source;

import java.io.IOException;
import java.io.InputStream;

/// Strict check of UTF-8 (RFC 3629) over any number of bytes: counts well-formed sequences of more
/// than one byte and broken ones, and remembers where the first of each stands.
final class Utf8Scan {
  private long offset;
  private long line = 1;
  private int missing;
  private int low = 0x80;
  private int high = 0xbf;
  private long sequences;
  private long broken;
  private long firstBroken = -1;
  private long firstSequenceLine = -1;
  private String firstSequence = "";
  private final StringBuilder sequence = new StringBuilder();

  void add(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      int b = bytes[i];
      if (b >= 0 && missing == 0) {
        if (b == '\n') {
          line++;
        }
        continue;
      }
      step(b & 0xff, offset + i);
    }
    offset += length;
  }

  private void step(int b, long at) {
    if (missing > 0) {
      if (b >= low && b <= high) {
        low = 0x80;
        high = 0xbf;
        note(b);
        if (--missing == 0) {
          sequences++;
          if (firstSequenceLine < 0) {
            firstSequenceLine = line;
            firstSequence = sequence.toString();
          }
        }
        return;
      }
      damage(at);
      missing = 0;
    }
    begin(b, at);
  }

  private void begin(int b, long at) {
    low = 0x80;
    high = 0xbf;
    if (b == '\n') {
      line++;
    }
    if (b < 0x80) {
      return;
    }
    sequence.setLength(0);
    note(b);
    if (b >= 0xc2 && b <= 0xdf) {
      missing = 1;
    } else if (b >= 0xe0 && b <= 0xef) {
      missing = 2;
      low = b == 0xe0 ? 0xa0 : 0x80;
      high = b == 0xed ? 0x9f : 0xbf;
    } else if (b >= 0xf0 && b <= 0xf4) {
      missing = 3;
      low = b == 0xf0 ? 0x90 : 0x80;
      high = b == 0xf4 ? 0x8f : 0xbf;
    } else {
      damage(at);
    }
  }

  private void note(int b) {
    if (firstSequenceLine < 0) {
      sequence.append(sequence.isEmpty() ? "" : " ").append(DecodingReader.hex(b));
    }
  }

  private void damage(long at) {
    broken++;
    if (firstBroken < 0) {
      firstBroken = at;
    }
  }

  /// Reads a stream to its end or to `limit` bytes.
  static Utf8Scan of(InputStream in, long limit) throws IOException {
    Utf8Scan scan = new Utf8Scan();
    byte[] buffer = new byte[1 << 16];
    long left = limit;
    int read;
    while (left > 0 && (read = in.read(buffer, 0, (int) Math.min(left, buffer.length))) >= 0) {
      scan.add(buffer, read);
      left -= read;
    }
    return scan;
  }

  static Utf8Scan of(byte[] bytes) {
    Utf8Scan scan = new Utf8Scan();
    scan.add(bytes, bytes.length);
    return scan;
  }

  long sequences() {
    return sequences;
  }

  long broken() {
    return broken;
  }

  /// Byte offset of the first broken sequence, -1 when there is none.
  long firstBroken() {
    return firstBroken;
  }

  /// Line of the first sequence of more than one byte, -1 when there is none.
  long firstSequenceLine() {
    return firstSequenceLine;
  }

  /// Bytes of that sequence, such as `C3 A9`.
  String firstSequence() {
    return firstSequence;
  }

  /// All bytes are UTF-8; a sequence cut by the end of a sample does not count.
  boolean isUtf8() {
    return broken == 0;
  }
}
