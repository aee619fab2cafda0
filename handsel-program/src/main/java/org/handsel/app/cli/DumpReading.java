package org.handsel.app.cli;

import org.handsel.platform.HandselException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How a dump is read.
final class DumpReading {
  private static final int MOST_THREADS = 256;

  @Option(
      names = "--wiki",
      paramLabel = "CODE",
      description = "de or dewiki; overrides what the dump says.")
  private @Nullable String wiki;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that unpack the dump; otherwise one for each processor.")
  private @Nullable Integer threads;

  /// The wiki whose profile counts; null for what the dump says of itself.
  ///
  /// @throws HandselException with exit 2 for what is no code
  @Nullable String wiki() {
    if (wiki != null && !wiki.matches("[a-z][a-z0-9_-]{0,40}")) {
      throw HandselException.usage(
          "--wiki: expected a code such as de or dewiki, found \"%s\".".formatted(wiki));
    }
    return wiki;
  }

  /// @throws HandselException with exit 2 for no threads or too many
  int workers() {
    if (threads != null && (threads < 1 || threads > MOST_THREADS)) {
      throw HandselException.usage(
          "--threads: expected a number from 1 to 256, found \"%d\".".formatted(threads));
    }
    return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
  }
}
