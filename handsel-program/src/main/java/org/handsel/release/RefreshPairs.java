package org.handsel.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handsel.release.PlanIndex.Line;
import org.jspecify.annotations.Nullable;

/// Finds for each released file the line of a later plan that means the same: the same item and
/// file, else the same item with the same bytes, else the one line of the item that is left.
///
/// @param pairs released lines and what is planned for them now, in the order of the release
/// @param fresh lines of the later plan that were never released
/// @param gone released lines of which the later plan knows nothing
record RefreshPairs(List<Pair> pairs, List<Line> fresh, List<Line> gone) {
  /// @param released a line of the release, `planned` the line of the later plan
  record Pair(Line released, Line planned) {}

  static RefreshPairs of(List<Line> released, List<Line> planned) {
    Map<FileKey, Line> now = new LinkedHashMap<>();
    planned.stream()
        .filter(line -> !line.item().isEmpty() && !line.file().isEmpty())
        .forEach(line -> now.putIfAbsent(line.key(), line));
    @Nullable Line[] same = new @Nullable Line[released.size()];
    Map<String, Long> wanting = new HashMap<>();
    for (int i = 0; i < same.length; i++) {
      same[i] = now.remove(released.get(i).key());
      if (same[i] == null) {
        wanting.merge(released.get(i).item(), 1L, Long::sum);
      }
    }
    Map<String, List<Line>> left = new HashMap<>();
    now.values().stream()
        .filter(line -> wanting.containsKey(line.item()))
        .forEach(line -> left.computeIfAbsent(line.item(), id -> new ArrayList<>()).add(line));
    List<Pair> pairs = new ArrayList<>();
    List<Line> gone = new ArrayList<>();
    for (int i = 0; i < same.length; i++) {
      Line line = released.get(i);
      Line found = same[i];
      if (found == null) {
        List<Line> some = left.getOrDefault(line.item(), List.of());
        found = likely(line, some, wanting.getOrDefault(line.item(), 0L));
        if (found == null) {
          gone.add(line);
          continue;
        }
        some.remove(found);
        now.remove(found.key());
      }
      pairs.add(new Pair(line, found));
    }
    return new RefreshPairs(pairs, List.copyOf(now.values()), gone);
  }

  private static @Nullable Line likely(Line released, List<Line> left, long wanting) {
    return left.stream()
        .filter(line -> line.sha1().equals(released.sha1()))
        .findFirst()
        .orElse(left.size() == 1 && wanting == 1 ? left.getFirst() : null);
  }
}
