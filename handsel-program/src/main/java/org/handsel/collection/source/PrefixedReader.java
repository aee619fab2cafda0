package org.handsel.collection.source;

import java.io.IOException;
import java.io.Reader;

/// A text with another one before it.
final class PrefixedReader extends Reader {
  private final String prefix;
  private final Reader rest;
  private int position;

  PrefixedReader(String prefix, Reader rest) {
    this.prefix = prefix;
    this.rest = rest;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (position < prefix.length()) {
      int count = Math.min(length, prefix.length() - position);
      prefix.getChars(position, position + count, target, offset);
      position += count;
      return count;
    }
    return rest.read(target, offset, length);
  }

  @Override
  public void close() throws IOException {
    rest.close();
  }
}
