package org.handsel.release;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// The durable journal of a release: `ledger.jsonl`, only ever appended to, one JSON object a line.
///
/// A line that the program's end tore is cut off when the ledger is opened; that loses nothing,
/// because an intent is forced to the disk before its request leaves and everything later is found
/// out again by asking the wiki. A damaged line in the middle stops the program. One run at a time
/// holds the ledger, by a lock on `ledger.lock`. Safe for use by many threads; those that wait for
/// the disk at the same time share one write.
final class Ledger implements AutoCloseable {
  private final Clock clock;
  private final RunHook hook;
  private final Path file;
  private final FileChannel lockChannel;
  private final FileChannel channel;
  private final LedgerState state;
  private final ReentrantLock writing = new ReentrantLock();
  private final ReentrantLock forcing = new ReentrantLock();
  private long written;
  private volatile long forced;

  private Ledger(
      Path file,
      Clock clock,
      RunHook hook,
      FileChannel lockChannel,
      FileChannel channel,
      LedgerState state) {
    this.file = file;
    this.clock = clock;
    this.hook = hook;
    this.lockChannel = lockChannel;
    this.channel = channel;
    this.state = state;
  }

  /// Takes hold of a release's ledger.
  ///
  /// @throws HandselException with exit 2 when another run holds it, with exit 1 when a line is
  ///   damaged, with exit 3 when the disk refuses
  static Ledger open(ReleaseFolder release, Clock clock, RunHook hook) {
    Path file = release.ledger();
    @Nullable FileChannel lock = null;
    try {
      lock = FileChannel.open(release.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      hold(lock, release);
      LedgerState state = new LedgerState(file);
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      long whole = replay(file, 0, state::add);
      if (whole < channel.size()) {
        channel.truncate(whole);
      }
      channel.position(whole);
      return new Ledger(file, clock, hook, lock, channel, state);
    } catch (IOException e) {
      closeQuietly(lock);
      throw failed(file, e);
    } catch (RuntimeException e) {
      closeQuietly(lock);
      throw e;
    }
  }

  /// Reads a ledger that another run may be writing.
  static LedgerState read(ReleaseFolder release) {
    LedgerState state = new LedgerState(release.ledger());
    try {
      if (Files.exists(release.ledger())) {
        replay(release.ledger(), 0, state::add);
      }
      return state;
    } catch (IOException e) {
      throw failed(release.ledger(), e);
    }
  }

  /// Appends a line; on the disk at the latest when the ledger is closed.
  ///
  /// @return what to hand to [#await]
  long append(Step step, FileKey key, Map<String, Object> facts) {
    LedgerEntry entry =
        new LedgerEntry(
            clock.instant().truncatedTo(ChronoUnit.MILLIS).toString(),
            step,
            key.item(),
            key.file(),
            facts);
    ByteBuffer line = ByteBuffer.wrap((Json.line(entry) + "\n").getBytes(StandardCharsets.UTF_8));
    hook.at("before " + step);
    writing.lock();
    try {
      LedgerState.Place place = new LedgerState.Place(channel.position(), line.limit());
      while (line.hasRemaining()) {
        channel.write(line);
      }
      state.add(new LedgerState.Placed(entry, place));
      written++;
      return written;
    } catch (IOException e) {
      throw failed(file, e);
    } finally {
      writing.unlock();
      hook.at("after " + step);
    }
  }

  /// Waits until a line is on the disk.
  void await(long line) {
    if (forced >= line) {
      return;
    }
    forcing.lock();
    try {
      if (forced >= line) {
        return;
      }
      long upTo;
      writing.lock();
      try {
        upTo = written;
      } finally {
        writing.unlock();
      }
      channel.force(false);
      forced = upTo;
    } catch (IOException e) {
      throw failed(file, e);
    } finally {
      forcing.unlock();
    }
  }

  FileState of(FileKey key) {
    writing.lock();
    try {
      return state.of(key);
    } finally {
      writing.unlock();
    }
  }

  /// What the ledger says now. To be read while no thread appends.
  LedgerState state() {
    return state;
  }

  @Override
  public void close() {
    try (lockChannel;
        channel) {
      channel.force(true);
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  private static void hold(FileChannel channel, ReleaseFolder release) throws IOException {
    @Nullable FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      throw HandselException.usage(
          "%s: another run is working on this release. Wait until it ends, or stop it with Ctrl-C."
              .formatted(release.folder()));
    }
  }

  /// Reads on from a place in a ledger that another run may be writing.
  ///
  /// @param from where an earlier reading ended; 0 for the beginning
  /// @return where the last whole line ends; what follows was torn by the end of the program that
  ///   wrote it, or is being written now
  static long follow(Path file, long from, Consumer<LedgerState.Placed> use) {
    try {
      return replay(file, from, use);
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  /// Block by block: the ledger of a large release takes hundreds of megabytes.
  private static long replay(Path file, long from, Consumer<LedgerState.Placed> use)
      throws IOException {
    return LineBlocks.read(
        file,
        from,
        false,
        block ->
            block
                .map(line ->
                    new LedgerState.Placed(
                        LedgerLine.read(block, line, file),
                        new LedgerState.Place(block.at(line), block.length(line))))
                .forEach(use));
  }

  /// One line in full.
  static LedgerEntry at(Path file, LedgerState.Place place) {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      byte[] line = new byte[place.size()];
      in.seek(place.at());
      in.readFully(line);
      return Json.mapper().readValue(line, LedgerEntry.class);
    } catch (IOException | JacksonException e) {
      throw HandselException.environment(
          "%s: another ledger than a moment ago. Run the command again: it goes on where it was."
              .formatted(file),
          e);
    }
  }

  private static void closeQuietly(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // The failure that led here is the one worth telling.
    }
  }

  private static HandselException failed(Path file, IOException e) {
    return HandselException.environment(
        "%s: cannot be read or written (%s). Make room or mend the permissions, then run the command again: it goes on where it was."
            .formatted(file, DurableFiles.reason(e)),
        e);
  }
}
