package org.handsel.app.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.handsel.platform.Progress;
import org.handsel.platform.ProgressDisplay;

/// What a command finds around it; tests hand in their own.
///
/// @param terminal whether a person looks on
public record Surroundings(
    Clock clock,
    Map<String, String> environment,
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean terminal) {

  /// The real ones; text is UTF-8 whatever the machine prefers.
  public static Surroundings real() {
    Console console = System.console();
    return new Surroundings(
        Clock.systemUTC(),
        System.getenv(),
        System.in,
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        console != null && console.isTerminal());
  }

  Progress progress(String task, String unit) {
    return ProgressDisplay.on(terminal, err, clock, task, unit);
  }
}
