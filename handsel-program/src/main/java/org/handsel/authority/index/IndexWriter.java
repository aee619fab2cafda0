package org.handsel.authority.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;

/// Writes an [IndexFile], section after section. The file appears whole when it is finished, or not
/// at all. Not safe for threads.
public final class IndexWriter implements AutoCloseable {
  private final Path file;
  private final Path part;
  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
  private final Map<String, long[]> sections = new LinkedHashMap<>();
  private long written;
  private boolean finished;

  /// Begins an index.
  ///
  /// @throws HandselException with exit 3 when the file cannot be written
  public IndexWriter(Path file) {
    this.file = file.toAbsolutePath();
    part = this.file.resolveSibling(this.file.getFileName() + ".part");
    try {
      Files.createDirectories(this.file.getParent());
      channel =
          FileChannel.open(
              part,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE);
      channel.position(IndexFile.HEADER);
      written = IndexFile.HEADER;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private HandselException failed(IOException e) {
    return HandselException.environment(
        "%s: the index cannot be written (%s). Make room or choose another folder."
            .formatted(file, DurableFiles.reason(e)),
        e);
  }

  /// Begins a section, at a place that longs may be read from.
  public void section(String name) {
    while ((written & 7) != 0) {
      put((byte) 0);
    }
    sections.put(name, new long[] {written, 0});
  }

  public void put(byte value) {
    room(1);
    buffer.put(value);
    written++;
  }

  public void put(int value) {
    room(4);
    buffer.putInt(value);
    written += 4;
  }

  public void put(long value) {
    room(8);
    buffer.putLong(value);
    written += 8;
  }

  public void put(byte[] bytes, int from, int length) {
    int left = length;
    int at = from;
    while (left > 0) {
      room(1);
      int now = Math.min(left, buffer.remaining());
      buffer.put(bytes, at, now);
      at += now;
      left -= now;
    }
    written += length;
  }

  private void room(int bytes) {
    if (buffer.remaining() < bytes) {
      flush();
    }
  }

  private void flush() {
    try {
      buffer.flip();
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      buffer.clear();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /// Ends the section that was begun last.
  public void end(String name) {
    long[] place = sections.get(name);
    if (place == null) {
      throw new IllegalStateException("no section " + name);
    }
    place[1] = written - place[0];
  }

  /// Puts the finished file in its place.
  public void finish() {
    flush();
    try {
      ByteBuffer header = IndexFile.header(sections, written);
      channel.write(header, 0);
      channel.force(true);
      channel.close();
      DurableFiles.move(part, file);
      finished = true;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /// Removes what was written where it was not finished.
  @Override
  public void close() {
    if (finished) {
      return;
    }
    try {
      channel.close();
      Files.deleteIfExists(part);
    } catch (IOException e) {
      // The part stays behind; the failure that led here is the one worth telling.
    }
  }
}
