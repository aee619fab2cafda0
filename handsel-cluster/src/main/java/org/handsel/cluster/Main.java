package org.handsel.cluster;

import java.io.PrintStream;
import java.time.Clock;
import org.handsel.platform.Exit;
import org.handsel.platform.HandselException;
import picocli.CommandLine;

/// Entry point of the jobs on Spark; `handsel cluster` starts it as a process of its own.
public final class Main {
  private static final String FULL = "No space left on device";

  private Main() {}

  static void main(String[] args) {
    System.exit(run(System.out, System.err, args));
  }

  /// Runs a command.
  ///
  /// @return its exit code
  static int run(PrintStream out, PrintStream err, String... args) {
    CommandLine line = new CommandLine(new ClusterCommand(out, err, Clock.systemUTC()));
    line.setExecutionExceptionHandler((failure, command, parsed) -> failed(err, failure));
    line.setOut(new java.io.PrintWriter(out, true));
    line.setErr(new java.io.PrintWriter(err, true));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    return line.execute(args);
  }

  private static int failed(PrintStream err, Exception failure) throws Exception {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof HandselException known) {
        err.println(known.getMessage());
        return known.exit().code();
      }
      if (cause instanceof java.io.IOException && cause.getMessage() != null) {
        err.println(
            "%s. Work that was finished is kept: run the command again once that is mended."
                .formatted(said(cause.getMessage())));
        return Exit.ENVIRONMENT.code();
      }
    }
    throw failure;
  }

  /// The system does not say which disk is full.
  private static String said(String message) {
    return message.endsWith(FULL)
        ? message
            + ", that of --out or that of Spark's own files (spark.local.dir, otherwise the folder"
            + " for temporary files)"
        : message;
  }
}
