package org.handsel.wiki.dump;

import java.util.ArrayList;
import java.util.List;

/// Collects problems; a dump that is damaged everywhere must not fill the memory.
final class Problems {
  private static final int KEPT = 1_000;

  private final List<DumpProblem> kept = new ArrayList<>();
  private long count;

  void add(String code, long offset, String message) {
    count++;
    if (kept.size() < KEPT) {
      kept.add(new DumpProblem(code, offset, message));
    }
  }

  void addAll(Problems others) {
    count += others.count;
    others.kept.stream().limit(KEPT - kept.size()).forEach(kept::add);
  }

  List<DumpProblem> kept() {
    return kept;
  }

  long count() {
    return count;
  }
}
