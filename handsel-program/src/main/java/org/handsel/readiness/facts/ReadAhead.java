package org.handsel.readiness.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/// Makes things on a thread of its own while the caller's thread works on those that were made
/// before, in the same order. Holds at most ten batches of 500.
final class ReadAhead {
  private static final int BATCH = 500;
  private static final int WAITING = 8;

  private ReadAhead() {}

  /// A batch; `last` with what ended the work, if anything did.
  private record Batch<T>(List<T> things, boolean last, List<Throwable> failure) {}

  /// Makes things and hands each over.
  interface Source<T> {
    void run(Consumer<T> sink);
  }

  /// Takes everything that a source makes; what it throws, the caller gets.
  static <T> void each(Source<T> source, Consumer<T> taker) {
    BlockingQueue<Batch<T>> batches = new ArrayBlockingQueue<>(WAITING);
    Thread maker =
        Thread.ofPlatform().daemon().name("pages read ahead").start(() -> make(source, batches));
    try {
      Batch<T> batch;
      do {
        batch = batches.take();
        batch.things.forEach(taker);
        batch.failure.forEach(ReadAhead::rethrow);
      } while (!batch.last);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while pages were read");
    } finally {
      maker.interrupt();
    }
  }

  private static void rethrow(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }

  private static <T> void make(Source<T> source, BlockingQueue<Batch<T>> batches) {
    List<List<T>> open = new ArrayList<>();
    open.add(new ArrayList<>(BATCH));
    List<Throwable> failure = new ArrayList<>();
    try {
      try {
        source.run(thing -> {
          open.getFirst().add(thing);
          if (open.getFirst().size() == BATCH) {
            put(batches, new Batch<>(open.getFirst(), false, List.of()));
            open.set(0, new ArrayList<>(BATCH));
          }
        });
      } catch (CancellationException e) {
        return;
      } catch (RuntimeException | Error e) {
        failure.add(e);
      }
      put(batches, new Batch<>(open.getFirst(), true, failure));
    } catch (CancellationException e) {
      // Nobody takes anything any more.
    }
  }

  private static <T> void put(BlockingQueue<Batch<T>> batches, Batch<T> batch) {
    try {
      batches.put(batch);
    } catch (InterruptedException e) {
      throw new CancellationException("what was made is not wanted any more");
    }
  }
}
