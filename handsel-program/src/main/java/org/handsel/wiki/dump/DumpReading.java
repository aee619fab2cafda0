package org.handsel.wiki.dump;

import java.util.List;

/// How the reading of a dump went.
///
/// @param pages that were handed over
/// @param bytes of the unpacked dump
/// @param problems the first of them; the rest is only counted
/// @param problemCount all of them
/// @param stopped whether somebody stopped it before the end
public record DumpReading(
    long pages, long bytes, List<DumpProblem> problems, long problemCount, boolean stopped) {
  public DumpReading {
    problems = List.copyOf(problems);
  }

  /// Whether something of the dump is missing from what was handed over.
  public boolean partial() {
    return stopped || problemCount > 0;
  }
}
