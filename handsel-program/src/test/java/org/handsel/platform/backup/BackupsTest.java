package org.handsel.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.handsel.platform.Database;
import org.handsel.platform.Workspace;
import org.junit.jupiter.api.Test;

class BackupsTest extends BackupsBehaviour {
  @Override
  String url(Workspace workspace) {
    return workspace.databaseUrl();
  }

  @Test
  void everyColumnOfAPathIsKnown() {
    Set<String> named = new TreeSet<>();
    try (Database database =
        Database.open(new Workspace(folder.resolve("columns")).create().databaseUrl(), clock)) {
      for (String table : database.tables()) {
        database.read(handle ->
            handle
                .createQuery("select name from pragma_table_info(?)")
                .bind(0, table)
                .mapTo(String.class)
                .stream()
                .filter(
                    column -> column.toLowerCase(Locale.ROOT).matches("folder|path|.*_path|links"))
                .map(column -> named.add(table + "." + column))
                .count());
      }
    }
    assertThat(new WorkspacePaths(folder).columns()).containsExactlyElementsOf(named);
  }
}
