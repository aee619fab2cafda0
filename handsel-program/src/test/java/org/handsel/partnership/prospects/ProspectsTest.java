package org.handsel.partnership.prospects;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/// The shopping list on SQLite.
class ProspectsTest extends ProspectsBehaviour {
  @TempDir Path folder;

  @Override
  String url() {
    return "jdbc:sqlite:" + folder.resolve("handsel.db");
  }
}
