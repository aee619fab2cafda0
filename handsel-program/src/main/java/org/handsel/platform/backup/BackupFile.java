package org.handsel.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.handsel.platform.DurableFiles;
import org.handsel.platform.HandselException;
import org.handsel.platform.Json;
import org.handsel.platform.Progress;
import tools.jackson.core.JacksonException;

/// A backup that is being read. Only what its manifest names is ever looked at, and no more of it
/// than the manifest says, so that an entry can neither lead out of a folder nor fill the disk.
final class BackupFile implements AutoCloseable {
  private static final int LONGEST_MANIFEST = 200_000_000;

  private final Path path;
  private final ZipFile zip;
  private final Manifest manifest;

  private BackupFile(Path path, ZipFile zip, Manifest manifest) {
    this.path = path;
    this.zip = zip;
    this.manifest = manifest;
  }

  /// @throws HandselException with exit 1 when it is no backup of Handsel, with exit 3 when it was
  ///   made by a newer one
  static BackupFile open(Path path) {
    ZipFile zip;
    try {
      zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw HandselException.input(
          "%s: expected a backup that \"handsel backup\" made, and it cannot be opened (%s)."
              .formatted(path, DurableFiles.reason(e)));
    }
    try {
      return new BackupFile(path, zip, manifest(path, zip));
    } catch (RuntimeException e) {
      close(zip);
      throw e;
    }
  }

  Manifest manifest() {
    return manifest;
  }

  private static Manifest manifest(Path path, ZipFile zip) {
    ZipEntry entry = zip.getEntry("manifest.json");
    if (entry == null) {
      throw HandselException.input(
          "%s: no manifest.json in it: expected a backup that \"handsel backup\" made."
              .formatted(path));
    }
    Manifest manifest;
    try (InputStream in = zip.getInputStream(entry)) {
      manifest =
          Json.mapper()
              .readValue(
                  new String(in.readNBytes(LONGEST_MANIFEST), StandardCharsets.UTF_8),
                  Manifest.class);
    } catch (IOException | JacksonException | NullPointerException e) {
      throw HandselException.input(
          "%s, manifest.json: it cannot be read; the backup is damaged. Use another one."
              .formatted(path));
    }
    if (!Manifest.FORMAT.equals(manifest.format())) {
      throw HandselException.input(
          "%s, manifest.json: expected the format \"%s\", found \"%s\"."
              .formatted(path, Manifest.FORMAT, manifest.format()));
    }
    if (manifest.version() > Manifest.VERSION) {
      throw HandselException.environment(
          "%s: it was made by a newer Handsel (format %d, known here is %d). Use that version or newer."
              .formatted(path, manifest.version(), Manifest.VERSION));
    }
    return manifest;
  }

  /// Reads everything and holds it against the manifest.
  ///
  /// @throws HandselException with exit 1 that names the first parts that differ
  void check(Progress progress) {
    List<String> wrong = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    progress.total(manifest.tables().size() + manifest.files().size());
    for (Manifest.Table table : manifest.tables()) {
      if (!table.name().matches("[a-z_]+") || !seen.add(table.entry())) {
        wrong.add(table.name() + ": no name of a table");
      }
      check(table.entry(), table.bytes(), table.sha256(), wrong);
      progress.step(1, table.name());
    }
    for (Manifest.Part file : manifest.files()) {
      if (!safe(file.path()) || !seen.add(file.entry())) {
        wrong.add(file.path() + ": no path inside a workspace");
      }
      check(file.entry(), file.bytes(), file.sha256(), wrong);
      progress.step(1, file.path());
    }
    if (!wrong.isEmpty()) {
      throw HandselException.input(
          "%s: damaged, %d of its parts are not as they were made: %s%s. Use another backup."
              .formatted(
                  path,
                  wrong.size(),
                  String.join("; ", wrong.subList(0, Math.min(3, wrong.size()))),
                  wrong.size() > 3 ? " …" : ""));
    }
  }

  private void check(String entry, long bytes, String sha256, List<String> wrong) {
    try {
      Counted counted = new Counted(OutputStream.nullOutputStream());
      try (InputStream in = stream(entry)) {
        counted.copy(in, bytes);
      }
      if (counted.bytes() != bytes) {
        wrong.add("%s (expected %d bytes)".formatted(entry, bytes));
      } else if (!counted.sha256().equals(sha256)) {
        wrong.add("%s (another SHA-256)".formatted(entry));
      }
    } catch (IOException e) {
      wrong.add("%s (%s)".formatted(entry, DurableFiles.reason(e)));
    }
  }

  /// What an entry holds.
  ///
  /// @throws IOException when it is not there or cannot be unpacked
  InputStream stream(String entry) throws IOException {
    ZipEntry found = zip.getEntry(entry);
    if (found == null) {
      throw new IOException("not there");
    }
    return zip.getInputStream(found);
  }

  /// Whether a path stays inside of the folder that it is resolved in, and is none of the places
  /// that the restored workspace makes itself.
  static boolean safe(String path) {
    return !path.isEmpty()
        && !path.startsWith("/")
        && !path.contains("\\")
        && !path.matches("[A-Za-z]:.*")
        && !path.startsWith("handsel.db")
        && path.chars().noneMatch(Character::isISOControl)
        && List.of(path.split("/", -1)).stream()
            .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."))
        && !path.startsWith("tmp/");
  }

  @Override
  public void close() {
    close(zip);
  }

  private static void close(ZipFile zip) {
    try {
      zip.close();
    } catch (IOException e) {
      // It was only read; there is nothing that could be lost.
    }
  }
}
