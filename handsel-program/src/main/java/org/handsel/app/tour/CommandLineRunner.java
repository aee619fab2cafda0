package org.handsel.app.tour;

import java.util.List;
import java.util.Map;

/// Runs a command of the program as if somebody had typed it.
@FunctionalInterface
public interface CommandLineRunner {
  /// @param environment variables that are set for this command, besides those of the tour
  Answer run(Map<String, String> environment, List<String> arguments);

  /// What a command answered.
  ///
  /// @param exit its exit code
  /// @param out what it wrote
  /// @param err what it complained of
  record Answer(int exit, String out, String err) {}
}
