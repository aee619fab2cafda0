package org.handsel.platform.backup;

import java.nio.file.Path;
import java.time.Clock;
import org.handsel.platform.Progress;
import org.handsel.platform.Workspace;

/// Makes backups of a workspace and restores them.
///
/// A backup is one ZIP file: rows of the database as JSON, files of the workspace, and a manifest
/// with the SHA-256 of each part. It can be restored on SQLite and on PostgreSQL, wherever it was
/// made. Sessions are never in it; passwords of wikis only when asked for; the workspace's own
/// accounts keep their password hashes. It holds personal data: keep it like the workspace.
public final class Backups {
  private Backups() {}

  /// Makes a backup of a moment, also while the workbench runs, and reads it back.
  ///
  /// @param url address of the database
  /// @param file must not exist and not lie in the workspace
  /// @param secrets whether `secrets.properties` goes along
  /// @throws org.handsel.platform.HandselException with exit 2 when the file is there already or
  ///   lies in the workspace, with exit 3 when it cannot be written or the database not be read
  public static Manifest make(
      Workspace workspace, String url, Path file, boolean secrets, Clock clock, Progress progress) {
    return new BackupWriting(workspace, url, clock, progress).write(file, secrets);
  }

  /// Reads a backup and holds every part against its checksum.
  ///
  /// @throws org.handsel.platform.HandselException with exit 1 and the parts that are damaged
  public static Manifest check(Path file, Progress progress) {
    try (BackupFile backup = BackupFile.open(file)) {
      backup.check(progress);
      return backup.manifest();
    }
  }

  /// Restores a backup into an empty workspace and an empty database; both stay empty when anything
  /// fails. Settings and passwords that the workspace has already are kept.
  ///
  /// @param url address of the database; that of the workspace itself for its own file
  /// @throws org.handsel.platform.HandselException with exit 1 when the backup is damaged, with
  ///   exit 2 when workspace or database are not empty, with exit 3 when a newer Handsel made it
  public static Manifest restore(
      Workspace workspace, String url, Path file, Clock clock, Progress progress) {
    try (BackupFile backup = BackupFile.open(file)) {
      backup.check(progress);
      return new Restoring(workspace, url, clock, progress).restore(backup);
    }
  }
}
