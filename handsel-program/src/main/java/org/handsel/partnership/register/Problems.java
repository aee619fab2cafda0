package org.handsel.partnership.register;

import java.util.ArrayList;
import java.util.List;

/// Collects what an import could not take. Of values that were kept all the same the first 10,000
/// are listed; what was lost is listed always.
final class Problems {
  private static final int LISTED = 10_000;

  private final List<ImportProblem> found = new ArrayList<>();

  void add(long line, String column, String code, String value) {
    ImportProblem problem = new ImportProblem(line, column, code, value);
    if (found.size() < LISTED || problem.lost()) {
      found.add(problem);
    }
  }

  List<ImportProblem> list() {
    return found;
  }
}
