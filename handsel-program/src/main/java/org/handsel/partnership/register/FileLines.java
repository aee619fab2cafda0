package org.handsel.partnership.register;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;

/// The lines of a file, plain or gzip, one at a time: UTF-8, and a line that is not is read as
/// windows-1252 and reported.
///
/// A line holds at most 64 MB; what is longer is cut and reported. Not for several threads.
final class FileLines implements AutoCloseable {
  private static final int LONGEST = 64 << 20;
  private static final Charset FALLBACK = Charset.forName("windows-1252");

  private final InputStream in;
  private final Problems problems;
  private byte[] line = new byte[8192];
  private long number;

  /// One line without its end.
  ///
  /// @param number from 1
  record Line(long number, String text) {}

  FileLines(Path file, Problems problems) {
    this.in = open(file);
    this.problems = problems;
  }

  /// Opens a file for reading; a compressed one is taken apart on the way.
  static InputStream open(Path file) {
    try {
      InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
      raw.mark(4);
      byte[] magic = raw.readNBytes(2);
      raw.reset();
      boolean gzip = magic.length == 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
      return gzip ? new BufferedInputStream(new GZIPInputStream(raw, 1 << 16), 1 << 16) : raw;
    } catch (IOException e) {
      throw HandselException.usage(
          "%s: cannot be read (%s). Name a list of institutions."
              .formatted(file, DurableFiles.reason(e)));
    }
  }

  /// The next line, or null at the end.
  @Nullable Line next() {
    try {
      int length = 0;
      boolean any = false;
      boolean cut = false;
      for (int b = in.read(); b >= 0; b = in.read()) {
        any = true;
        if (b == '\n') {
          break;
        }
        if (length == LONGEST) {
          cut = true;
          continue;
        }
        if (length == line.length) {
          line = Arrays.copyOf(line, Math.min(LONGEST, length * 2));
        }
        line[length++] = (byte) b;
      }
      if (!any) {
        return null;
      }
      number++;
      if (length > 0 && line[length - 1] == '\r') {
        length--;
      }
      String text = decode(length);
      if (cut) {
        problems.add(number, "", "too-long", text.substring(0, 80));
      }
      return new Line(number, number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (IOException e) {
      throw HandselException.input(
          "line %d: the file breaks off (%s). Fetch it again."
              .formatted(number + 1, DurableFiles.reason(e)));
    }
  }

  private String decode(int length) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(line, 0, length))
          .toString();
    } catch (CharacterCodingException e) {
      String text = new String(line, 0, length, FALLBACK);
      problems.add(number, "", "not-utf-8", text);
      return text;
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
