package org.handsel.app.web.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.handsel.collection.source.RecordSource;
import org.handsel.collection.source.SourceProfile;
import org.handsel.collection.source.SourceSpec;
import org.handsel.collection.source.Sources;
import org.handsel.platform.HandselException;

/// Looks through deliveries in the background and remembers what they hold until they change. Safe
/// for many threads.
final class Looks {
  private static final int KEPT = 20;
  private static final int AT_ONCE = 2;
  private static final long PATIENCE_MILLIS = 4000;

  private final Map<Key, CompletableFuture<SourceProfile>> looks = new LinkedHashMap<>();
  private final Semaphore turns = new Semaphore(AT_ONCE);

  /// A delivery as it is now, read in one way.
  private record Key(Path delivery, String state, SourceSpec spec) {}

  /// What a delivery holds; empty while it is still being read.
  ///
  /// @throws HandselException when it cannot be read
  Optional<SourceProfile> look(Path delivery, SourceSpec spec) {
    Key key = new Key(delivery, state(delivery), spec);
    CompletableFuture<SourceProfile> look;
    synchronized (looks) {
      if (!looks.containsKey(key) && looks.size() >= KEPT) {
        looks.values().removeIf(CompletableFuture::isDone);
      }
      look =
          looks.computeIfAbsent(
              key,
              wanted ->
                  CompletableFuture.supplyAsync(() -> read(wanted), Thread::startVirtualThread));
    }
    try {
      return Optional.of(look.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof HandselException told) {
        throw told;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private SourceProfile read(Key key) {
    turns.acquireUninterruptibly();
    try (RecordSource records = Sources.open(key.delivery(), key.spec())) {
      return SourceProfile.of(records);
    } finally {
      turns.release();
    }
  }

  /// Changes when a file of the delivery changes.
  private static String state(Path delivery) {
    try (Stream<Path> files = Files.walk(delivery)) {
      long[] sums = new long[3];
      files
          .filter(Files::isRegularFile)
          .forEach(file -> {
            sums[0]++;
            sums[1] += file.toFile().length();
            sums[2] = Math.max(sums[2], file.toFile().lastModified());
          });
      return "%d %d %d".formatted(sums[0], sums[1], sums[2]);
    } catch (IOException e) {
      throw HandselException.input("%s: cannot be read.".formatted(delivery.getFileName()));
    }
  }
}
