package org.handsel.authority.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.handsel.authority.record.PersonProblem.Kind;

/// Text in UTF-8 of which some lines may be in Windows-1252, as in files that were put together
/// from several: each line is decoded by itself, and how many were not UTF-8 is told. Not safe for
/// threads.
final class LineText extends Reader {
  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final int PART = 1 << 16;

  /// A longer line is decoded in pieces, so that a file of one line is not held.
  private static final int LONGEST = 1 << 20;

  private final InputStream in;
  private final CharsetDecoder utf8 =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private byte[] bytes = new byte[PART];
  private int held;
  private boolean ended;
  private CharBuffer text = CharBuffer.allocate(PART).limit(0);
  private long lines;
  private long western;
  private long first;

  LineText(InputStream in) {
    this.in = in;
  }

  /// Tells of lines that were not UTF-8, once all is read.
  void tell(Problems problems) {
    if (western > 0) {
      problems.line(
          first,
          Kind.ENCODING,
          "expected UTF-8, found other bytes%s. Read as Windows-1252; save the file as UTF-8 where names look wrong."
              .formatted(western > 1 ? " in %,d lines from here on".formatted(western) : ""));
    }
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    while (!text.hasRemaining()) {
      if (!fill()) {
        return -1;
      }
    }
    int count = Math.min(length, text.remaining());
    text.get(into, offset, count);
    return count;
  }

  /// Decodes all whole lines that are in the buffer, or what is left at the end.
  private boolean fill() throws IOException {
    int whole = lastLine();
    while (whole == 0 && !ended) {
      if (held == LONGEST) {
        whole = lastLetter();
        break;
      }
      if (held == bytes.length) {
        bytes = Arrays.copyOf(bytes, bytes.length * 2);
      }
      int count = in.read(bytes, held, bytes.length - held);
      ended = count < 0;
      held += Math.max(0, count);
      whole = ended ? held : lastLine();
    }
    if (whole == 0) {
      return false;
    }
    decode(whole);
    System.arraycopy(bytes, whole, bytes, 0, held - whole);
    held -= whole;
    return true;
  }

  private int lastLine() {
    for (int i = held; i > 0; i--) {
      if (bytes[i - 1] == '\n') {
        return i;
      }
    }
    return 0;
  }

  /// The end of the last letter that is whole in UTF-8.
  private int lastLetter() {
    for (int i = held - 1; i > held - 4; i--) {
      int b = bytes[i];
      if ((b & 0xC0) != 0x80) {
        return b >= 0 ? held : i;
      }
    }
    return held;
  }

  private void decode(int end) {
    text.clear();
    if (text.capacity() < end) {
      text = CharBuffer.allocate(end);
    }
    if (isUtf8(0, end)) {
      lines += newlines(0, end);
    } else {
      text.clear();
      int from = 0;
      while (from < end) {
        int to = from;
        while (to < end && bytes[to] != '\n') {
          to++;
        }
        to = Math.min(end, to + 1);
        line(from, to);
        lines += newlines(to - 1, to);
        from = to;
      }
    }
    text.flip();
  }

  private void line(int from, int to) {
    int written = text.position();
    if (!isUtf8(from, to)) {
      text.position(written);
      text.put(new String(bytes, from, to - from, WESTERN));
      first = western == 0 ? lines + 1 : first;
      western++;
    }
  }

  private boolean isUtf8(int from, int to) {
    utf8.reset();
    return !utf8.decode(ByteBuffer.wrap(bytes, from, to - from), text, true).isError();
  }

  private int newlines(int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += bytes[i] == '\n' ? 1 : 0;
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
