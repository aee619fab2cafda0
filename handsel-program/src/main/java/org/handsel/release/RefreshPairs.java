package org.handsel.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Finds for each released file the line of a later plan that means the same: the same item and
/// file, else the same item with the same bytes, else the one line of the item that is left.
///
/// @param pairs released lines and what is planned for them now, in the order of the release
/// @param fresh lines of the later plan that were never released
/// @param gone released lines of which the later plan knows nothing
record RefreshPairs(Map<PlanEntry, PlanEntry> pairs, List<PlanEntry> fresh, List<PlanEntry> gone) {
  static RefreshPairs of(List<PlanEntry> released, List<PlanEntry> planned) {
    Map<FileKey, PlanEntry> now = new LinkedHashMap<>();
    planned.stream()
        .filter(entry -> !entry.item().isEmpty() && !entry.file().isEmpty())
        .forEach(entry -> now.putIfAbsent(FileKey.of(entry), entry));
    Map<PlanEntry, PlanEntry> pairs = new LinkedHashMap<>();
    List<PlanEntry> open = new ArrayList<>();
    for (PlanEntry entry : released) {
      PlanEntry same = now.remove(FileKey.of(entry));
      if (same == null) {
        open.add(entry);
      } else {
        pairs.put(entry, same);
      }
    }
    Map<String, List<PlanEntry>> left = new HashMap<>();
    now.values()
        .forEach(entry -> left.computeIfAbsent(entry.item(), id -> new ArrayList<>()).add(entry));
    Map<String, Long> wanting = new HashMap<>();
    open.forEach(entry -> wanting.merge(entry.item(), 1L, Long::sum));
    List<PlanEntry> gone = new ArrayList<>();
    for (PlanEntry entry : open) {
      List<PlanEntry> some = left.getOrDefault(entry.item(), List.of());
      PlanEntry found =
          some.stream()
              .filter(one -> one.sha1().equals(entry.sha1()))
              .findFirst()
              .orElse(
                  some.size() == 1 && wanting.getOrDefault(entry.item(), 0L) == 1L
                      ? some.getFirst()
                      : null);
      if (found == null) {
        gone.add(entry);
      } else {
        pairs.put(entry, found);
        some.remove(found);
        now.remove(FileKey.of(found));
      }
    }
    return new RefreshPairs(ordered(released, pairs), List.copyOf(now.values()), gone);
  }

  private static Map<PlanEntry, PlanEntry> ordered(
      List<PlanEntry> released, Map<PlanEntry, PlanEntry> pairs) {
    Map<PlanEntry, PlanEntry> ordered = new LinkedHashMap<>();
    for (PlanEntry entry : released) {
      PlanEntry pair = pairs.get(entry);
      if (pair != null) {
        ordered.put(entry, pair);
      }
    }
    return ordered;
  }
}
