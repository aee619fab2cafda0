package org.handsel.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The folder in which a user's own data lives: database, settings, secrets, indexes, releases.
///
/// Chosen by `--home`, else `HANDSEL_HOME`, else `~/.handsel`. Created on first use, readable by
/// its owner only.
///
/// @param home absolute path of the folder
public record Workspace(Path home) {

  public Workspace {
    home = home.toAbsolutePath().normalize();
  }

  /// Chooses the workspace.
  ///
  /// @param option value of `--home`, or null
  public static Workspace choose(@Nullable Path option, Map<String, String> environment) {
    if (option != null) {
      return new Workspace(option);
    }
    String variable = environment.get("HANDSEL_HOME");
    return variable != null && !variable.isBlank()
        ? new Workspace(Path.of(variable))
        : new Workspace(Path.of(System.getProperty("user.home"), ".handsel"));
  }

  /// Makes sure that the folder is there.
  ///
  /// @throws HandselException with exit 3 when it cannot be made or written
  public Workspace create() {
    try {
      if (!Files.isDirectory(home)) {
        Files.createDirectories(home);
        ownerOnly(home, "rwx------");
      }
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: the workspace cannot be created (%s). Choose another folder with --home or HANDSEL_HOME."
              .formatted(home, DurableFiles.reason(e)),
          e);
    }
    if (!Files.isWritable(home)) {
      throw HandselException.environment(
          "%s: the workspace cannot be written. Choose another folder with --home or HANDSEL_HOME."
              .formatted(home));
    }
    return this;
  }

  public Path settings() {
    return home.resolve("settings.properties");
  }

  public Path secrets() {
    return home.resolve("secrets.properties");
  }

  /// Where releases are kept that were given no other folder.
  public Path releases() {
    return home.resolve("releases");
  }

  /// Where the libraries unpack their native parts.
  public Path scratch() {
    return home.resolve("tmp");
  }

  /// Address of the database that comes with the workspace.
  public String databaseUrl() {
    return "jdbc:sqlite:" + home.resolve("handsel.db");
  }

  /// Takes a file or folder away from everybody but its owner, where the file system knows owners.
  static void ownerOnly(Path path, String permissions) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }
}
