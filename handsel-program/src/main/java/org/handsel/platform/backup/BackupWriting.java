package org.handsel.platform.backup;

import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.handsel.platform.Database;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import org.handsel.platform.Workspace;

/// Writes one backup.
final class BackupWriting {
  /// Of no use elsewhere: whoever was logged in logs in again.
  private static final Set<String> PASSING = Set.of("session", "login_attempt");

  private final Workspace workspace;
  private final String url;
  private final Clock clock;
  private final Progress progress;
  private final List<Manifest.Table> tables = new ArrayList<>();
  private final List<Manifest.Part> files = new ArrayList<>();
  private final List<String> left = new ArrayList<>();

  BackupWriting(Workspace workspace, String url, Clock clock, Progress progress) {
    this.workspace = workspace;
    this.url = url;
    this.clock = clock;
    this.progress = progress;
  }

  Manifest write(Path file, boolean secrets) {
    Path target = file.toAbsolutePath().normalize();
    if (target.startsWith(workspace.home())) {
      throw HandselException.usage(
          "%s: it lies in the workspace that it is to hold. Choose a place outside of %s, best on another disk."
              .formatted(file, workspace.home()));
    }
    if (Files.exists(target)) {
      throw HandselException.usage(
          "%s: there is such a file already, and a backup replaces none. Choose another name."
              .formatted(file));
    }
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try (Database database = Database.open(url, clock)) {
      Files.createDirectories(target.getParent());
      Files.deleteIfExists(part);
      Files.createFile(part);
      if (part.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
      }
      Manifest manifest = write(part, database, secrets);
      DurableFiles.force(part);
      Backups.check(part, Progress.NONE);
      DurableFiles.move(part, target);
      return manifest;
    } catch (IOException e) {
      discard(part);
      throw HandselException.environment(
          "%s: the backup cannot be written (%s). Make room or choose another place, then run the command again."
              .formatted(file, DurableFiles.reason(e)),
          e);
    } catch (RuntimeException e) {
      discard(part);
      throw e;
    }
  }

  private Manifest write(Path part, Database database, boolean secrets) throws IOException {
    WorkspacePaths paths = new WorkspacePaths(workspace.home());
    WorkspaceFiles found = WorkspaceFiles.of(workspace, secrets);
    List<String> names =
        database.tables().stream().filter(name -> !PASSING.contains(name)).toList();
    progress.total(names.size() + found.found().size());
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(part), StandardCharsets.UTF_8)) {
      database.<Integer, IOException>readOneMoment(handle -> {
        for (String name : names) {
          table(zip, handle.getConnection(), database.server(), name, paths);
          progress.step(1, name);
        }
        return names.size();
      });
      for (Path file : found.found()) {
        file(zip, file, found.name(file));
        progress.step(1, found.name(file));
      }
      left.addAll(found.left());
      left.addAll(paths.left());
      Manifest manifest =
          new Manifest(
              Manifest.FORMAT,
              Manifest.VERSION,
              clock.instant().toString(),
              database.server() ? "postgresql" : "sqlite",
              database.scripts(),
              secrets && files.stream().anyMatch(f -> f.path().equals("secrets.properties")),
              tables,
              files,
              left);
      begin(zip, "manifest.json");
      zip.write(Json.pretty(manifest).getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
      return manifest;
    }
  }

  private void table(
      ZipOutputStream zip, Connection connection, boolean server, String name, WorkspacePaths paths)
      throws IOException {
    begin(zip, "tables/" + name + ".jsonl");
    Counted counted = new Counted(zip);
    try (BufferedWriter out =
        new BufferedWriter(new OutputStreamWriter(counted, StandardCharsets.UTF_8))) {
      TableCopy table = new TableCopy(connection, server, name, paths);
      long rows = table.write(out);
      out.flush();
      zip.closeEntry();
      tables.add(new Manifest.Table(name, table.names(), rows, counted.bytes(), counted.sha256()));
    } catch (SQLException e) {
      throw HandselException.environment(
          "%s: the database cannot be read (%s). Check the setting database and that the server runs."
              .formatted(url.replaceAll("[?].*", ""), e.getMessage()),
          e);
    }
  }

  private void file(ZipOutputStream zip, Path file, String name) throws IOException {
    try (InputStream in =
        file.equals(workspace.settings())
            ? new ByteArrayInputStream(WorkspaceFiles.settings(file))
            : Files.newInputStream(file)) {
      begin(zip, "files/" + name);
      Counted counted = new Counted(zip);
      counted.copy(in, Long.MAX_VALUE - 1);
      zip.closeEntry();
      files.add(new Manifest.Part(name, counted.bytes(), counted.sha256()));
    } catch (NoSuchFileException e) {
      left.add(name + " (went away meanwhile)");
    }
  }

  private void begin(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(clock.millis());
    zip.putNextEntry(entry);
  }

  private static void discard(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      // It stays behind; the failure that led here is the one worth telling.
    }
  }
}
