package org.handsel.release;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Reads a file of lines from front to back in blocks of whole lines, so that memory stays where it
/// is and all processors can parse the lines of a block.
final class LineBlocks {
  private static final int AT_ONCE = 2 << 20;
  private static final int SHOWN = 80;

  private LineBlocks() {}

  /// Some lines of a file, valid until the next block is read.
  static final class Block {
    private final byte[] bytes;
    private final int[] ends;
    private final int lines;
    private final long at;
    private final long before;

    private Block(byte[] bytes, int[] ends, int lines, long at, long before) {
      this.bytes = bytes;
      this.ends = ends;
      this.lines = lines;
      this.at = at;
      this.before = before;
    }

    byte[] bytes() {
      return bytes;
    }

    /// Where a line begins in the bytes.
    int begin(int line) {
      return line == 0 ? 0 : ends[line - 1] + 1;
    }

    int length(int line) {
      return ends[line] - begin(line);
    }

    /// Where a line begins in the file.
    long at(int line) {
      return at + begin(line);
    }

    /// Number of a line in the part of the file that is read, from 1.
    long number(int line) {
      return before + line + 1;
    }

    /// The beginning of a line, for a message.
    String shown(int line) {
      String text = new String(bytes, begin(line), length(line), StandardCharsets.UTF_8);
      return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }

    /// What each line that is not blank means, in their order; parsed by several threads.
    <T> List<T> map(IntFunction<T> meaning) {
      return IntStream.range(0, lines)
          .parallel()
          .filter(line -> !blank(line))
          .mapToObj(meaning)
          .toList();
    }

    private boolean blank(int line) {
      for (int i = begin(line); i < ends[line]; i++) {
        if (bytes[i] != ' ' && bytes[i] != '\r' && bytes[i] != '\t') {
          return false;
        }
      }
      return true;
    }
  }

  /// Reads on from a place.
  ///
  /// @param unended whether bytes after the last line break are a line, too
  /// @return where the last line that was read ends
  static long read(Path file, long from, boolean unended, Consumer<Block> use) throws IOException {
    try (FileChannel in = FileChannel.open(file)) {
      in.position(from);
      byte[] bytes = new byte[AT_ONCE];
      int[] ends = new int[1024];
      int have = 0;
      long at = from;
      long number = 0;
      while (true) {
        if (have == bytes.length) {
          bytes = Arrays.copyOf(bytes, 2 * bytes.length); // one line is longer than a block
        }
        int more = in.read(ByteBuffer.wrap(bytes, have, bytes.length - have));
        boolean over = more < 0;
        int lines = 0;
        int until = have + Math.max(0, more);
        for (int i = have; i < until; i++) {
          if (bytes[i] == '\n') {
            ends = lines == ends.length ? Arrays.copyOf(ends, 2 * lines) : ends;
            ends[lines++] = i;
          }
        }
        if (over && unended && have > 0) {
          ends[lines++] = have;
        }
        if (lines > 0) {
          use.accept(new Block(bytes, ends, lines, at, number));
          int used = Math.min(ends[lines - 1] + 1, until);
          System.arraycopy(bytes, used, bytes, 0, until - used);
          number += lines;
          at += used;
          until -= used;
        }
        have = until;
        if (over) {
          return at;
        }
      }
    }
  }
}
