package org.handsel.app.web.rooms;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.handsel.release.Cockpit;

/// The releases that people look at now, each kept in memory once for all rooms, so that a page
/// that asks again every few seconds reads only what is new. Safe for many threads.
final class Cockpits {
  /// A release of a hundred thousand files takes about a hundred megabytes.
  private static final int KEPT = 8;

  private final Map<Path, Cockpit> open = new LinkedHashMap<>(16, 0.75f, true);

  /// The cockpit of a folder; empty when there is no plan in it any more.
  synchronized Optional<Cockpit> of(Path folder) {
    if (!Files.exists(folder.resolve("plan.jsonl"))) {
      open.remove(folder);
      return Optional.empty();
    }
    Cockpit cockpit = open.computeIfAbsent(folder, Cockpit::open);
    if (open.size() > KEPT) {
      open.remove(open.keySet().iterator().next());
    }
    return Optional.of(cockpit);
  }
}
