package org.handsel.release;

/// Called at every boundary that a crash may hit; tests stop the program there.
@FunctionalInterface
interface RunHook {
  RunHook NONE = point -> {};

  void at(String point);
}
