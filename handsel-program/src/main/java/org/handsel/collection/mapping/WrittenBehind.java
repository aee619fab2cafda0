package org.handsel.collection.mapping;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Writes to the disk behind the back of the thread that makes the bytes: of a large table nearly
/// half of the time goes to the disk, and the two halves overlap here.
///
/// Holds at most ten pieces of 256 kB. A failure of the disk is thrown by the next call. For one
/// writing thread.
final class WrittenBehind extends OutputStream {
  private static final int PIECE = 1 << 18;
  private static final int WAITING = 8;
  private static final byte[] END = new byte[0];

  private final OutputStream file;
  private final BlockingQueue<byte[]> pieces = new ArrayBlockingQueue<>(WAITING);
  private final Thread writer;
  private byte[] piece = new byte[PIECE];
  private int filled;
  private boolean closed;
  private volatile @Nullable IOException failure;

  WrittenBehind(OutputStream file) {
    this.file = file;
    this.writer = Thread.ofPlatform().daemon().name("items to disk").start(this::drain);
  }

  @Override
  public void write(int b) throws IOException {
    if (filled == PIECE) {
      hand();
    }
    piece[filled++] = (byte) b;
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    int at = from;
    int left = length;
    while (left > 0) {
      if (filled == PIECE) {
        hand();
      }
      int part = Math.min(left, PIECE - filled);
      System.arraycopy(bytes, at, piece, filled, part);
      filled += part;
      at += part;
      left -= part;
    }
  }

  private void hand() throws IOException {
    byte[] full = filled == PIECE ? piece : Arrays.copyOf(piece, filled);
    put(full);
    piece = new byte[PIECE];
    filled = 0;
  }

  private void put(byte[] bytes) throws IOException {
    try {
      while (!pieces.offer(bytes, 1, TimeUnit.SECONDS)) {
        if (!writer.isAlive()) {
          break;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while writing", e);
    }
    IOException failed = failure;
    if (failed != null) {
      throw failed;
    }
  }

  private void drain() {
    try {
      for (byte[] next = pieces.take(); next != END; next = pieces.take()) {
        if (failure == null) {
          toDisk(next);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// After a failure the rest is only taken away, so that whoever waits for room is told.
  private void toDisk(byte[] bytes) {
    try {
      file.write(bytes, 0, bytes.length);
    } catch (IOException e) {
      failure = e;
    }
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (filled > 0) {
        hand();
      }
    } finally {
      end();
    }
    IOException failed = failure;
    if (failed != null) {
      throw failed;
    }
  }

  private void end() throws IOException {
    try {
      put(END);
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      file.close();
    }
  }
}
