package org.handsel.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.handsel.platform.Progress;
import org.handsel.readiness.facts.Extraction;
import org.handsel.readiness.facts.FactsExtraction;
import org.handsel.readiness.facts.FactsFolder;

/// The facts of a dump as `handsel readiness audit` writes them, before its audits.
final class HandselFacts {
  private HandselFacts() {}

  public static void main(String[] args) throws IOException {
    Extraction extraction =
        FactsExtraction.run(
            Path.of(args[0]),
            null,
            2,
            new FactsFolder(Path.of(args[1])),
            Progress.NONE,
            () -> false);
    if (extraction.reading().partial()) {
      throw new IllegalStateException(args[0] + ": " + extraction.reading().problems());
    }
    Measured.sayMemory();
  }
}
