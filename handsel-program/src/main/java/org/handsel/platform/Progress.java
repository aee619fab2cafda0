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
