package org.handsel.readiness.facts;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.handsel.platform.Progress;
import org.handsel.wiki.dump.DumpReading;
import org.handsel.wiki.dump.Dumps;
import org.jspecify.annotations.Nullable;

/// Reads a dump and writes its facts. Templates are known by the names of the wiki's profile and by
/// the redirects that the dump itself holds. Where it holds one that the profile does not know, and
/// pages before it use it, the dump is read a second time.
public final class FactsExtraction {
  private FactsExtraction() {}

  /// Writes the facts of a dump into a folder, anew.
  ///
  /// @param wiki code such as `de` or `dewiki` that counts more than what the dump says
  /// @throws org.handsel.platform.HandselException with exit 1 when this is no dump, with exit 3
  ///   when the facts cannot be written
  public static Extraction run(
      Path dump,
      @Nullable String wiki,
      int threads,
      FactsFolder folder,
      Progress progress,
      BooleanSupplier stopped) {
    FactsHandler first = new FactsHandler(wiki, Map.of(), folder);
    DumpReading reading;
    try (first) {
      reading = Dumps.readInParts(dump, threads, first, progress, stopped);
    }
    if (!first.missed() || reading.stopped()) {
      return first.result(reading);
    }
    FactsHandler second = new FactsHandler(wiki, first.learnt(), folder);
    try (second) {
      reading = Dumps.readInParts(dump, threads, second, progress, stopped);
    }
    return second.result(reading);
  }
}
