package org.handsel.platform.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handsel.platform.Database;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Progress;
import org.handsel.platform.Workspace;

/// Restores one backup.
///
/// Files are unpacked beside their place and the rows are written in one transaction; only when
/// both are whole do the files move to their places. The database gets the scripts that the backup
/// was made with, then the rows, then the scripts that came later.
final class Restoring {
  /// What a workspace may hold and still be empty.
  private static final Set<String> OWN = Set.of("settings.properties", "secrets.properties", "tmp");

  /// The one row that a script puts into an empty database.
  private static final String SEEDED = "register_revision";

  private final Workspace workspace;
  private final String url;
  private final Clock clock;
  private final Progress progress;
  private final Path staging;

  Restoring(Workspace workspace, String url, Clock clock, Progress progress) {
    this.workspace = workspace;
    this.url = url;
    this.clock = clock;
    this.progress = progress;
    this.staging = workspace.scratch().resolve("restore");
  }

  Manifest restore(BackupFile backup) {
    Manifest manifest = backup.manifest();
    refuseOthersScripts(manifest);
    workspace.create();
    refuseFullFolder();
    try {
      remove(staging);
      Files.createDirectories(staging);
      unpack(backup);
      boolean own = url.equals(workspace.databaseUrl());
      String target = own ? "jdbc:sqlite:" + staging.resolve("handsel.db") : url;
      rows(backup, target);
      // The scripts that came after the backup.
      Database.open(target, clock).close();
      arrive();
      return manifest;
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: the backup cannot be restored (%s). Nothing was changed; make room, then run the command again."
              .formatted(workspace.home(), DurableFiles.reason(e)),
          e);
    } finally {
      try {
        remove(staging);
      } catch (IOException e) {
        // Scratch that stays behind is removed by the next restoring.
      }
    }
  }

  private static void refuseOthersScripts(Manifest manifest) {
    Map<String, String> known = Database.knownScripts();
    manifest
        .scripts()
        .forEach((name, checksum) -> {
          if (!checksum.equals(known.get(name))) {
            throw HandselException.environment(
                "backup: its database was made by another version of Handsel (script %s is %s here). Use that version, or a newer one of the same line."
                    .formatted(name, known.containsKey(name) ? "different" : "unknown"));
          }
        });
  }

  private void refuseFullFolder() {
    try (Stream<Path> entries = Files.list(workspace.home())) {
      List<String> others =
          entries
              .map(entry -> entry.getFileName().toString())
              .filter(name -> !OWN.contains(name))
              .sorted()
              .toList();
      if (!others.isEmpty()) {
        throw HandselException.usage(
            "%s: the workspace is not empty (%s), and a restored backup overwrites nothing. Name an empty folder with --home."
                .formatted(
                    workspace.home(), others.stream().limit(3).collect(Collectors.joining(", "))));
      }
    } catch (IOException e) {
      throw HandselException.environment(
          "%s: cannot be read (%s).".formatted(workspace.home(), DurableFiles.reason(e)), e);
    }
  }

  private void unpack(BackupFile backup) throws IOException {
    for (Manifest.Part file : backup.manifest().files()) {
      Path place = staging.resolve(file.path()).normalize();
      Files.createDirectories(place.getParent());
      try (InputStream in = backup.stream(file.entry());
          OutputStream out = Files.newOutputStream(place);
          Counted counted = new Counted(out)) {
        counted.copy(in, file.bytes());
      }
      DurableFiles.force(place);
      if (file.path().equals("secrets.properties")
          && place.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rw-------"));
      }
    }
  }

  private void rows(BackupFile backup, String target) throws IOException {
    Manifest manifest = backup.manifest();
    try (Database database = Database.open(target, clock, manifest.scripts().keySet()::contains)) {
      List<String> names = database.tables();
      progress.total(manifest.rows());
      database.<IOException>write(handle -> {
        try {
          rows(backup, names, handle.getConnection(), database.server());
        } catch (SQLException e) {
          throw HandselException.input(
              "backup: its rows do not fit the database (%s). Nothing was changed."
                  .formatted(String.valueOf(e.getMessage()).lines().findFirst().orElse("")));
        }
      });
    }
  }

  private void rows(BackupFile backup, List<String> names, Connection connection, boolean server)
      throws IOException, SQLException {
    WorkspacePaths paths = new WorkspacePaths(workspace.home());
    Map<String, Manifest.Table> given = new HashMap<>();
    backup.manifest().tables().forEach(table -> given.put(table.name(), table));
    Map<String, TableCopy> copies = new LinkedHashMap<>();
    for (String name : names) {
      TableCopy copy = new TableCopy(connection, server, name, paths);
      refuseFull(name, copy.count());
      copies.put(name, copy);
    }
    for (Map.Entry<String, TableCopy> copy : copies.entrySet()) {
      Manifest.Table table = given.get(copy.getKey());
      if (table != null) {
        table(backup, table, copy.getValue());
      }
    }
  }

  private void table(BackupFile backup, Manifest.Table table, TableCopy copy)
      throws IOException, SQLException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(backup.stream(table.entry()), StandardCharsets.UTF_8))) {
      long rows = copy.read(in, table.columns());
      if (rows != table.rows()) {
        throw HandselException.input(
            "backup, %s: expected %d rows, found %d. Nothing was changed."
                .formatted(table.entry(), table.rows(), rows));
      }
      progress.step(rows, table.name());
    }
  }

  private void refuseFull(String table, long rows) {
    if (rows > (table.equals(SEEDED) ? 1 : 0)) {
      throw HandselException.usage(
          "%s: the database is not empty (%d rows in %s), and a restored backup overwrites nothing. Name an empty database."
              .formatted(url.replaceAll("[?].*", ""), rows, table));
    }
  }

  /// Moves what is whole to its place, the database last.
  private void arrive() throws IOException {
    List<Path> entries;
    try (Stream<Path> all = Files.list(staging)) {
      entries = new ArrayList<>(all.toList());
    }
    entries.sort(
        Comparator.comparing(
                (Path entry) -> entry.getFileName().toString().startsWith("handsel.db"))
            .thenComparing(Comparator.naturalOrder()));
    for (Path entry : entries) {
      Path place = workspace.home().resolve(entry.getFileName());
      // Settings and passwords that are there already are those of this place.
      if (!Files.exists(place)) {
        DurableFiles.move(entry, place);
      }
    }
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
