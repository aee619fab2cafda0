package org.handsel.release;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;

/// Pauses, resumes and stops a release that runs in any process on this machine, by a word in a
/// file of its folder, which the run looks at twice a second. What is on the wire is finished
/// either way. Safe for threads.
public final class RunControl {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  /// What a run is told.
  public enum Order {
    GO,
    PAUSE,
    STOP
  }

  /// Whether a release runs now.
  public enum State {
    IDLE,
    RUNNING,
    PAUSED,
    STOPPING
  }

  private RunControl() {}

  /// Tells a run what to do. Without a run nothing happens: the next one begins by itself.
  ///
  /// @return whether there is a run to be told
  public static boolean tell(Path release, Order order) {
    ReleaseFolder folder = ReleaseFolder.open(release);
    if (state(release) == State.IDLE) {
      return false;
    }
    if (order == Order.GO) {
      clear(folder);
    } else {
      DurableFiles.replace(folder.control(), order.name().toLowerCase(Locale.ROOT) + "\n");
    }
    return true;
  }

  /// Whether a release runs, in whatever process.
  public static State state(Path release) {
    ReleaseFolder folder = new ReleaseFolder(release);
    if (!held(folder)) {
      return State.IDLE;
    }
    return switch (order(folder)) {
      case GO -> State.RUNNING;
      case PAUSE -> State.PAUSED;
      case STOP -> State.STOPPING;
    };
  }

  static void clear(ReleaseFolder folder) {
    try {
      Files.deleteIfExists(folder.control());
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: cannot be removed (%s). Mend the permissions, then run the command again."
              .formatted(folder.control(), DurableFiles.reason(e)),
          e);
    }
  }

  static Order order(ReleaseFolder folder) {
    try {
      String word = Files.readString(folder.control()).strip();
      return switch (word) {
        case "pause" -> Order.PAUSE;
        case "stop" -> Order.STOP;
        default -> Order.GO;
      };
    } catch (IOException e) {
      return Order.GO; // there is no order
    }
  }

  /// Looks at the file until the run is over.
  static Watch watch(ReleaseFolder folder, StopSign stop) {
    clear(folder);
    return new Watch(folder, stop);
  }

  /// A run that looks at its orders; ends with it.
  static final class Watch implements AutoCloseable {
    private final ReleaseFolder folder;
    private final StopSign stop;
    private final Thread thread;
    private volatile boolean over;

    private Watch(ReleaseFolder folder, StopSign stop) {
      this.folder = folder;
      this.stop = stop;
      this.thread = Thread.ofVirtual().start(this::look);
    }

    @Override
    public void close() {
      over = true;
      thread.interrupt();
      clear(folder);
    }

    private void look() {
      while (!over) {
        switch (order(folder)) {
          case GO -> stop.go();
          case PAUSE -> stop.hold();
          case STOP -> {
            stop.raise();
            return;
          }
        }
        try {
          Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
          return;
        }
      }
    }
  }

  private static boolean held(ReleaseFolder folder) {
    if (!Files.exists(folder.lock())) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(folder.lock(), StandardOpenOption.WRITE)) {
      try (FileLock lock = channel.tryLock()) {
        return lock == null;
      }
    } catch (OverlappingFileLockException e) {
      return true; // this very process holds it
    } catch (IOException e) {
      return false;
    }
  }
}
