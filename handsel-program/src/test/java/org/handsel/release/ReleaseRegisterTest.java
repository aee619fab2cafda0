package org.handsel.release;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class ReleaseRegisterTest extends ReleaseRegisterBehaviour {
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
