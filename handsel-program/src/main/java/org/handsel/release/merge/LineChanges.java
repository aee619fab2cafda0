package org.handsel.release.merge;

import java.util.ArrayList;
import java.util.List;

/// Which lines went and came from one text to another, by their longest common sequence.
final class LineChanges {
  /// Pages with more lines than this outside of templates are compared by their ends only.
  private static final int MOST = 2_000;

  /// @param at number of the first added line in the later text, or of the line before which lines
  ///   went
  record Change(List<String> removed, List<String> added, int at) {}

  private LineChanges() {}

  static List<Change> between(List<String> old, List<String> now) {
    if (old.size() > MOST || now.size() > MOST) {
      return old.equals(now) ? List.of() : List.of(new Change(old, now, 0));
    }
    int[][] common = new int[old.size() + 1][now.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        common[i][j] =
            old.get(i).equals(now.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    List<Change> changes = new ArrayList<>();
    List<String> removed = new ArrayList<>();
    List<String> added = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < old.size() || j < now.size()) {
      if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
        add(changes, removed, added, j);
        i++;
        j++;
      } else if (j == now.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
        removed.add(old.get(i++));
      } else {
        added.add(now.get(j++));
      }
    }
    add(changes, removed, added, j);
    return changes;
  }

  private static void add(List<Change> changes, List<String> removed, List<String> added, int to) {
    if (!removed.isEmpty() || !added.isEmpty()) {
      changes.add(new Change(List.copyOf(removed), List.copyOf(added), to - added.size()));
      removed.clear();
      added.clear();
    }
  }
}
