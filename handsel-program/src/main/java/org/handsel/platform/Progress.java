package org.handsel.platform;

/// Shows how far a long operation is. Implementations are safe for use by many threads.
public interface Progress extends AutoCloseable {
  /// Shows nothing.
  Progress NONE =
      new Progress() {
        @Override
        public void total(long total) {}

        @Override
        public void step(long done, String note) {}

        @Override
        public void close() {}
      };

  /// Begins to show how far a step of an operation is; such an operation counts different things
  /// one after the other.
  @FunctionalInterface
  interface Display {
    /// Shows nothing.
    Display NONE = (task, unit) -> Progress.NONE;

    /// @param task what is done, such as `mapping`
    /// @param unit what is counted, such as `records`
    Progress begin(String task, String unit);
  }

  /// States how many steps there will be, once that is known.
  void total(long total);

  /// Counts finished steps.
  ///
  /// @param done steps finished since the last call
  /// @param note what is being worked on, or an empty text
  void step(long done, String note);

  @Override
  void close();
}
