package org.handsel.readiness.work;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FindingWorkTest extends FindingWorkBehaviour {
  @TempDir Path folder;

  @Override
  String url() {
    return "jdbc:sqlite:" + folder.resolve("handsel.db");
  }

  @Override
  String engine() {
    return "SQLite";
  }
}
