package org.handsel.platform.backup;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.handsel.platform.ResourceTable;
import org.jspecify.annotations.Nullable;

/// Makes paths of rows relative to the workspace and back, and remembers those outside of it.
final class WorkspacePaths {
  /// What stands for the workspace; no path of a file begins with it.
  private static final String HERE = "@workspace/";

  private static final int SHOWN = 5;

  private final Map<String, String> holds = new TreeMap<>();
  private final Map<String, TreeSet<String>> outside = new TreeMap<>();
  private final Path home;

  WorkspacePaths(Path home) {
    this.home = home;
    for (ResourceTable.Row row :
        ResourceTable.read(WorkspacePaths.class, "paths.tsv", "table", "column", "holds").rows()) {
      holds.put(row.cell(0) + "." + row.cell(1), row.cell(2));
    }
  }

  boolean known(String table, String column) {
    return holds.containsKey(table + "." + column);
  }

  /// Columns that hold paths, each as `table.column`.
  java.util.Set<String> columns() {
    return holds.keySet();
  }

  @Nullable String leaving(String table, String column, @Nullable String path) {
    if (path == null || path.isBlank()) {
      return path;
    }
    Path file = Path.of(path);
    if (!file.isAbsolute()) {
      return path;
    }
    if (!file.normalize().startsWith(home)) {
      outside
          .computeIfAbsent(String.valueOf(holds.get(table + "." + column)), kind -> new TreeSet<>())
          .add(path);
      return path;
    }
    return HERE + home.relativize(file.normalize()).toString().replace('\\', '/');
  }

  @Nullable String arriving(@Nullable String path) {
    return path == null || !path.startsWith(HERE)
        ? path
        : home.resolve(path.substring(HERE.length())).normalize().toString();
  }

  /// What rows refer to outside of the workspace, a sentence a kind.
  java.util.List<String> left() {
    return outside.entrySet().stream()
        .map(kind ->
            "%s outside of the workspace: %s%s"
                .formatted(
                    kind.getKey(),
                    kind.getValue().stream().limit(SHOWN).collect(Collectors.joining(", ")),
                    kind.getValue().size() > SHOWN
                        ? " and %d more".formatted(kind.getValue().size() - SHOWN)
                        : ""))
        .toList();
  }
}
