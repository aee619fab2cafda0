package org.handsel.authority.record;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.handsel.authority.record.PersonProblem.Kind;

/// Collects what is wrong with a file. Of each kind a thousand are kept and the rest counted, so
/// that a wholly broken file does not fill the memory. Not safe for threads.
final class Problems {
  private static final int KEPT = 1_000;

  private final String unit;
  private final List<PersonProblem> all = new ArrayList<>();
  private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

  /// @param unit `line` or `record`, by which places are counted
  Problems(String unit) {
    this.unit = unit;
  }

  void add(long place, Kind kind, String message) {
    add(unit, place, kind, message);
  }

  /// Adds a problem of a line, whatever places are counted by.
  void line(long line, Kind kind, String message) {
    add("line", line, kind, message);
  }

  private void add(String unit, long place, Kind kind, String message) {
    if (counts.merge(kind, 1, Integer::sum) <= KEPT) {
      all.add(new PersonProblem(place, kind, "%s %d: %s".formatted(unit, place, message)));
    }
  }

  List<PersonProblem> all() {
    List<PersonProblem> told = new ArrayList<>(all);
    counts.forEach((kind, count) -> {
      if (count > KEPT) {
        told.add(new PersonProblem(0, kind, "and %,d more of this kind".formatted(count - KEPT)));
      }
    });
    return told;
  }
}
