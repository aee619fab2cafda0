package org.handsel.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/// SQLite's machine code, kept in the workspace.
///
/// Left to itself the driver unpacks it at each start and compares the copy byte by byte, which is
/// a good part of a short command. What cannot be kept or loaded is unpacked by the driver as
/// before.
final class SqliteLibrary {
  private SqliteLibrary() {}

  /// Tells the driver of the kept copy; has an effect before the first connection only.
  ///
  /// @param folder of the workspace; where the driver unpacks if need be
  static void keptIn(Path folder) {
    System.setProperty("org.sqlite.tmpdir", folder.toString());
    if (System.getProperty("org.sqlite.lib.path") != null) {
      return;
    }
    Path kept = folder.resolve("library-" + SQLiteJDBCLoader.getVersion());
    String name = LibraryLoaderUtil.getNativeLibName();
    Path library = kept.resolve(name);
    try {
      if (!Files.isRegularFile(library)) {
        unpack(kept, library);
      }
    } catch (IOException e) {
      return;
    }
    System.setProperty("org.sqlite.lib.path", kept.toString());
    System.setProperty("org.sqlite.lib.name", name);
  }

  private static void unpack(Path kept, Path library) throws IOException {
    String packed =
        LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
    Files.createDirectories(kept);
    Path coming = Files.createTempFile(kept, "coming", null);
    try (InputStream in = SQLiteJDBCLoader.class.getResourceAsStream(packed)) {
      if (in == null) {
        throw new IOException("the driver has no " + packed);
      }
      Files.copy(in, coming, StandardCopyOption.REPLACE_EXISTING);
      Files.move(coming, library, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(coming);
    }
  }
}
