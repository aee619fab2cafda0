package org.handsel.collection.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.HexFormat;

/// Decodes a text and goes on after bytes that its charset does not know: each becomes U+FFFD and
/// is reported with its line, once a line.
final class DecodingReader extends Reader {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final int BUFFER = 1 << 14;
  private static final int BYTES_SHOWN = 8;

  /// Is told about a line with undecodable bytes.
  interface Damage {
    /// @param bytes the first of them in hexadecimal, such as `E9 20`
    void undecodable(long line, String bytes);
  }

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final Damage damage;
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);
  private boolean ended;

  /// A character that did not fit into the caller's array; -1 when there is none.
  private int owed = -1;

  private long line = 1;
  private long damagedLine;
  private final StringBuilder damagedBytes = new StringBuilder();

  DecodingReader(InputStream in, TextEncoding encoding, Damage damage) throws IOException {
    this.in = in;
    this.damage = damage;
    in.skipNBytes(encoding.markLength());
    decoder =
        encoding
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    CharBuffer out = CharBuffer.wrap(target, offset, length);
    int counted = offset;
    while (true) {
      if (owed >= 0 && out.hasRemaining()) {
        out.put((char) owed);
        owed = -1;
      }
      CoderResult result = decoder.decode(bytes, out, ended);
      counted = countLines(target, counted, out.position());
      if (result.isError()) {
        note(result.length());
        owed = '\uFFFD';
      } else if (result.isOverflow() && out.position() == offset) {
        splitPair(out);
        break;
      } else if (result.isOverflow() || (result.isUnderflow() && out.position() > offset)) {
        break;
      } else if (ended) {
        finish();
        break;
      } else {
        fill();
      }
    }
    int read = out.position() - offset;
    return read > 0 ? read : -1;
  }

  /// The caller has room for one char and the next character needs two.
  private void splitPair(CharBuffer out) {
    CharBuffer pair = CharBuffer.allocate(2);
    decoder.decode(bytes, pair, ended);
    pair.flip();
    if (pair.hasRemaining()) {
      out.put(pair.get());
      owed = pair.hasRemaining() ? pair.get() : -1;
    }
  }

  private int countLines(char[] target, int from, int to) {
    for (int i = from; i < to; i++) {
      if (target[i] == '\n') {
        line++;
      }
    }
    return to;
  }

  private void fill() throws IOException {
    bytes.compact();
    int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (read < 0) {
      ended = true;
    } else {
      bytes.position(bytes.position() + read);
    }
    bytes.flip();
  }

  private void note(int count) {
    if (line != damagedLine) {
      finish();
      damagedLine = line;
    }
    for (int i = 0; i < count && bytes.hasRemaining(); i++) {
      int b = bytes.get() & 0xff;
      if (damagedBytes.length() < BYTES_SHOWN * 3) {
        damagedBytes.append(damagedBytes.isEmpty() ? "" : " ").append(hex(b));
      }
    }
  }

  private void finish() {
    if (!damagedBytes.isEmpty()) {
      damage.undecodable(damagedLine, damagedBytes.toString());
      damagedBytes.setLength(0);
    }
  }

  static String hex(int b) {
    return HEX.toHexDigits((byte) b);
  }

  @Override
  public void close() throws IOException {
    finish();
    in.close();
  }
}
