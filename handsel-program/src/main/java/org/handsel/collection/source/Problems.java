package org.handsel.collection.source;

import java.util.ArrayList;
import java.util.List;

/// Gathers the damage met in a delivery until somebody takes it. Used by one thread.
final class Problems {
  /// Enough for people to see what is wrong, little enough to stay in memory when a wrong charset
  /// damages every line of a million.
  private static final int HELD = 20_000;

  private static final int RAW_LENGTH = 160;

  private List<SourceProblem> met = new ArrayList<>();
  private long withheld;

  void add(
      String file,
      long record,
      long line,
      String code,
      String raw,
      String reason,
      boolean recordLost) {
    if (met.size() >= HELD) {
      withheld++;
      return;
    }
    met.add(new SourceProblem(file, record, line, code, cut(raw), reason, recordLost));
  }

  List<SourceProblem> take() {
    if (withheld > 0) {
      met.add(
          new SourceProblem(
              "",
              0,
              0,
              "FURTHER_PROBLEMS",
              "",
              "%,d further problems are not listed one by one. Mend the first ones and read again."
                  .formatted(withheld),
              false));
    }
    List<SourceProblem> taken = List.copyOf(met);
    met = new ArrayList<>();
    withheld = 0;
    return taken;
  }

  /// The text on one line, short enough to be read.
  static String cut(String raw) {
    String line = raw.replaceAll("\\s+", " ").strip();
    return line.length() <= RAW_LENGTH ? line : line.substring(0, RAW_LENGTH) + "…";
  }
}
