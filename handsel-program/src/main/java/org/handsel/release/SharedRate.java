package org.handsel.release;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;

/// When one account sent its uploads to one wiki, in a file that all runs of a workspace share, so
/// that several releases side by side stay within one limit. Each reading and writing happens under
/// the file's lock; a file that makes no sense counts as empty. Safe for threads and processes.
final class SharedRate {
  /// Nobody holds the lock longer than it takes to read and write some kilobytes.
  private static final Duration LOCK_WAIT = Duration.ofMillis(5);

  private final Path file;

  /// @param folder of the workspace, created when missing
  /// @param wiki and `account`: whose limit it is
  SharedRate(Path folder, String wiki, String account) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw failed(folder, e);
    }
    this.file = folder.resolve(Sha1.of(wiki + "\n" + account) + ".rate");
  }

  /// Looks at what was sent in the last stretch of time and takes one place when there is room.
  ///
  /// @return zero when a place was taken, else how long to wait before asking again
  Duration take(int hits, Duration time, Instant now) throws InterruptedException {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      try (FileLock lock = lock(channel)) {
        Instant start = now.minus(time);
        Deque<Instant> sent = read(channel, start, now);
        if (sent.size() >= hits) {
          // One millisecond more: clocks are read more coarsely than they are compared.
          return Duration.between(start, sent.getFirst()).plusMillis(1);
        }
        sent.add(now);
        write(channel, sent);
        return Duration.ZERO;
      }
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  private static FileLock lock(FileChannel channel) throws IOException, InterruptedException {
    while (true) {
      try {
        return channel.lock();
      } catch (OverlappingFileLockException e) {
        // Another run of this very process holds it.
        Thread.sleep(LOCK_WAIT);
      }
    }
  }

  private static Deque<Instant> read(FileChannel channel, Instant start, Instant now)
      throws IOException {
    Deque<Instant> sent = new ArrayDeque<>();
    long size = channel.size();
    if (size % Long.BYTES != 0 || size > 1 << 20) {
      return sent;
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) size);
    while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {
      // reads on
    }
    bytes.flip();
    while (bytes.remaining() >= Long.BYTES) {
      Instant at = Instant.ofEpochMilli(bytes.getLong());
      // What lies ahead was written before somebody set the clock back.
      if (at.isAfter(start) && !at.isAfter(now)) {
        sent.add(at);
      }
    }
    return sent;
  }

  private static void write(FileChannel channel, Deque<Instant> sent) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(sent.size() * Long.BYTES);
    sent.forEach(at -> bytes.putLong(at.toEpochMilli()));
    bytes.flip();
    int length = bytes.remaining();
    while (bytes.hasRemaining()) {
      channel.write(bytes, bytes.position());
    }
    channel.truncate(length);
  }

  private static HandselException failed(Path file, IOException e) {
    return HandselException.environment(
        "%s: cannot be read or written (%s). Make room or mend the permissions, then run the command again: it goes on where it was."
            .formatted(file, DurableFiles.reason(e)),
        e);
  }
}
