package org.handsel.collection.source;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/// Remembers the text it has handed out, from a place that moves on, so that reading can start
/// again after damage. Offsets count characters from the beginning of the document.
final class WindowReader extends Reader {
  private static final int CHUNK = 1 << 13;

  private final Reader in;
  private char[] held = new char[2 * CHUNK];
  private long base;
  private int size;
  private long keepFrom;
  private long position;
  private long linesBeforeBase;

  WindowReader(Reader in) {
    this.in = in;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    int available = (int) (base + size - position);
    if (available == 0) {
      available = fill();
      if (available < 0) {
        return -1;
      }
    }
    int count = Math.min(available, length);
    System.arraycopy(held, (int) (position - base), target, offset, count);
    position += count;
    return count;
  }

  /// Reads more; -1 at the end of the document.
  private int fill() throws IOException {
    if (size + CHUNK > held.length) {
      makeRoom();
    }
    int read = in.read(held, size, CHUNK);
    if (read > 0) {
      size += read;
    }
    return read;
  }

  private void makeRoom() {
    int drop = (int) (Math.min(keepFrom, position) - base);
    if (drop > 0) {
      linesBeforeBase += lines(0, drop);
      System.arraycopy(held, drop, held, 0, size - drop);
      base += drop;
      size -= drop;
    }
    if (size + CHUNK > held.length) {
      held = Arrays.copyOf(held, Math.max(held.length * 2, size + CHUNK));
    }
  }

  private long lines(int from, int to) {
    long lines = 0;
    for (int i = from; i < to; i++) {
      if (held[i] == '\n') {
        lines++;
      }
    }
    return lines;
  }

  /// Text before this offset will not be needed any more.
  void keepFrom(long offset) {
    keepFrom = Math.max(keepFrom, offset);
  }

  long keptFrom() {
    return keepFrom;
  }

  /// How much is held since the place that is kept.
  long heldLength() {
    return base + size - keepFrom;
  }

  /// Goes back, or on, to an offset that is still held.
  void reposition(long offset) {
    position = Math.max(base, Math.min(offset, base + size));
  }

  /// Line breaks before an offset that is still held.
  long linesBefore(long offset) {
    return linesBeforeBase + lines(0, (int) (offset - base));
  }

  /// Some of the text at an offset, for people.
  String excerpt(long offset, int length) {
    int start = (int) Math.max(0, Math.min(offset - base, size));
    return new String(held, start, Math.min(length, size - start));
  }

  /// The next start tag of a name at or after an offset, reading on as far as needed; -1 when there
  /// is none. What lies before it is dropped.
  ///
  /// @param rawName name with prefix as it was written; null when unknown
  /// @param local local name, which counts when the raw name is unknown
  long findStartTag(long offset, @org.jspecify.annotations.Nullable String rawName, String local)
      throws IOException {
    long at = Math.max(offset, base);
    position = at;
    while (true) {
      int index = (int) (at - base);
      while (index < size && held[index] != '<') {
        index++;
      }
      at = base + index;
      // The tag's name must be in the window as a whole before it can be compared.
      if (base + size - at < local.length() + 64L) {
        keepFrom(at);
        position = at;
        if (fill() > 0) {
          continue;
        }
      }
      index = (int) (at - base);
      if (index >= size) {
        return -1;
      }
      if (isStartTag(index + 1, rawName, local)) {
        keepFrom(at);
        return at;
      }
      at++;
    }
  }

  private boolean isStartTag(
      int from, @org.jspecify.annotations.Nullable String rawName, String local) {
    int end = from;
    int colon = -1;
    while (end < size && end - from < 1000 && isNameChar(held[end])) {
      if (held[end] == ':') {
        colon = end;
      }
      end++;
    }
    if (end == size || end == from) {
      return false;
    }
    if (rawName != null) {
      return rawName.contentEquals(java.nio.CharBuffer.wrap(held, from, end - from));
    }
    int start = colon < 0 ? from : colon + 1;
    return local.contentEquals(java.nio.CharBuffer.wrap(held, start, end - start));
  }

  private static boolean isNameChar(char c) {
    return c > ' ' && c != '>' && c != '/' && c != '<' && c != '=' && c != '"' && c != '\'';
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
