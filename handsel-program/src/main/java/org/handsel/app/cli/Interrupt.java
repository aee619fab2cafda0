package org.handsel.app.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl-C ends a long operation in order: it is told to stop and the program waits until it has.
final class Interrupt implements AutoCloseable {
  private static final long PATIENCE_MINUTES = 5;

  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook;

  private Interrupt(Runnable stop) {
    this.hook =
        new Thread(() -> {
          stop.run();
          try {
            if (!finished.await(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
              return;
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  static Interrupt calls(Runnable stop) {
    Interrupt interrupt = new Interrupt(stop);
    Runtime.getRuntime().addShutdownHook(interrupt.hook);
    return interrupt;
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The program is going down already; the hook waits for the latch below.
    }
    finished.countDown();
  }
}
