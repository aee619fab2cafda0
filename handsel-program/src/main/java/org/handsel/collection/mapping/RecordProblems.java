package org.handsel.collection.mapping;

import java.util.ArrayList;
import java.util.List;
import org.handsel.collection.Item;

/// Collects the problems of one record. Used by one thread.
final class RecordProblems {
  private final String record;
  private final Item.Origin origin;
  private final List<Problem> problems = new ArrayList<>(0);

  RecordProblems(String record, Item.Origin origin) {
    this.record = record;
    this.origin = origin;
  }

  void add(String field, String path, ProblemCode code, String raw, String reason) {
    Problem problem =
        new Problem(record, origin.file(), origin.line(), path, field, code.name(), raw, reason);
    // Once per value and record: a text that two selectors meet is one problem.
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }

  boolean has(ProblemCode code, String field, String path, String raw) {
    for (Problem problem : problems) {
      if (problem.code().equals(code.name())
          && problem.field().equals(field)
          && problem.path().equals(path)
          && problem.raw().equals(raw)) {
        return true;
      }
    }
    return false;
  }

  List<Problem> all() {
    return problems;
  }
}
