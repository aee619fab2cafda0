package org.handsel.wiki.dump;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file of which any stretch can be read: on the disk, or in a store somewhere else. Safe for
/// threads.
public interface RandomBytes extends Closeable {
  /// Bytes of the file.
  long size() throws IOException;

  /// Reads into what is left of a buffer, beginning at a byte of the file.
  ///
  /// @return how many bytes were read, -1 behind the end of the file
  int read(ByteBuffer target, long from) throws IOException;

  /// Opens a file of the disk.
  static RandomBytes open(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    return new RandomBytes() {
      @Override
      public long size() throws IOException {
        return channel.size();
      }

      @Override
      public int read(ByteBuffer target, long from) throws IOException {
        return channel.read(target, from);
      }

      @Override
      public void close() throws IOException {
        channel.close();
      }
    };
  }
}
