package org.handsel.release;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/// Passes work from one stage of a run to the next: a bounded queue that can be closed. Safe for
/// use by many threads.
final class Handover<T> {
  private final int capacity;
  private final Deque<T> waiting = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean closed;

  Handover(int capacity) {
    this.capacity = capacity;
  }

  /// Waits for room. Dropped when the handover was closed meanwhile.
  void put(T work) {
    lock.lock();
    try {
      while (waiting.size() >= capacity && !closed) {
        changed.awaitUninterruptibly();
      }
      if (!closed) {
        waiting.add(work);
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /// Waits for work and takes up to so many pieces of it; an empty list means that no more comes.
  List<T> take(int most) {
    lock.lock();
    try {
      while (waiting.isEmpty() && !closed) {
        changed.awaitUninterruptibly();
      }
      List<T> taken = new ArrayList<>();
      while (taken.size() < most && !waiting.isEmpty()) {
        taken.add(waiting.remove());
      }
      changed.signalAll();
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /// The same, but gives more a moment to come, as long as some is expected.
  List<T> take(int most, Duration moment, BooleanSupplier expected) {
    lock.lock();
    try {
      while (waiting.isEmpty() && !closed) {
        changed.awaitUninterruptibly();
      }
      long left = moment.toNanos();
      while (waiting.size() < Math.min(most, capacity)
          && expected.getAsBoolean()
          && !closed
          && left > 0) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
    return take(most);
  }

  /// No more comes; what waits may still be taken.
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
