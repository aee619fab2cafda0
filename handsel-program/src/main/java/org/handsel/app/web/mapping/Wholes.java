package org.handsel.app.web.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.handsel.collection.mapping.Mapping;
import org.handsel.collection.mapping.MappingSummary;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import tools.jackson.core.JacksonException;

/// Maps whole deliveries in the background, as `handsel collection map` does, one at a time for
/// each. Safe for many threads.
final class Wholes {
  private final Map<Path, Run> runs = new ConcurrentHashMap<>();

  private static final class Run implements Progress {
    private final AtomicLong total = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private volatile boolean running = true;
    private volatile String failed = "";

    @Override
    public void total(long steps) {
      total.set(steps);
    }

    @Override
    public void step(long steps, String note) {
      done.addAndGet(steps);
    }

    @Override
    public void close() {}

    private int share() {
      long all = total.get();
      return all <= 0 ? -1 : (int) Math.min(100, 100 * done.get() / all);
    }
  }

  /// Begins, unless it is being done already.
  void begin(Path delivery, ProfileStore store) {
    Run run = new Run();
    Run other = runs.putIfAbsent(store.out(), run);
    if (other != null && other.running) {
      return;
    }
    runs.put(store.out(), run);
    Thread.startVirtualThread(() -> {
      try {
        Mapping.run(delivery, store.file(), store.out(), run);
      } catch (HandselException wrong) {
        run.failed = String.valueOf(wrong.getMessage());
      } catch (RuntimeException fault) {
        run.failed = String.valueOf(fault);
      } finally {
        run.running = false;
      }
    });
  }

  DeskView.Whole of(ProfileStore store) {
    Run run = runs.get(store.out());
    Path summary = store.out().resolve("summary.json");
    String folder = store.out().toString();
    boolean running = run != null && run.running;
    int share = run == null ? -1 : run.share();
    String failed = run == null ? "" : run.failed;
    try {
      if (Files.exists(summary)) {
        MappingSummary result =
            Json.mapper().readValue(Files.readString(summary), MappingSummary.class);
        boolean stale =
            Files.getLastModifiedTime(store.file()).compareTo(Files.getLastModifiedTime(summary))
                > 0;
        return new DeskView.Whole(
            running,
            share,
            failed,
            result.records(),
            result.items(),
            result.refused(),
            result.problems(),
            stale,
            folder);
      }
    } catch (IOException | JacksonException unreadable) {
      // As if it had never been done.
    }
    return new DeskView.Whole(running, share, failed, -1, 0, 0, Map.of(), false, folder);
  }
}
